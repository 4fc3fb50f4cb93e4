// WCAG 1.4.12: the user's own spacing of text cuts nothing off.
import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./axe";

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Spaces the text at 320 px, and takes the spacing away again. */
export async function expectRoomForSpacing(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
  await expectNoSidewaysScroll(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, label, h1, h2, .alert p, dt, dd")]
      .filter((element) => element.offsetParent && getComputedStyle(element).overflowX !== "visible")
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent),
  );
  expect(cut, "no text is cut off").toEqual([]);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
}
