// The time limits of the page's requests, which no controlled clock reaches: shortened, so that nobody waits a minute.
import type { BrowserContext } from "@playwright/test";

/** A time limit is this many times as short as it is for users. */
const SHORTER = 40;

/** Shortens the limits in every page of a context; answers those that were set, in milliseconds as for users. */
export async function shortenLimits(context: BrowserContext): Promise<number[]> {
  const limits: number[] = [];
  await context.exposeFunction("limitSet", (limit: number) => limits.push(limit));
  await context.addInitScript((shorter) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (limit) => {
      (globalThis as unknown as { limitSet: (limit: number) => void }).limitSet(limit);
      return timeout(limit / shorter);
    };
  }, SHORTER);
  return limits;
}
