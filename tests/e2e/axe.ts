// What axe-core finds on a page, in words that tell where to look.
import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type Finding = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };

/** Rules about what a colour scheme can change; all others find the same in the dark as in the light. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Holds the page against axe-core in both colour schemes, wide and at 320 px, where nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoFindings(page, `${colorScheme}, ${width} px`, colorScheme === "dark" ? COLOUR_RULES : undefined);
    }
    await expectNoSidewaysScroll(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Fails with every finding of axe-core's rules for WCAG 2.2 A and AA and its best practices, or of these rules. */
export async function expectNoFindings(page: Page, state: string, rules?: string[]): Promise<void> {
  // A colour that is on its way to another one is neither: it is brought there. What is under the pointer is known one
  // picture later.
  await page.evaluate(async () => {
    // Told by an observer, after the page has heard of its new size: a clock of the test's own draws its frames apart
    // from the browser.
    const picture = () =>
      new Promise<void>((drawn) => {
        const observer = new ResizeObserver(() => {
          observer.disconnect();
          drawn();
        });
        observer.observe(document.documentElement);
      });
    const changing = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    await picture();
    while (changing().length > 0) {
      changing().forEach((one) => one.finish());
      await picture();
    }
    await picture();
  });
  // Through the debugger's world, since the page's own policy lets no other script in.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const findings = await page.evaluate(async (rules) => {
    const axe = (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } }).axe;
    return (await axe.run({ resultTypes: ["violations"], runOnly: rules })).violations;
  }, rules);
  const told = findings.map((finding) => {
    const places = finding.nodes.map((node) => `  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`);
    return `${finding.id} (${finding.impact})\n${places.join("\n")}`;
  });
  expect(told, `axe finds nothing: ${state}`).toEqual([]);
}

/** Fails when the page itself scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, "no sideways scrolling").toBeLessThanOrEqual(seen);
}
