// Every component in every state, light and dark: what to look at after a change of style.
import { join, resolve } from "node:path";
import { openStil, test } from "../stil";

const folder = process.env.LETASYL_PICTURES ?? resolve(__dirname, "../../../docs");

for (const colorScheme of ["light", "dark"] as const) {
  test(`components, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openStil(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `stil-${colorScheme}.png`), fullPage: true, animations: "disabled" });
  });
}
