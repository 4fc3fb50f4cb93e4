// A key that is held does no more than one press, however often the keyboard repeats it.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, CITIZEN_API, lookUp, sentTo, sheet, signIn, TEXTS_API, TRANSFER_API } from "./steps";
import { mark, openTexts, withWord } from "./texts-steps";

/** Holds a key as a keyboard does: one press and its repetitions, with a moment for each to be drawn. */
async function hold(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 20; times += 1) {
    await page.keyboard.down(key);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await page.keyboard.up(key);
}

test('Enter held on "Overfør" opens the question, on the safe answer, and sends nothing', async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").focus();
  await hold(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Overfør integrationslovsdata fra LetAsyl?" });
  await expect(dialog.getByRole("button", { name: "Annuller" })).toBeFocused();
  expect(sent).toHaveLength(0);
});

test("Enter held in the dialog sends one transfer", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true }).focus();
  await hold(page, "Enter");
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(sent).toHaveLength(1);
});

test("Enter held in the field for the number looks up once", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  const sent = sentTo(page, CITIZEN_API);
  await page.getByLabel("CPR-nummer").fill(CITIZEN.full);
  await hold(page, "Enter");
  await expect(sheet(page)).toBeVisible();
  expect(sent).toHaveLength(1);
});

for (const [how, key] of [
  ["Enter on “Gem”", "Enter"],
  ["Ctrl+S", "s"],
] as const) {
  test(`${how} held saves once`, async ({ page }) => {
    const word = mark();
    await openTexts(page, "/admin/tekster/ny");
    const sent = sentTo(page, `${TEXTS_API}/create`);
    await page.getByLabel("Tekst", { exact: true }).fill(`Holdt ${word}`);
    await page.getByLabel("Visningstekst").fill("x");
    await page.getByRole("button", { name: "Gem" }).focus();
    if (key === "s") await page.keyboard.down("Control");
    await hold(page, key);
    await page.keyboard.up("Control");
    await expect(page.getByText("Teksten er gemt")).toBeVisible();
    expect(sent).toHaveLength(1);
    expect(await withWord(page, word)).toHaveLength(1);
  });
}

test("Enter is a letter like any other where lines are written", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await page.getByLabel("Visningstekst").focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("\n\n\n");
});
