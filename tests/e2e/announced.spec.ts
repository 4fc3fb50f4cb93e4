// What a screen reader is told when something changes: politely, and once.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { action, lookUp, sheet, signIn } from "./steps";

/** Keeps what comes into live regions, as a screen reader would read it out; answers what came since last asked. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const LIVE = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const hear = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest(LIVE);
      // What comes with a region of its own is heard as a whole.
      const text = (region ? node.textContent : [...(element?.querySelectorAll(LIVE) ?? [])].map((one) => one.textContent).join(" "))?.trim();
      if (text) heard.push(text.replace(/\s+/g, " "));
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "characterData") hear(target);
        else addedNodes.forEach(hear);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
}

/** How often each of what was heard says this. */
const times = (heard: string[], text: string) => heard.filter((one) => one.includes(text)).length;

test("a look-up, what changed since, a transfer, and the citizen gone", async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "sagsbehandler");
  await heard();
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await heard();
  await action(page, "Hent igen").click();
  await expect(page.getByText("Intet er ændret")).toBeVisible();
  expect(times(await heard(), "Intet er ændret")).toBe(1);

  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  expect(times(await heard(), "Overførslen er modtaget")).toBe(1);

  await action(page, "Ryd").click();
  await expect(page.getByText("Borgeren er fjernet fra siden")).toBeVisible();
  expect(times(await heard(), "Borgeren er fjernet fra siden")).toBe(1);
});

test("an error, once and whole", async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "sagsbehandler");
  await heard();
  await lookUp(page, "290209-1287");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(times(await heard(), "9287")).toBe(1);
});

test("a wrong number, once in the summary that takes the focus", async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "sagsbehandler");
  await heard();
  await lookUp(page, "310401-1234");
  await expect(page.getByRole("alert")).toBeFocused();
  expect(times(await heard(), "april")).toBe(1);
});

test("how many texts a search finds, and that one was deleted", async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "star-admin");
  const all = page.getByText(/^(\d+) af \1 tekster$/);
  await expect(all).toBeVisible();
  await heard();
  await page.getByLabel("Søg i tekster").fill("virksomhedspraktikken");
  await expect(all).toHaveCount(0);
  expect(times(await heard(), " tekster")).toBe(1);
  await page.getByRole("grid").getByRole("link").first().click();
  await page.getByRole("button", { name: "Slet" }).click();
  await expect(page.getByRole("button", { name: "Fortryd" })).toBeVisible();
  expect(times(await heard(), "Teksten er slettet")).toBe(1);
  await page.getByRole("button", { name: "Fortryd" }).click();
});
