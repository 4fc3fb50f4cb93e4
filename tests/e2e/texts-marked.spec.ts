// Marked text is for copying: it keeps a click in its own row from choosing it, and nothing else.
import { expect, test } from "./fixtures";
import { chosen, openTexts, row } from "./texts-steps";

test("boxes work while text is marked anywhere on the page", async ({ page }) => {
  await openTexts(page);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("h1")!));
  await row(page, 1).getByRole("checkbox").check();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("tbody")!));
  await row(page, 2).getByRole("checkbox").check();
  expect(await chosen(page)).toEqual([1, 2]);
  await row(page, 2).getByRole("checkbox").uncheck();
  expect(await chosen(page)).toEqual([1]);
});

test("a user who has marked a piece of a row does not choose the row", async ({ page }) => {
  await openTexts(page);
  const cell = row(page, 2).getByRole("gridcell").nth(2);
  await cell.evaluate((cell) => getSelection()?.selectAllChildren(cell));
  expect(await page.evaluate(() => getSelection()?.type)).toBe("Range");
  await cell.dispatchEvent("click");
  const before = await chosen(page);
  await cell.dispatchEvent("click");
  expect(await chosen(page)).toEqual(before);
});
