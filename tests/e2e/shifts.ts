// Every shift of the layout that no touch of the user caused.
import type { Page } from "@playwright/test";

/** Watches from the first paint on; answers the way to ask what has moved so far. Nothing has as long as the sum of all
 * shifts, as browsers measure them, is less than anybody sees. */
export async function watchShifts(page: Page, unseen = 0.001): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string }[] = [];
    Object.assign(globalThis, { shifts });
    type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: Source[] };
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(" ");
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const what = node instanceof Element ? node.outerHTML : node?.textContent;
          return `${what?.slice(0, 80)} (${place(previousRect)} → ${place(currentRect)})`;
        });
        if (!hadRecentInput) shifts.push({ value, moved: moved.join(", ") });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => {
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: { value: number; moved: string }[] }).shifts);
    const sum = shifts.reduce((all, { value }) => all + value, 0);
    return sum < unseen ? [] : shifts.map(({ value, moved }) => `${value.toFixed(4)}: ${moved}`);
  };
}
