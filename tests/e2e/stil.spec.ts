// Every component in every state: without a finding of axe-core in each theme, and never wider than the page.
import { expectNoFindings, expectNoSidewaysScroll } from "./axe";
import { expect, openStil, test } from "./stil";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test(`components, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await openStil(page);
      await expectNoFindings(page, "components");
      await expectNoSidewaysScroll(page);
      for (const name of ["Vis meddelelse", "Vis advarsel"]) {
        await page.getByRole("button", { name }).click();
        await expect(page.getByRole("status").getByRole("button", { name: "Luk" })).toBeVisible();
        await expectNoFindings(page, name);
        await expectNoSidewaysScroll(page);
      }
      await page.getByRole("button", { name: "Åbn dialog" }).click();
      await expect(page.getByRole("dialog", { name: "Er du sikker?" })).toBeVisible();
      await expectNoFindings(page, "dialog");
      await expectNoSidewaysScroll(page);
    });
  }
}

test("in forced colours buttons and fields keep their borders", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openStil(page);
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll("main .button, main input[type=text], main select, main textarea, main .alert")]
      .filter((element) => {
        const style = getComputedStyle(element);
        return style.borderTopStyle === "none" && style.borderLeftStyle === "none" && style.outlineStyle === "none";
      })
      .map((element) => element.className),
  );
  expect(bare).toEqual([]);
});
