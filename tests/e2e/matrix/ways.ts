// Ways through the site that reads and writes share.
import type { Page } from "@playwright/test";

/** Goes to an address as by a link, without reloading the page. */
export async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}
