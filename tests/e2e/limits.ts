// The time limits of the page's requests, which no controlled clock reaches, and the pauses between its attempts: both
// shortened, so that nobody waits a minute, nor some seconds hundreds of times.
import type { BrowserContext } from "@playwright/test";

/** A time limit is this many times as short as it is for users. */
const SHORTER = 40;

/** Between two attempts the page pauses for 0.3 to 1.8 seconds; nothing else in it waits so long and no longer. */
const PAUSES = [300, 1_800] as const;

/** Shortens limits and pauses in every page of a context; answers the limits that were set, in milliseconds as for
 * users. */
export async function shortenLimits(context: BrowserContext): Promise<number[]> {
  const limits: number[] = [];
  await context.exposeFunction("limitSet", (limit: number) => limits.push(limit));
  await context.addInitScript(([shorter, least, most]) => {
    const wait = globalThis.setTimeout;
    const shortened = (act: TimerHandler, after = 0, ...values: unknown[]) =>
      wait(act, after >= least && after <= most ? after / shorter : after, ...values);
    globalThis.setTimeout = shortened as typeof wait;
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (limit) => {
      (globalThis as unknown as { limitSet: (limit: number) => void }).limitSet(limit);
      return timeout(limit / shorter);
    };
  }, [SHORTER, ...PAUSES] as const);
  return limits;
}
