// A key that is held does no more than one press, however often the keyboard repeats it.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, atCitizen, CITIZEN_API, onPage, sentTo, sheet, signIn, TEXTS_API, TRANSFER_API } from "./steps";
import { choose, csv, finished, openImport } from "./texts-exchange";
import { chooseAll, mark, openTexts, putText, withWord } from "./texts-steps";

/** Holds a key as a keyboard does: one press and its repetitions, with a moment for each to be drawn. */
async function hold(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 20; times += 1) {
    await page.keyboard.down(key);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await page.keyboard.up(key);
}

test('Enter held on "Overfør" opens the question, on the safe answer, and sends nothing', async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").focus();
  await hold(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Overfør integrationslovsdata fra LetAsyl?" });
  await expect(dialog.getByRole("button", { name: "Annuller" })).toBeFocused();
  expect(sent).toHaveLength(0);
});

test("Enter held in the dialog sends one transfer", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").click();
  // The safe answer takes the focus when the dialog has been drawn.
  await expect(page.getByRole("dialog").getByRole("button", { name: "Annuller" })).toBeFocused();
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
    await page.getByRole("button", { name: "Gem", exact: true }).focus();
    if (key === "s") await page.keyboard.down("Control");
    await hold(page, key);
    await page.keyboard.up("Control");
    await expect(page.getByText("Teksten er gemt")).toBeVisible();
    expect(sent).toHaveLength(1);
    expect(await withWord(page, word)).toHaveLength(1);
  });
}

test("Enter held on “Flyt” moves each chosen text once", async ({ page }) => {
  const word = mark();
  await openTexts(page);
  for (const name of ["Første", "Anden"]) await putText(page, `${name} ${word}`, "x");
  await page.goto(`/admin/tekster?soeg=${word}`);
  await chooseAll(page, 2);
  await page.getByLabel("Flyt de valgte til").selectOption({ index: 2 });
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
  await page.getByRole("button", { name: "Flyt", exact: true }).focus();
  await hold(page, "Enter");
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: "Flyt" }).focus();
  await hold(page, "Enter");
  await finished(page);
  expect(sent.length).toBe(2);
  expect(new Set(sent).size).toBe(2);
});

test("Enter held on the button of an import carries it out once", async ({ page }) => {
  const word = mark();
  await openImport(page);
  await choose(page, "ny.csv", csv([["", `Ny ${word}`, "x", "", ""]]));
  const sent = sentTo(page, `${TEXTS_API}/create`);
  await page.getByRole("button", { name: "Opret 1" }).focus();
  await hold(page, "Enter");
  await finished(page);
  expect(sent).toHaveLength(1);
  expect(await withWord(page, word)).toHaveLength(1);
});

test("Enter held on “Slet” deletes one text, and not what is behind it", async ({ page }) => {
  await page.clock.install();
  const word = mark();
  await openTexts(page);
  const id = await putText(page, `Slettes ${word}`, "x");
  await putText(page, `Bliver ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "DELETE" && sent.push(request.url()));
  await page.getByRole("button", { name: "Slet" }).focus();
  await hold(page, "Enter");
  await onPage(page, "Dynamiske tekster");
  await page.clock.fastForward(8_000);
  await expect.poll(() => sent.length).toBe(1);
  await expect.poll(async () => (await withWord(page, word)).length).toBe(1);
});

test("Enter is a letter like any other where lines are written", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await page.getByLabel("Visningstekst").focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("\n\n\n");
});
