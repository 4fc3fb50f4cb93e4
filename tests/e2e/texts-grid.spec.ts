// The list as a grid: rows with names of their own, cells that the arrow keys reach, an order that is announced, and in
// forced colours a focus that is not taken for a choice.
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";
import { allGroups, mark, openTexts, putText, row, search, sortBy, table } from "./texts-steps";

test("a row is named by its text, its group and the start of its display text", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [group] = await allGroups(page);
  await putText(page, `A ${word}`, `Mød op ${"i morgen ".repeat(30)}`, group?.externalIdentifier);
  await putText(page, `B ${word}`, "Kort");
  await page.reload();
  await search(page).fill(word);
  await expect(row(page, 1)).toHaveAccessibleName(new RegExp(`^A ${word}, ${group?.name}, Mød op i morgen [i morgen]*$`));
  expect((await row(page, 1).getAttribute("aria-label"))?.length).toBeLessThan(200);
  await expect(row(page, 2)).toHaveAccessibleName(`B ${word}, Kort`);
});

test("← and → reach the cells of a row, ↑ and ↓ stay in their column", async ({ page }) => {
  await openTexts(page);
  const cell = (number: number, place: number) => row(page, number).getByRole("gridcell").nth(place);
  await row(page, 1).focus();
  await page.keyboard.press("ArrowRight");
  await expect(row(page, 1).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(row(page, 1).getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(cell(1, 2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(cell(2, 2)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(cell(2, 3)).toBeFocused();
  for (let n = 0; n < 4; n++) await page.keyboard.press("ArrowLeft");
  await expect(row(page, 2)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(row(page, 2).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("Space");
  await expect(row(page, 2).getByRole("checkbox")).not.toBeChecked();
});

test("sorting is announced, and only once the user sorts", async ({ page }) => {
  await openTexts(page);
  await expect(table(page)).toBeVisible();
  await expect(page.getByText(/^Sorteret efter/)).toHaveCount(0);
  await sortBy(page, "Gruppe");
  await expect(page.getByRole("status").getByText("Sorteret efter Gruppe, stigende")).toBeAttached();
  await sortBy(page, "Gruppe");
  await expect(page.getByRole("status").getByText("Sorteret efter Gruppe, faldende")).toBeAttached();
});

test("forced colours tell the focus from a choice", async ({ page }) => {
  await openTexts(page);
  await page.emulateMedia({ forcedColors: "active" });
  const outlines = (of: Locator) =>
    of.evaluate((row) => [row, row.querySelector("td")!].map((part) => getComputedStyle(part).outlineStyle).join(" "));
  await row(page, 1).getByRole("checkbox").check();
  await row(page, 3).focus();
  expect(await outlines(row(page, 1))).toBe("none solid");
  expect(await outlines(row(page, 2))).toBe("none none");
  expect(await outlines(row(page, 3))).toBe("solid none");
  await row(page, 1).focus();
  expect(await outlines(row(page, 1))).toBe("solid solid");
});
