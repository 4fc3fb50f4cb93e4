// What has the focus is seen whole and never lies under anything (WCAG 2.4.11).
import { expect, type Page } from "@playwright/test";

/** What has the focus, and whether it is seen; nothing where nothing has it. */
async function look(page: Page) {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    // Of what is higher than the window, the beginning counts.
    const [x, y] = [(left + right) / 2, Math.min((top + bottom) / 2, Math.max(top, 0) + 12)];
    const seen = document.elementFromPoint(x, y);
    const own = focused.contains(seen) || seen?.contains(focused) || focused.id === (seen as HTMLLabelElement)?.htmlFor;
    return { name: focused.outerHTML.slice(0, 120), seen: Boolean(seen && own), inWindow: Boolean(focused.closest(".table-window")), under: seen?.outerHTML.slice(0, 80) };
  });
}

/** Steps through everything that takes the focus; fails with what was hidden when it had it. */
export async function expectNoHiddenFocus(page: Page): Promise<void> {
  const hidden: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    let found = await look(page);
    // A list that draws only what is seen redraws when the focus scrolls it.
    for (let again = 0; again < 20 && found && !found.seen; again += 1) found = await look(page);
    // Its rows come and go under the focus: what has it there is not looked at here.
    if (found && !found.seen && !found.inWindow) hidden.push(`${found.name} under ${found.under}`);
  }
  expect(hidden).toEqual([]);
}
