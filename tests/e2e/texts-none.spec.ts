// No texts at all: the list says so, and how to begin.
import { expect, test } from "./fixtures";
import { openTexts, rows, table } from "./texts-steps";

test.use({ flags: "--demo-texts 0" });

test("without a text, the page leads to the first", async ({ page }) => {
  await openTexts(page);
  await expect(page.getByText("Der er ingen tekster endnu")).toBeVisible();
  await expect(page.getByText("Opret den første med Ny tekst.")).toBeVisible();
  await expect(table(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await page.getByLabel("Tekst", { exact: true }).fill("Den første");
  await page.getByLabel("Visningstekst").fill("Her er den");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("1 af 1 tekst", { exact: true })).toBeVisible();
  await expect.poll(() => rows(page)).toEqual([["Den første", "Her er den", ""]]);
});
