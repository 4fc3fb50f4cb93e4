// Ten thousand texts feel like sixty: the list draws no more rows than fit, tells their true number, and reaches the
// last one.
import { expect, test } from "./fixtures";
import { counts, openTexts, rows, search, table } from "./texts-steps";

test.use({ flags: "--demo-texts 10000" });

test("ten thousand texts are counted, drawn only where one looks, and all within reach", async ({ page }) => {
  await openTexts(page);
  await counts(page, 10_000, 10_000);
  await expect(table(page)).toHaveAttribute("aria-rowcount", "10001");
  expect((await rows(page)).length).toBeLessThan(100);

  const row = (number: number) => table(page).getByRole("row").and(page.locator(`[aria-rowindex='${number}']`));
  await expect(row(2)).toBeInViewport();
  await expect(row(10_001)).toHaveCount(0);
  await table(page).evaluate((of) => of.parentElement?.scrollTo({ top: of.scrollHeight }));
  await row(10_001).scrollIntoViewIfNeeded();
  await expect(row(10_001)).toBeInViewport();
  await expect(row(2)).toHaveCount(0);
  expect((await rows(page)).length).toBeLessThan(100);

  // Another search begins at its top.
  await search(page).fill("danskuddannelsen");
  await expect(row(2)).toBeInViewport();
  for (const texts of await rows(page)) expect(texts.join(" ").toLowerCase()).toContain("danskuddannelsen");
});
