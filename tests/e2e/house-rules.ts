// The design system's rules: no disabled buttons, no placeholders, no forms in dialogs.
import { expect, type Page } from "@playwright/test";

export async function expectHouseRules(page: Page): Promise<void> {
  const broken = page.locator("button:disabled, [aria-disabled=true], [placeholder], dialog form, dialog input");
  expect(await broken.evaluateAll((found) => found.map((element) => element.outerHTML))).toEqual([]);
}
