// Switching the language loses neither place, input nor focus.
import { DANISH } from "./english";
import { expect, test } from "./fixtures";
import { lookUp, sheet, signIn } from "./steps";

test("there are words to look for", () => {
  expect(DANISH.length).toBeGreaterThan(100);
  expect(DANISH).toContain("Hent data");
});

test("switching keeps the place, what is typed and the focus, and is remembered", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await page.getByLabel("CPR-nummer").fill("2902");
  await page.evaluate(() => scrollTo(0, 700));
  await page.evaluate(() => document.querySelector<HTMLElement>(".site-actions button")?.click());
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByLabel("CPR number")).toHaveValue("2902");
  await expect(page.getByRole("article")).toContainText("5 March 2024");
  expect(await page.evaluate(() => scrollY)).toBe(700);
  await expect(page).toHaveTitle("Integration-law data – Integration Act");

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Integration-law data" })).toBeVisible();
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect(page.getByRole("button", { name: "English" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1, name: "Integrationslovsdata" })).toBeVisible();
});
