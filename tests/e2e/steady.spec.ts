// Nothing jumps, targets are large enough and answer at once, and nothing moves for those who need less motion.
import { expect, test } from "./fixtures";
import { watchShifts } from "./shifts";
import { lookUp, sheet, signIn } from "./steps";

test("the watch sees a jump", async ({ page }) => {
  const shifted = await watchShifts(page);
  await page.goto("/");
  await expect(page.getByRole("list", { name: "Demobrugere" })).toBeVisible();
  await page.evaluate(() => document.querySelector("main")?.prepend(Object.assign(document.createElement("div"), { innerHTML: "<p>x</p>".repeat(9) })));
  await expect.poll(shifted).not.toEqual([]);
});

test("every target has 24 pixels", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290202-1234");
  await expect(sheet(page)).toBeVisible();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, a")]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      // Out of sight, as the skip link, or a link within a sentence.
      .filter(({ element, box }) => box.width > 1 && box.top >= 0 && !element.closest("p"))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element, box }) => `${element.textContent} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});

test("every button answers a touch at once, before anything else has happened", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  // Nothing is answered any more: what is seen is the button's own doing.
  await page.route("**/v1/**", () => {});
  const look = (button: Element) => JSON.stringify([getComputedStyle(button).backgroundColor, getComputedStyle(button).color, getComputedStyle(button).boxShadow, getComputedStyle(button).textDecoration]);
  for (const button of await page.getByRole("main").getByRole("button").all()) {
    await button.hover();
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
    const before = await button.evaluate(look);
    await page.mouse.down();
    await expect.poll(() => button.evaluate(look)).not.toBe(before);
    // Let go elsewhere, so that nothing is done.
    await page.mouse.move(0, 0);
    await page.mouse.up();
  }
});

test("with less motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.clock.install();
  await page.route("**/v1/LetasylIntegrationslov", () => {});
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await page.clock.runFor(1_000);
  const spinner = page.locator(".spinner");
  await expect(spinner).toBeVisible();
  const seconds = await spinner.evaluate((element) => parseFloat(getComputedStyle(element).animationDuration));
  expect(seconds).toBeLessThan(0.001);
});

test("a new version offers itself and takes nothing", async ({ page }) => {
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await page.getByLabel("CPR-nummer").fill("2902");
  // As after a deploy: the start page names another program.
  await page.route("**/", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/data-app-js="?[^"\s>]+"?/, 'data-app-js="/letasyl-web-newer.js"');
    await route.fulfill({ response: answer, body });
  });
  const back = () => page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  await back();
  await page.clock.runFor(5 * 60_000);
  await expect(page.getByText("Der er kommet en ny version.")).toHaveCount(0);
  await back();
  await expect(page.getByRole("status").filter({ hasText: "Der er kommet en ny version." })).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(page.getByText("Der er kommet en ny version.")).toBeVisible();
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("2902");
  await page.unroute("**/");
  await page.getByRole("button", { name: "Hent siden igen" }).click();
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
});
