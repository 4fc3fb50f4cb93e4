// A proxy between the browser and the backend that injects network faults (crates/fault-proxy).
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const program = process.env.LETASYL_FAULT_PROXY ?? join(root, "target/debug/letasyl-fault-proxy");

/** What goes wrong. */
export type Fault =
  | {
      kind:
        | "refuse"
        | "reset-before-body"
        | "reset-in-body"
        | "reset-after-body"
        | "lose-answer"
        | "reset-after-head"
        | "reset-in-answer"
        | "hang"
        | "hang-after-effect"
        | "duplicate"
        | "reorder";
    }
  /** A byte each so many milliseconds; 1000 if not told. */
  | { kind: "drip"; each?: number }
  /** So many milliseconds later. */
  | { kind: "delay"; by: number }
  | { kind: "answer"; status: number; headers?: Record<string, string>; body?: string };

/** A fault and the requests that it befalls: those with this method, whose path begins so; without `times`, all. */
export type Rule = { fault: Fault; method?: string; path?: string; after?: number; times?: number };

/** What became of a request. */
export type Seen = { method: string; path: string; fault: Fault | null; forwarded: number };

export type FaultProxy = {
  /** Where browsers find the site through it: `http://127.0.0.1:49152`. */
  origin: string;
  /** From now on this goes wrong, too; of several rules that fit, the first counts. */
  fault: (...rules: Rule[]) => Promise<void>;
  /** Forgets all rules, releases what hangs, and listens again. */
  clear: () => Promise<void>;
  /** Every request so far, and how often each reached the backend. */
  seen: () => Promise<Seen[]>;
  stop: () => void;
};

/** Starts a proxy in front of the backend at `origin`. */
export async function startFaultProxy(origin: string): Promise<FaultProxy> {
  const proxy = spawn(program, [new URL(origin).host], { stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  const control = await new Promise<string>((found, failed) => {
    proxy.stdout.setEncoding("utf8").on("data", (part: string) => {
      told += part;
      const address = /^control on (http:\S+)$/m.exec(told)?.[1];
      if (address) found(address);
    });
    proxy.once("error", failed);
    proxy.once("exit", (code) => failed(new Error(`the fault proxy ended with ${code}`)));
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(control + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  return {
    origin: /^proxy on (http:\S+)$/m.exec(told)?.[1] ?? "",
    fault: async (...rules) => void (await ask("POST", "/faults", rules)),
    clear: async () => void (await ask("DELETE", "/faults")),
    seen: async () => (await (await ask("GET", "/seen")).json()) as Seen[],
    stop: () => void proxy.kill(),
  };
}
