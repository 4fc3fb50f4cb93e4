// The keys: "/" searches, "n" begins a text, "?" tells them all, Ctrl+S saves, Esc closes. None fires while one types,
// with another key held, or over a dialog, and those of one letter can be turned off.
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import { leadToNew, mark, openTexts, search, withWord } from "./texts-steps";

const help = "Genvejstaster";

test("/ searches, n begins a text, ? tells them all", async ({ page }) => {
  await openTexts(page);
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("");
  // In a field they are letters.
  await page.keyboard.type("n?/");
  await expect(search(page)).toHaveValue("n?/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await search(page).fill("");
  await page.getByRole("heading", { level: 1 }).click();
  await search(page).blur();

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: help });
  await expect(dialog.getByRole("heading", { name: help })).toBeVisible();
  // Those that do something here, and no others.
  await expect(dialog).toContainText("Mellemrum");
  await expect(dialog).not.toContainText("Ctrl + S");
  // Nothing happens behind the dialog.
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await onPage(page, "Dynamiske tekster");
  await page.keyboard.press("Control+n").catch(() => undefined);
  await onPage(page, "Dynamiske tekster");
  await page.keyboard.press("n");
  await onPage(page, "Ny tekst");
});

test("the page for a text shows its own keys", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await page.getByRole("button", { name: help }).click();
  const dialog = page.getByRole("dialog", { name: help });
  await expect(dialog).toContainText("Ctrl + S");
  await expect(dialog).not.toContainText("Mellemrum");
});

test("Ctrl+Enter opens a text in a tab of its own", async ({ page, context }) => {
  await openTexts(page);
  const word = mark();
  await leadToNew(page, "Fane", word);
  const opened = context.waitForEvent("page");
  await page.keyboard.press("Control+Enter");
  const tab = await opened;
  await onPage(tab, "Redigér tekst");
  await expect(tab).toHaveTitle(`Fane ${word} – Redigér tekst – Integrationslov`);
  await tab.close();
  await onPage(page, "Dynamiske tekster");
});

test("keys of one letter can be turned off, and that is remembered", async ({ page }) => {
  await openTexts(page);
  await page.getByRole("button", { name: help }).click();
  await page.getByRole("button", { name: "Slå tasterne / n ? fra" }).press("Space");
  await expect(page.getByRole("button", { name: "Slå tasterne / n ? til" })).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: "Luk" }).click();
  for (const _ of [1, 2]) {
    for (const key of ["/", "n", "?"]) await page.keyboard.press(key);
    await onPage(page, "Dynamiske tekster");
    await expect(search(page)).not.toBeFocused();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.reload();
    await onPage(page, "Dynamiske tekster");
  }
});

test("Ctrl+S saves from within a field, Esc closes and asks first", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await page.keyboard.press("n");
  await onPage(page, "Ny tekst");
  await page.getByLabel("Tekst", { exact: true }).fill(`Tast ${word}`);
  await page.getByLabel("Visningstekst").fill("x");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Teksten er ikke gemt" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Bliv her" }).click();
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue(`Tast ${word}`);
  await page.getByLabel("Visningstekst").focus();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await withWord(page, word)).toHaveLength(1);
  // Nothing changed: nothing asked.
  await page.keyboard.press("n");
  await onPage(page, "Ny tekst");
  await page.keyboard.press("Escape");
  await onPage(page, "Dynamiske tekster");
});
