// Ways through the site that reads and writes share.
import { expect, type Page } from "@playwright/test";
import { CITIZEN } from "../demo";
import { lookUp, sheet, signIn } from "../steps";

/** Goes to an address as by a link, without loading the page anew. */
export async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}

/** To a citizen whose data stand on the page. */
export async function atCitizen(page: Page): Promise<void> {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
}
