// The pictures of the README: the two pages as they are, with demo data and a clock that stands still, so that
// taking them again changes nothing but what has changed.
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { lookUp, sheet, signIn } from "../steps";

const folder = process.env.LETASYL_PICTURES ?? resolve(__dirname, "../../../docs");

test.use({ viewport: { width: 1100, height: 820 } });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date("2024-03-05T14:05:00+01:00"));
});

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", caret: "hide" });
}

test("the page for a citizen", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await picture(page, "borger");
});

test("the list of dynamic texts", async ({ page }) => {
  await signIn(page, "star-admin");
  await expect(page.getByText("60 af 60 tekster")).toBeVisible();
  await picture(page, "tekster");
});
