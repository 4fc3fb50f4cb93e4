// Every page, dialog and state without a finding of axe-core: in both languages, light and dark, wide and at 320 px.
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./axe";
import { expect, test } from "./fixtures";
import { STATES } from "./states";
import { toEnglish } from "./steps";

/** The design system's rules: no disabled buttons, no placeholders, no forms in dialogs. */
async function expectHouseRules(page: Page): Promise<void> {
  const broken = page.locator("button:disabled, [aria-disabled=true], [placeholder], dialog form, dialog input");
  expect(await broken.evaluateAll((found) => found.map((element) => element.outerHTML))).toEqual([]);
}

for (const { name, reach } of STATES) {
  test(`accessible: ${name}`, async ({ page }) => {
    await reach(page);
    await expectHouseRules(page);
    for (const language of ["da", "en"]) {
      if (language === "en") await toEnglish(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const state = `${name}, ${language}, ${colorScheme}, ${width} px`;
          await expectAccessible(page, state);
          await expectNoSidewaysScroll(page, state);
        }
      }
    }
  });
}
