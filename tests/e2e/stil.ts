// The page `/stil`, with every component in every state, on a backend of its own that serves the development build.
import type { Page } from "@playwright/test";
import { type Backend, startBackend, STIL } from "./backend";
import { expect, test as base } from "./fixtures";
import { signIn } from "./steps";

export { expect };

export const test = base.extend<object, { backend: Backend }>({
  backend: [
    async ({}, use) => {
      const backend = await startBackend([], STIL);
      await use(backend);
      await backend.stop();
    },
    { scope: "worker" },
  ],
});

/** Opens the page. */
export async function openStil(page: Page): Promise<void> {
  await signIn(page, "sagsbehandler", "/stil");
  await expect(page.getByRole("heading", { level: 1, name: "Stil" })).toBeVisible();
}
