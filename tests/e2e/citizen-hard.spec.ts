// The citizen whose data are hard to show: twenty languages, very long texts, codes in every shape, and texts that look
// like markup. All of it stands there as text, and a narrow page never scrolls sideways.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { COLUMNS, expectedSheet, readSheet } from "./sheet";
import { askApi, lookUp, sheet, signIn } from "./steps";

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = document.scrollingElement;
    return all ? all.scrollWidth - all.clientWidth : Number.NaN;
  });
}

test("shows every value to the letter, line breaks included", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.hard);
  await expect(sheet(page)).toBeVisible();
  const { integrationslovsdata: data } = await (await askApi(page, CITIZEN.hard)).json();
  const shown = await readSheet(page);
  expect(shown).toEqual(expectedSheet(data));

  const values = shown.flatMap((section) => section.rows).map(([, value]) => value);
  expect(values.filter((value) => value.includes("\n\n") && value.length > 9_990)).toHaveLength(6);
  expect(values).toContain("Ukendt kode (987)");
  expect(values).toContain("31. december 2024 kl. 23.59");
  // Blanks alone are no text that anybody could see.
  expect(values).toContain("Ikke oplyst");
  await expect(sheet(page).getByText("23 af 24 felter er udfyldt")).toBeVisible();
});

test("shows twenty languages with their levels side by side", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.hard);
  const table = page.getByRole("table", { name: "Borgerens sprog og niveauer" });
  await expect(table.getByRole("row")).toHaveCount(21);
  const headings = await table.getByRole("columnheader").allInnerTexts();
  expect(headings.map((heading) => heading.replace(/\s+/g, " "))).toEqual(COLUMNS.map(([, heading]) => heading));
  const tigrinya = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Tigrinya" }) });
  await expect(tigrinya).toContainText("9096");
});

test("runs no markup of the data: it is text", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.hard);
  await expect(sheet(page).getByText("<script>alert(1)</script>").first()).toBeVisible();
  await expect(page.locator("section").getByText("Mål uden for listen <em>&amp;</em>")).toBeVisible();
  await expect(sheet(page).getByText("Indsatser <Østerbro> & Omegn")).toBeVisible();
  await expect(sheet(page).locator("script, b, em")).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

for (const width of [320, 375, 768, 1280]) {
  test(`does not scroll the page sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, "sagsbehandler");
    await lookUp(page, CITIZEN.hard);
    await expect(sheet(page)).toBeVisible();
    expect(await sideways(page)).toBe(0);
    // What is too wide scrolls within its own frame, also for those who have only a keyboard; the names stay.
    const table = page.getByRole("region", { name: "Borgerens sprog og niveauer" });
    const scrolls = await table.evaluate((region) => region.scrollWidth > region.clientWidth);
    await expect(table).toHaveAttribute("tabindex", scrolls ? "0" : "-1");
    if (scrolls) {
      await table.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
      const name = table.getByRole("rowheader").first();
      expect((await name.boundingBox())?.x).toBeCloseTo((await table.boundingBox())?.x ?? 0, -1);
    }
  });
}
