// Two look-ups at once: the second calls the first one off; and an answer that comes all the same, and too late, changes
// nothing.
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, CITIZEN_API, lookUp, sheet, signIn } from "./steps";

test("the second look-up calls the first one off", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  const arrived = page.waitForRequest(CITIZEN_API);
  await lookUp(page, CITIZEN.slow);
  await arrived;
  const calledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith(CITIZEN_API));
  await lookUp(page, CITIZEN.full);
  expect((await calledOff).failure()?.errorText).toBe("net::ERR_ABORTED");
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
});

test('"Hent igen" while the same citizen is under way leaves one answer', async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await page.route(CITIZEN_API, () => {}, { times: 1 });
  const calledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith(CITIZEN_API));
  await action(page, "Hent igen").click();
  await action(page, "Hent igen").click();
  await calledOff;
  await expect(page.getByText("Intet er ændret, siden du sidst hentede")).toBeVisible();
});

test("an answer that arrives late does not take the place of a newer one", async ({ page }) => {
  // As in a browser that does not call requests off: the first answer comes, after the second.
  await page.addInitScript(() => {
    AbortController.prototype.abort = () => {};
  });
  await signIn(page, "sagsbehandler");
  let release = () => {};
  const letGo = new Promise<void>((done) => {
    release = done;
  });
  await page.route(CITIZEN_API, async (route) => {
    if (route.request().headers()["x-civilregistrationidentifier"] === CITIZEN.full) await letGo;
    await route.continue();
  });
  await lookUp(page, CITIZEN.full);
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.bare));

  const late = page.waitForResponse(async (response) => {
    return response.request().headers()["x-civilregistrationidentifier"] === CITIZEN.full;
  });
  release();
  await (await late).finished();
  // Anything that would still show it has had two turns to do so.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.bare));
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
});
