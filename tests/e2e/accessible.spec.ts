// Every page, dialog and state without a finding of axe-core: in both languages, light and dark, wide and at 320 px.
import { expectAccessible, expectNoSidewaysScroll } from "./axe";
import { test } from "./fixtures";
import { STATES } from "./states";
import { toEnglish } from "./steps";

for (const { name, reach } of STATES) {
  test(`accessible: ${name}`, async ({ page }) => {
    await reach(page);
    for (const language of ["da", "en"]) {
      if (language === "en") {
        // Under a modal dialog the switch is out of reach, as it should be.
        if (await page.getByRole("dialog").isVisible()) continue;
        await toEnglish(page);
      }
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
