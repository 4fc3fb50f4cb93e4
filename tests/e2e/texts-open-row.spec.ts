// A row that is opened to be read in full, and in which the text can be moved to another group.
import { expect, test } from "./fixtures";
import { TEXTS_API } from "./steps";
import { finished } from "./texts-exchange";
import { allGroups, leadToNew, mark, openTexts, putText, row, scrollToEnd, search, table, textOf } from "./texts-steps";

const LONG = `Første linje\n${"en lang tekst ".repeat(40)}slut`;

test("a row is opened to read both texts in full, and closed again", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `Lang ${word}`, LONG);
  await putText(page, `Mere ${word}`, "Kort");
  await page.goto(`/admin/tekster?soeg=${word}`);
  const open = row(page, 1).getByRole("button", { name: `Vis hele teksten Lang ${word}` });
  await expect(open).toHaveAttribute("aria-expanded", "false");
  const height = async () => (await row(page, 1).boundingBox())?.height ?? 0;
  expect(await height()).toBe(36);
  await open.click();
  await expect(open).toHaveAttribute("aria-expanded", "true");
  await expect.poll(height).toBeGreaterThan(100);
  const cell = row(page, 1).getByRole("gridcell").nth(2);
  expect(await cell.evaluate((cell) => cell.scrollWidth <= cell.clientWidth && cell.scrollHeight <= cell.clientHeight)).toBe(true);
  await expect(row(page, 1)).toHaveAttribute("aria-selected", "false");
  // One is open at a time, and the keys do it, too.
  await row(page, 2).focus();
  await page.keyboard.press("Shift+Enter");
  await expect(open).toHaveAttribute("aria-expanded", "false");
  await expect.poll(height).toBe(36);
  await expect(row(page, 2)).toHaveClass(/open/);
  await page.keyboard.press("Shift+Enter");
  await expect(row(page, 2)).not.toHaveClass(/open/);
});

test("an open row moves those below it, and every row is still where one scrolls to", async ({ page }) => {
  await openTexts(page);
  await row(page, 3).getByRole("button").click();
  await scrollToEnd(page);
  const count = Number(await table(page).getAttribute("aria-rowcount")) - 1;
  await expect(row(page, count)).toBeInViewport();
  const below = () => table(page).evaluate((of) => of.getBoundingClientRect().bottom - ([...of.querySelectorAll("tr[aria-rowindex]")].at(-1)?.getBoundingClientRect().bottom ?? 0));
  expect(Math.abs(await below())).toBeLessThan(2);
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(row(page, 3)).toHaveClass(/open/);
  await search(page).fill("samtale");
  await expect(table(page).locator("tr.open")).toHaveCount(0);
});

test("a text is moved to another group in its row: sent once, and undone", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [first, second] = await allGroups(page);
  const id = await putText(page, `Flyttes ${word}`, "Vises", first?.externalIdentifier);
  await page.goto(`/admin/tekster?soeg=${word}`);
  const sent: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().includes(`${TEXTS_API}/update/`)) sent.push(request.headers()["x-requestid"]);
  });
  await row(page, 1).focus();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Tab");
  const groups = row(page, 1).getByRole("combobox", { name: `Flyt til gruppe Flyttes ${word}` });
  await expect(groups).toBeFocused();
  await expect(groups.getByRole("option", { selected: true })).toHaveText(first?.name ?? "?");
  await groups.selectOption({ label: second?.name ?? "" });
  await finished(page);
  expect(await textOf(page, id)).toMatchObject({ group: second });
  expect(sent).toHaveLength(1);
  await expect(groups.getByRole("option", { selected: true })).toHaveText(second?.name ?? "?");
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect.poll(() => textOf(page, id)).toMatchObject({ group: first });
});

test("on a phone an open card shows all of its text", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openTexts(page);
  const word = mark();
  await leadToNew(page, "Kort", word);
  await row(page, 1).getByRole("button").click();
  await expect(row(page, 1).getByRole("combobox")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
