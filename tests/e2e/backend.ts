// A real backend for the journeys: a process of its own, with a fresh database, on a free port.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const program = process.env.LETASYL_BACKEND ?? join(root, "target/debug/letasyl-backend");
const dist = process.env.LETASYL_DIST ?? join(root, "dist");

/** The site as in development, with the page `/stil`. */
export const STIL = process.env.LETASYL_STIL ?? join(root, "target/xtask/stil");

/** A backend that runs. */
export type Backend = {
  /** Where it listens: `http://127.0.0.1:49152`. */
  origin: string;
  /** All that it has written to stdout and stderr so far. */
  log: () => string;
  /** The files that lie in its folder. */
  files: () => string[];
  /** Ends it as an operating system would; fails when it does not end well. */
  stop: () => Promise<void>;
};

/** Starts a backend with demo people and texts, and waits until it tells where it listens. */
export async function startBackend(flags: string[] = [], site = dist): Promise<Backend> {
  const data = mkdtempSync(join(tmpdir(), "letasyl-"));
  const own = ["--listen", "127.0.0.1:0", "--site", site, "--database", join(data, "letasyl.sqlite")];
  // The log tells as much as it ever does: what must not stand in it is looked for.
  // Every journey signs in, often as the same user; the slow citizen is slow enough to be called off, and no slower.
  const told = ["--demo", "--log", "debug", "--sign-ins", "1000000", "--calls", "1000000", "--refusals", "1000000", "--demo-slow", "3"];
  const backend = spawn(program, [...own, ...told, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const origin = await new Promise<string>((found, failed) => {
    const hear = (part: string) => {
      log += part;
      const address = /^listening on (http:\S+)$/m.exec(log)?.[1];
      if (address) found(address);
    };
    backend.stdout.setEncoding("utf8").on("data", hear);
    backend.stderr.setEncoding("utf8").on("data", hear);
    backend.once("error", failed);
    backend.once("exit", (code) => failed(new Error(`the backend ended with ${code} before it listened:\n${log}`)));
  });
  const stop = async () => {
    const code = await ended(backend);
    rmSync(data, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the backend ended with ${code}:\n${log.slice(-4000)}`);
  };
  return { origin, log: () => log, files: () => readdirSync(data), stop };
}

function ended(backend: ChildProcess): Promise<number | string | null> {
  if (backend.exitCode !== null || backend.signalCode !== null) {
    return Promise.resolve(`${backend.exitCode ?? backend.signalCode}, of itself`);
  }
  return new Promise((found) => {
    backend.once("exit", (code, signal) => found(code ?? signal));
    backend.kill("SIGTERM");
  });
}
