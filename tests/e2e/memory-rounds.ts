// Rounds through the whole site in one session: citizens looked up one after the other, and the pages changed.
import { expect, type Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { lookUp, onPage, sheet } from "./steps";
import { table } from "./texts-steps";

const PEOPLE = [CITIZEN.full, CITIZEN.hard, CITIZEN.bare, CITIZEN.elsewhere];

/** So many look-ups and changes of page are in a round. */
export const IN_A_ROUND = 10;

/** One round; begins and ends at the list of texts. */
export async function round(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Borger" }).click();
  await onPage(page, "Integrationslovsdata");
  for (const cpr of PEOPLE) {
    await lookUp(page, cpr);
    await expect(sheet(page)).toContainText(cpr.slice(6));
  }
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await expect(table(page).getByRole("link").first()).toBeVisible();
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await onPage(page, "Ny tekst");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await page.getByRole("link", { name: "Importér", exact: true }).click();
  await onPage(page, "Importér tekster");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await expect(table(page).getByRole("link").first()).toBeVisible();
}
