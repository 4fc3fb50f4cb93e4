// The focus is never lost: where the element that has it disappears, it moves to where the user goes on.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { action, alert, atCitizen, CITIZEN_API, lookUp, sheet, signIn, transfer, TRANSFER_API } from "./steps";

/** Presses a button with the keyboard. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}

test('after "Annuller" it is in the field for the number', async ({ page }) => {
  await page.route(CITIZEN_API, () => {});
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await press(page, "Annuller");
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
});

test('when the answer arrives while "Annuller" has it, it is at the data', async ({ page }) => {
  await signIn(page, "sagsbehandler");
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route(CITIZEN_API, async (route) => {
    await held;
    await route.continue();
  });
  await lookUp(page, CITIZEN.full);
  await page.getByRole("button", { name: "Annuller" }).focus();
  go();
  await expect(sheet(page)).toBeFocused();
});

test('after "Prøv igen" it is at the status line', async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, (route) => route.fulfill({ status: 500 }));
  await lookUp(page, CITIZEN.full);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute(CITIZEN_API);
  await press(page, "Prøv igen");
  await expect(page.getByRole("status").filter({ hasText: "Data om" })).toBeFocused();
});

test('after "Skjul PDF" it is on "Vis PDF"', WITH_VIEWER, async ({ page }) => {
  await atCitizen(page);
  await action(page, "Vis PDF").click();
  await press(page, "Skjul PDF");
  await expect(action(page, "Vis PDF")).toBeFocused();
});

test('after "Vent ikke længere" it is at what is known instead', async ({ page }) => {
  await page.route(TRANSFER_API, () => {});
  await atCitizen(page);
  await transfer(page);
  await press(page, "Vent ikke længere");
  await expect(alert(page, "Vi ved ikke, om overførslen nåede frem")).toBeVisible();
  const inPanel = () => page.evaluate(() => Boolean(document.activeElement?.closest("#overfoersel")));
  await expect.poll(inPanel).toBe(true);
});

test('after "Fjern beskeden" it is in the field for the number', async ({ page }) => {
  await page.route(TRANSFER_API, (route) => route.abort("connectionreset"));
  await atCitizen(page);
  await transfer(page);
  await expect(alert(page, "Vi ved ikke, om overførslen nåede frem")).toBeVisible();
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await press(page, "Fjern beskeden");
  // The safe answer takes the focus when the dialog has been drawn.
  await expect(page.getByRole("dialog").getByRole("button", { name: "Behold beskeden" })).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: "Fjern beskeden" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "En overførsel blev afbrudt" })).toHaveCount(0);
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
});

test("after an unused page was cleared it is in the field for the number", async ({ page }) => {
  await page.clock.install();
  await atCitizen(page);
  await action(page, "Udskriv").focus();
  await page.clock.runFor(15.5 * 60_000);
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
});
