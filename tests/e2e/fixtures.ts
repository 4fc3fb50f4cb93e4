// What every journey stands on: a backend of the worker's own, pages that start there, and a watch that fails the
// journey when the page breaks its content security policy or throws.
import { test as base, type BrowserContext, expect } from "@playwright/test";
import { type Backend, startBackend } from "./backend";

export { expect };

/** What went wrong in the pages of a journey, whatever the journey is about. */
export type Watch = { faults: string[] };

type ForWorker = {
  /** Further flags for the backend, apart by blanks; a worker of its own is started for them. */
  flags: string;
  backend: Backend;
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

  baseURL: async ({ backend }, use) => {
    await use(backend.origin);
  },

  watch: [
    async ({ context }, use) => {
      const watch = await watchOver(context);
      await use(watch);
      expect(watch.faults, "the policy is kept, and nothing is thrown").toEqual([]);
    },
    { auto: true },
  ],
});

async function watchOver(context: BrowserContext): Promise<Watch> {
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
  return { faults };
}
