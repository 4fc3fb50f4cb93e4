// What a screen reader is told when something changes: politely, and once.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { action, changeData, CITIZEN_API, lookUp, sheet, signIn, toEnglish } from "./steps";

/** Keeps what comes into live regions, as a screen reader would read it out; answers what came since last asked. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const LIVE = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const hear = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest(LIVE);
      if (region?.getAttribute("aria-live") === "off") return;
      // What comes together with its region is announced only where it is an alert.
      const text = (region ? node.textContent : [...(element?.querySelectorAll("[role=alert]") ?? [])].map((one) => one.textContent).join(" "))?.trim();
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
  expect(times(await heard(), "Data om 290201-1234 er hentet. 24 af 24 felter er udfyldt")).toBe(1);
  await lookUp(page, "290202-1234");
  await expect(sheet(page)).toContainText("290202-1234");
  expect(times(await heard(), "Data om 290202-1234 er hentet. 0 af 24 felter er udfyldt")).toBe(1);
  // Each time, though the words are the same.
  for (let again = 0; again < 2; again += 1) {
    const answered = page.waitForResponse((response) => response.url().endsWith(CITIZEN_API));
    await action(page, "Hent igen").click();
    await (await answered).finished();
    await expect.poll(async () => times(await heard(), "Intet er ændret")).toBe(1);
  }

  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  expect(times(await heard(), "STAR har modtaget overførslen af 290202-1234")).toBe(1);

  await action(page, "Ryd").click();
  await expect(page.getByText("Borgerens oplysninger er fjernet fra siden")).toBeVisible();
  expect(times(await heard(), "Borgerens oplysninger er fjernet fra siden")).toBe(1);
});

test("a new version without other fields is told as one, not as no change", async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await changeData(page, (data) => (data.integrationslovsdataIdentifier = "6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a9999"));
  await heard();
  await action(page, "Hent igen").click();
  await expect(page.getByText("Udgaven er ny, men ingen felter er ændret")).toBeVisible();
  expect(times(await heard(), "Udgaven er ny")).toBe(1);
});

test('"Annuller" is announced, and the other language is no news', async ({ page }) => {
  const heard = await listen(page);
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await page.route(CITIZEN_API, () => {});
  await action(page, "Hent igen").click();
  await heard();
  await page.getByRole("button", { name: "Annuller" }).click();
  await expect(page.getByText("Hentningen er annulleret")).toBeVisible();
  expect(times(await heard(), "Hentningen er annulleret")).toBe(1);
  await lookUp(page, "290209-1287");
  await page.unroute(CITIZEN_API);
  await lookUp(page, "290209-1287");
  await expect(page.getByRole("alert")).toBeVisible();
  await heard();
  await toEnglish(page);
  await expect(page.getByRole("alert")).toContainText("Error code 9287");
  expect(await heard()).toEqual([]);
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
