// What every journey stands on: a backend of the worker's own, pages that start there, and a watch that fails the
// journey when the page breaks its content security policy, throws, or puts what belongs to a citizen where it must not
// stand.
import { test as base, type BrowserContext, expect } from "@playwright/test";
import { type Backend, startBackend } from "./backend";
import { type Leaks, listen, lookThrough, Secrets } from "./leaks";

export { expect };

/** For journeys that look at a PDF in the page: only the whole browser has a viewer. */
export const WITH_VIEWER = { tag: "@viewer" };

/** What went wrong in the pages of a journey, whatever the journey is about. */
export type Watch = { faults: string[]; leaks: Leaks };

type ForWorker = {
  /** Further flags for the backend, apart by blanks; a worker of its own is started for them. */
  flags: string;
  backend: Backend;
  secrets: Secrets;
};

export const test = base.extend<{ watch: Watch }, ForWorker>({
  flags: ["", { option: true, scope: "worker" }],

  backend: [
    async ({ flags }, use) => {
      const backend = await startBackend(flags.split(" ").filter(Boolean));
      await use(backend);
      await backend.stop();
    },
    { scope: "worker" },
  ],

  secrets: [
    async ({ backend }, use) => {
      const secrets = await Secrets.of(backend.origin);
      await use(secrets);
      expect(secrets.in(backend.log()), "nothing of a citizen in the technical log").toEqual([]);
      expect(backend.files().filter((file) => !/^letasyl\.sqlite(-wal|-shm)?$/.test(file)), "no other files").toEqual([]);
    },
    { scope: "worker" },
  ],

  baseURL: async ({ backend }, use) => {
    await use(backend.origin);
  },

  watch: [
    async ({ context, secrets }, use) => {
      const watch = await watchOver(context, secrets);
      await use(watch);
      // What a test still holds back goes on once its routes are gone: it must not change what the next one finds.
      await context.setOffline(true);
      // A request that is still under way when a test is over fails nothing.
      for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
      for (const page of context.pages()) await lookThrough(page, watch.leaks);
      expect(watch.leaks.found, "nothing of a citizen where it must not stand").toEqual([]);
      expect(watch.faults, "the policy is kept, and nothing is thrown").toEqual([]);
    },
    { auto: true },
  ],
});

async function watchOver(context: BrowserContext, secrets: Secrets): Promise<Watch> {
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(`thrown: ${error.error().message}`));
  context.on("console", (message) => {
    const text = message.text();
    if (/content security policy|securitypolicyviolation|panic at/i.test(text)) faults.push(text);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { faults, leaks: listen(context, secrets) };
}
