// A hundred thousand texts feel like sixty: the list draws no more rows than fit, tells their true number, reaches the
// last one, and lets all be chosen.
import { expect, test } from "./fixtures";
import { allBox, chooseAll, counts, openTexts, rows, scrollToEnd, search, table } from "./texts-steps";

test.use({ flags: "--demo-texts 100000" });

test("a hundred thousand texts are counted, drawn only where one looks, and all within reach", async ({ page }) => {
  await openTexts(page);
  await counts(page, 100_000, 100_000);
  await expect(table(page)).toHaveAttribute("aria-rowcount", "100001");
  expect((await rows(page)).length).toBeLessThan(100);

  const row = (number: number) => table(page).getByRole("row").and(page.locator(`[aria-rowindex='${number}']`));
  await expect(row(2)).toBeInViewport();
  await expect(row(100_001)).toHaveCount(0);
  await scrollToEnd(page);
  await row(100_001).scrollIntoViewIfNeeded();
  await expect(row(100_001)).toBeInViewport();
  await expect(row(2)).toHaveCount(0);
  expect((await rows(page)).length).toBeLessThan(100);

  // Another search begins at its top.
  await search(page).fill("danskuddannelsen");
  await expect(row(2)).toBeInViewport();
  for (const texts of await rows(page)) expect(texts.join(" ").toLowerCase()).toContain("danskuddannelsen");

  // All that were found are chosen at once, and more join them.
  await allBox(page).check();
  await search(page).fill("");
  await counts(page, 100_000, 100_000);
  await chooseAll(page, "100.000");
  await expect(page.getByText("100.000 valgte", { exact: true })).toBeVisible();
  await row(2).getByRole("checkbox").click();
  await expect(page.getByText("99.999 valgte", { exact: true })).toBeVisible();
  await row(2).focus();
  await page.keyboard.press("End");
  await expect(row(100_001)).toBeFocused();
  await expect(row(100_001)).toHaveAttribute("aria-selected", "true");
});
