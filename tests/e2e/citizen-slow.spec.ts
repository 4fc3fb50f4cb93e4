// A citizen for whom the operator takes its time: the wait is visible, explained when it grows long, and can be called
// off for good.
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, CITIZEN_API, lookUp, sheet, signIn } from "./steps";

const SLOW_WORD = "LetAsyl er langsom i dag. Det kan tage op til et minut.";

test("says that it fetches, after 5 seconds that LetAsyl is slow, and then shows the data", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.slow);
  const state = page.getByRole("main").getByRole("status");
  await expect(state.getByText("Henter data fra LetAsyl …")).toBeVisible();
  await expect(page.getByRole("button", { name: "Annuller" })).toBeVisible();
  await expect(page.getByText(SLOW_WORD)).toHaveCount(0);
  await page.clock.fastForward(5_000);
  await expect(state.getByText(SLOW_WORD)).toBeVisible();

  await expect(sheet(page)).toContainText(hyphened(CITIZEN.slow));
  await expect(page.getByText("Henter data fra LetAsyl …")).toHaveCount(0);
  await expect(page.getByText(SLOW_WORD)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Annuller" })).toHaveCount(0);
});

test("shows no state of waiting for the first 200 milliseconds, and the slow word at 5 seconds", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await lookUp(page, CITIZEN.slow);
  await page.clock.runFor(199);
  await expect(page.getByText("Henter data fra LetAsyl …")).toHaveCount(0);
  await page.clock.runFor(1);
  await expect(page.getByText("Henter data fra LetAsyl …")).toBeVisible();
  await page.clock.runFor(4_799);
  await expect(page.getByText(SLOW_WORD)).toHaveCount(0);
  await page.clock.runFor(1);
  await expect(page.getByText(SLOW_WORD)).toBeVisible();
});

test('"Annuller" calls the request off', async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.slow);
  const calledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith(CITIZEN_API));
  await page.getByRole("button", { name: "Annuller" }).click();
  expect((await calledOff).failure()?.errorText).toBe("net::ERR_ABORTED");
  await expect(page.getByText("Henter data fra LetAsyl …")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  // What was typed stays, and another look-up works at once.
  await expect(page.getByLabel("CPR-nummer")).toHaveValue(CITIZEN.slow);
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
});

test("another look-up calls off the one under way, and only its answer is shown", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.slow);
  await expect(page.getByText("Henter data fra LetAsyl …")).toBeVisible();
  const calledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith(CITIZEN_API));
  await lookUp(page, CITIZEN.full);
  await calledOff;
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await action(page, "Hent igen").click();
  await expect(page.getByText("Intet er ændret, siden du sidst hentede")).toBeVisible();
});
