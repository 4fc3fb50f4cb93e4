// A read that failed by bad luck is retried automatically, twice; a write never is.
import { expect, test } from "./fixtures";
import { CITIZEN_API, lookUp, sheet, signIn, TEXTS_API } from "./steps";

test("a look-up whose first two attempts are cut off shows the data, and nobody notices", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  let attempts = 0;
  await page.route(CITIZEN_API, (route) => (++attempts < 3 ? route.abort("connectionreset") : route.continue()));
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  expect(attempts).toBe(3);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("after the third failure the user is told, and no fourth is sent", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  let attempts = 0;
  await page.route(CITIZEN_API, (route) => {
    attempts += 1;
    return route.abort("connectionreset");
  });
  await lookUp(page, "290201-1234");
  await expect.poll(() => attempts).toBe(1);
  await expect.poll(async () => (await page.clock.runFor(100), attempts)).toBe(3);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.clock.runFor(60_000);
  expect(attempts).toBe(3);
});

test("the server says when to come back", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  let attempts = 0;
  const busy = { status: 503, headers: { "retry-after": "4" }, json: { status: 503 } };
  await page.route(CITIZEN_API, (route) => (++attempts === 1 ? route.fulfill(busy) : route.continue()));
  const answered = page.waitForResponse((response) => response.status() === 503);
  await lookUp(page, "290201-1234");
  await (await answered).finished();
  await page.clock.runFor(3_900);
  expect(attempts).toBe(1);
  await expect.poll(async () => (await page.clock.runFor(100), attempts)).toBe(2);
  await expect(sheet(page)).toBeVisible();
});

test('"Annuller" between two attempts ends it', async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  let attempts = 0;
  await page.route(CITIZEN_API, (route) => {
    attempts += 1;
    return route.fulfill({ status: 503, headers: { "retry-after": "9" } });
  });
  await lookUp(page, "290201-1234");
  await expect.poll(() => attempts).toBe(1);
  await page.clock.runFor(1_000);
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.clock.runFor(60_000);
  expect(attempts).toBe(1);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a write is sent once", async ({ page }) => {
  await signIn(page, "star-admin", "/admin/tekster/ny");
  let attempts = 0;
  await page.route(`${TEXTS_API}/create`, (route) => {
    attempts += 1;
    return route.abort("connectionreset");
  });
  await page.getByLabel("Tekst", { exact: true }).fill("Sendes én gang");
  await page.getByLabel("Visningstekst").fill("x");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(attempts).toBe(1);
});

test("what the operator says is told at once", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  let attempts = 0;
  await page.route(CITIZEN_API, (route) => {
    attempts += 1;
    return route.continue();
  });
  await lookUp(page, "290209-1287");
  await expect(page.getByRole("alert")).toContainText("9287");
  expect(attempts).toBe(1);
});
