// Nobody loses what was typed by mistake: every way out asks first, but only where something would be lost. And what
// one would not see in a text is made visible, as is a text that is there already.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import { mark, openTexts, putText, row } from "./texts-steps";

const question = (page: Page) => page.getByRole("dialog", { name: "Teksten er ikke gemt" });
const displayText = (page: Page) => page.getByLabel("Visningstekst");

async function changed(page: Page): Promise<void> {
  await openTexts(page);
  await row(page, 1).getByRole("link").click();
  await onPage(page, "Redigér tekst");
  await displayText(page).fill("ikke gemt");
}

const WAYS: [string, (page: Page) => Promise<unknown>][] = [
  ["a link", (page) => page.getByRole("link", { name: "Borger" }).click()],
  // By the page itself: the driver's own way goes by a place in the history that it may have read too early.
  ["back", (page) => page.evaluate(() => history.back())],
  ['"Annuller"', (page) => page.getByRole("button", { name: "Annuller" }).click()],
];

for (const [name, leave] of WAYS) {
  test(`${name} asks, and who stays has lost nothing`, async ({ page }) => {
    await changed(page);
    const at = page.url();
    await leave(page);
    await question(page).getByRole("button", { name: "Bliv her" }).click();
    await onPage(page, "Redigér tekst");
    await expect(displayText(page)).toHaveValue("ikke gemt");
    expect(page.url()).toBe(at);
    await leave(page);
    await question(page).getByRole("button", { name: "Gå videre" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Redigér tekst");
  });

  test(`${name} asks nothing when nothing was changed, or the change was taken back`, async ({ page }) => {
    await openTexts(page);
    await row(page, 1).getByRole("link").click();
    await onPage(page, "Redigér tekst");
    const before = await displayText(page).inputValue();
    await displayText(page).fill("anders");
    await displayText(page).fill(before);
    await leave(page);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Redigér tekst");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}

test("reloading asks in the browser's words, and only while something would be lost", async ({ page }) => {
  await changed(page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await onPage(page, "Redigér tekst");
  expect(asked).toEqual(["beforeunload"]);
  await page.reload();
  await onPage(page, "Redigér tekst");
  expect(asked).toHaveLength(1);
});

test("going on by back leads to the list as it was", async ({ page }) => {
  await openTexts(page, "/admin/tekster?soeg=samtale&orden=gruppe");
  await row(page, 1).getByRole("link").click();
  await displayText(page).fill("ikke gemt");
  await page.goBack();
  await question(page).getByRole("button", { name: "Gå videre" }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(page.getByRole("searchbox")).toHaveValue("samtale");
});

test("the list is at the same place again after back, after a reload and after saving", async ({ page }) => {
  await openTexts(page);
  const top = () => page.evaluate(() => window.scrollY);
  await expect(row(page, 1)).toBeVisible();
  await page.evaluate(() => window.scrollTo({ top: 720 }));
  await expect(row(page, 24)).toBeInViewport();
  await row(page, 24).getByRole("link").click();
  await onPage(page, "Redigér tekst");
  await page.goBack();
  await expect(row(page, 24)).toBeInViewport();
  expect(await top()).toBe(720);
  // Written when one pauses.
  await expect.poll(() => page.evaluate(() => history.state?.[0])).toBeGreaterThan(400);
  await page.reload();
  await expect.poll(top).toBe(720);
  await row(page, 24).getByRole("link").click();
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  await expect.poll(top).toBe(720);
});

test("what one would not see is made visible in the preview, and counted", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await displayText(page).fill(" to  blanke\tog\u00a0et hårdt\u200b og \u202eomvendt\n");
  const preview = page.getByRole("heading", { name: "Sådan vises teksten" }).locator("+ p");
  const seen = await preview.locator(".blank").evaluateAll((all) =>
    all.map((part) => [part.textContent, getComputedStyle(part, "::before").content]),
  );
  expect(seen.map(([text]) => text)).toEqual([" ", "  ", "\t", "\u00a0", "\u200b", "\u202e", "\n"]);
  expect(seen[4]?.[1]).toContain("U+200B");
  expect(seen[5]?.[1]).toContain("U+202E");
  await expect(
    page.getByText("Ekstra mellemrum: 2 · Tabulatorer: 1 · Linjeskift: 1 · Faste mellemrum: 1 · Usynlige tegn: 2"),
  ).toBeVisible();
});

test("a text that is there already is pointed out while one types, with the way to it", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `Findes ${word}`, "x");
  await page.goto("/admin/tekster/ny");
  const field = page.getByLabel("Tekst", { exact: true });
  await field.fill(`Findes ${word}`);
  const told = page.getByRole("status").filter({ hasText: "Teksten findes allerede" });
  await expect(told.getByRole("link", { name: `Findes ${word}` })).toBeVisible();
  await field.fill(`Findes ${word}!`);
  await expect(page.getByText("Teksten findes allerede")).toHaveCount(0);
  await field.fill(` FINDES ${word} `);
  await told.getByRole("link").click();
  await question(page).getByRole("button", { name: "Gå videre" }).click();
  await onPage(page, "Redigér tekst");
  await expect(field).toHaveValue(`Findes ${word}`);
  await expect(page.getByText("Teksten findes allerede")).toHaveCount(0);
});
