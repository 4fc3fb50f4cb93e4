// Every page, dialog and state, reached once and then held against all that must be true of each: nothing jumps on the
// way there, axe-core finds nothing, and it can be read in English, with the user's own text spacing, and at 400 %.
import { expectAccessible, expectNoSidewaysScroll } from "./axe";
import { expectEnglish } from "./english";
import { expect, test } from "./fixtures";
import { expectNoHiddenFocus } from "./hidden-focus";
import { expectHouseRules } from "./house-rules";
import { watchShifts } from "./shifts";
import { expectRoomForSpacing } from "./spacing";
import { STATES } from "./states";
import { toDanish, toEnglish } from "./steps";

for (const { name, reach } of STATES) {
  test(`${name}`, async ({ page }) => {
    const shifted = await watchShifts(page);
    await reach(page);
    await test.step("nothing jumps", async () => {
      await page.evaluate(() => document.fonts.ready);
      expect(await shifted()).toEqual([]);
    });
    await expectHouseRules(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await test.step("in English", async () => {
      await expectEnglish(page, () => toEnglish(page));
      await expectAccessible(page);
    });
    await test.step("in Danish", async () => {
      await toDanish(page);
      await expectAccessible(page);
    });
    await test.step("the user's own text spacing", () => expectRoomForSpacing(page));
    // Last, since the keys count as a sign of life, which changes some states.
    await test.step("at 400 %", async () => {
      await page.setViewportSize({ width: 320, height: 256 });
      await expectNoSidewaysScroll(page);
      await expectNoHiddenFocus(page);
    });
  });
}
