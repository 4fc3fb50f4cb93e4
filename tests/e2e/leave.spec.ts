// Whichever way a citizen's data are left – cleared, signed out here or in another tab, forgotten by an idle user, put
// away for "back" – nothing of them remains: not on the page, not in the title, the history or a storage.
import type { Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { action, atCitizen, chooseUser, lookUp, onPage, sheet, signIn, transfer } from "./steps";

const MINUTES = 60_000;
const WARNING = "Er du her stadig?";
const CLEARED = "Borgerens oplysninger er fjernet fra siden, fordi siden ikke har været brugt i 15 minutter";
/** Things that only this citizen's data say. */
const TELLING = [CITIZEN.full, hyphened(CITIZEN.full), "Konventionsstatus", "blob:"];

/** With everything on the page that can be there of a citizen. */
async function everything(page: Page): Promise<void> {
  await lookUp(page, hyphened(CITIZEN.full));
  await expect(sheet(page)).toContainText("Konventionsstatus");
  await transfer(page);
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
  expect(await traces(page)).not.toEqual([]);
}

/** Where anything of the citizen stands. */
async function traces(page: Page): Promise<string[]> {
  const places = await page.evaluate(async () => {
    const stored = (storage: Storage) => JSON.stringify({ ...storage });
    const fields = [...document.querySelectorAll("input, textarea, select")] as HTMLInputElement[];
    return {
      page: document.documentElement.outerHTML,
      fields: fields.map((field) => field.value).join(" "),
      title: document.title,
      address: location.href,
      history: String(JSON.stringify(history.state)),
      localStorage: stored(localStorage),
      sessionStorage: stored(sessionStorage),
      databases: JSON.stringify(await indexedDB.databases()),
      caches: JSON.stringify(await caches.keys()),
      name: window.name,
    };
  });
  return Object.entries(places).flatMap(([place, text]) =>
    TELLING.filter((word) => text.includes(word)).map((word) => `${word} in ${place}`),
  );
}

async function nothingLeft(page: Page): Promise<void> {
  await expect.poll(() => traces(page)).toEqual([]);
}

test('"Ryd" leaves nothing', WITH_VIEWER, async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await everything(page);
  await action(page, "Ryd").click();
  await nothingLeft(page);
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
});

test("a number that was only typed goes, too, when the page is forgotten", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await page.getByLabel("CPR-nummer").fill(CITIZEN.full);
  await page.clock.fastForward(16 * MINUTES);
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
  await nothingLeft(page);
});

test("signing out leaves nothing", WITH_VIEWER, async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await everything(page);
  await page.getByRole("button", { name: "Log ud" }).click();
  await onPage(page, "Log ind");
  await nothingLeft(page);
});

test("signing out in another tab leaves nothing in this one, at once", WITH_VIEWER, async ({ page, context }) => {
  await signIn(page, "sagsbehandler");
  await everything(page);
  const other = await context.newPage();
  await other.goto("/borger");
  await onPage(other, "Integrationslovsdata");
  await other.getByRole("button", { name: "Log ud" }).click();
  await onPage(page, "Log ind");
  await nothingLeft(page);
});

test("another user who signs in in another tab finds nothing in this one", WITH_VIEWER, async ({ page, context }) => {
  await signIn(page, "sagsbehandler");
  const other = await context.newPage();
  await other.goto("/borger");
  await onPage(other, "Integrationslovsdata");
  await everything(page);
  // The session ends behind the other tab's back; there, somebody else signs in.
  expect((await other.request.delete("/session")).status()).toBe(200);
  await lookUp(other, CITIZEN.bare);
  await onPage(other, "Du er blevet logget ud");
  await chooseUser(other, "anden-aktoer");
  await expect(page.getByRole("banner")).toContainText("Samira Lind");
  await nothingLeft(page);
});

test("after ten minutes without use a warning, after fifteen nothing is left", WITH_VIEWER, async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await everything(page);
  const warning = page.getByRole("dialog", { name: WARNING });
  await page.clock.runFor(9.5 * MINUTES);
  await expect(warning).toHaveCount(0);
  await page.clock.runFor(1 * MINUTES);
  await expect(warning).toContainText(/Borgerens oplysninger bliver fjernet fra siden kl\. \d\d\.\d\d\./);
  await expect(sheet(page)).toBeVisible();
  await page.clock.runFor(5 * MINUTES);
  await expect(page.getByText(CLEARED)).toBeVisible();
  await expect(warning).toHaveCount(0);
  await nothingLeft(page);
});

test("a user who stays keeps everything, and has as long again", WITH_VIEWER, async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await everything(page);
  const warning = page.getByRole("dialog", { name: WARNING });
  for (let round = 0; round < 2; round++) {
    await page.clock.runFor(11 * MINUTES);
    await warning.getByRole("button", { name: "Bliv her" }).click();
    await expect(warning).toHaveCount(0);
  }
  await expect(sheet(page)).toContainText("Konventionsstatus");
});

for (const [what, touch] of [
  ["the pointer", (page: Page) => page.mouse.move(200 + Math.random() * 100, 300)],
  ["a key", (page: Page) => page.keyboard.press("Shift")],
  [
    "the wheel",
    async (page: Page) => {
      // The browser passes it on to the page in its own time.
      const turned = page.evaluate(() => new Promise((seen) => addEventListener("wheel", () => seen(true), { once: true })));
      await page.mouse.wheel(0, 10);
      await turned;
    },
  ],
] as const) {
  test(`${what} counts as use`, async ({ page }) => {
    await page.clock.install();
    await signIn(page, "sagsbehandler");
    await lookUp(page, CITIZEN.full);
    await expect(sheet(page)).toBeVisible();
    for (let round = 0; round < 3; round++) {
      await page.clock.runFor(9 * MINUTES);
      await touch(page);
    }
    await page.clock.runFor(9 * MINUTES);
    await expect(page.getByRole("dialog", { name: WARNING })).toHaveCount(0);
    await expect(sheet(page)).toBeVisible();
  });
}

test("a laptop that slept through the time shows nothing to the next user", WITH_VIEWER, async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await everything(page);
  // No timer runs; only the clock goes on.
  await page.clock.pauseAt(new Date(Date.now() + 2 * 60 * MINUTES));
  await page.mouse.move(300, 300);
  await expect(page.getByText(CLEARED)).toBeAttached();
  await nothingLeft(page);
});

test("a page that comes to the fore looks at the clock first", WITH_VIEWER, async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await everything(page);
  await page.clock.setSystemTime(new Date(Date.now() + 20 * MINUTES));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await nothingLeft(page);
});

test("a page that is put away for back holds nothing, and back finds nothing", WITH_VIEWER, async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await everything(page);
  // What the browser does before it puts a page away whole.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await nothingLeft(page);

  await everything(page);
  await page.goto("/healthz");
  await page.goBack();
  await onPage(page, "Integrationslovsdata");
  await nothingLeft(page);
});

test("a page in use keeps its session alive without a single look-up", async ({ page }) => {
  await page.clock.install();
  await atCitizen(page);
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === "/session");
  await page.clock.runFor(6 * MINUTES);
  await page.mouse.move(250, 250);
  await page.clock.runFor(6 * MINUTES);
  expect((await asked).method()).toBe("GET");
});

test("an unused page clears, and an unsettled transfer is still told", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await page.route("**/action/transfer", (route) => route.abort("connectionreset"));
  await transfer(page);
  await expect(page.getByText("Vi ved ikke, om overførslen nåede frem").first()).toBeVisible();
  await page.clock.fastForward(16 * MINUTES);
  await nothingLeft(page);
  await expect(page.getByText("En overførsel blev afbrudt", { exact: true })).toBeVisible();
});
