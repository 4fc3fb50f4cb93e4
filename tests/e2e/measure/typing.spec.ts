// How long the page is busy with a keystroke in the search box, among 100,000 texts, on a processor four times as slow:
// from the key to the rows as they then stand, and the longest piece of work that follows. A measurement, not a test:
// it says what it found and fails only where nothing was found. `cargo xtask bench`.
import { expect, test } from "../fixtures";
import { counts, openTexts, search } from "../texts-steps";

test.use({ flags: "--demo-texts 100000" });
test.setTimeout(300_000);

/** What a frame may take at 60 of them a second, in milliseconds. */
const FRAME = 16;
const SLOWER = 4;

type Measured = { letter: string; ours: number; longest: number; shown: string };

test("typing among 100,000 texts", async ({ page }) => {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ type: "long-animation-frame", buffered: true });
  });
  const opened = Date.now();
  await openTexts(page);
  await expect(page.locator("tbody tr[aria-rowindex]").first()).toBeVisible({ timeout: 120_000 });
  await counts(page, 100_000, 100_000);
  console.log(`the list stands ${Date.now() - opened} ms after signing in began`);

  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const measured: Measured[] = [];
  await search(page).focus();
  for (const letter of "virksomhedspraktikken, tolk") {
    await page.evaluate(() => {
      const marks = globalThis as unknown as { tasks: number[]; begun: number; ours: number };
      marks.tasks.length = 0;
      addEventListener("keydown", () => (marks.begun = performance.now()), { once: true, capture: true });
      // All that the page does with the letter at once is done in this task; a message is the next one.
      addEventListener(
        "input",
        () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (marks.ours = performance.now() - marks.begun);
          port2.postMessage(null);
        },
        { once: true, capture: true },
      );
    });
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await expect(page.getByRole("grid").or(page.getByText("Ingen tekster passer"))).toBeVisible();
    await expect(page.locator("main [role=status][aria-busy=true]")).toHaveCount(0);
    measured.push(
      await page.evaluate((letter) => {
        const { tasks, ours } = globalThis as unknown as { tasks: number[]; ours: number };
        const shown = document.querySelector("main [role=status]")?.textContent ?? "";
        return { letter, ours: Math.round(ours * 10) / 10, longest: Math.max(0, ...tasks), shown };
      }, letter),
    );
  }
  for (const { letter, ours, longest, shown } of measured) {
    console.log(`${letter.padEnd(3)}${ours.toFixed(1).padStart(8)} ms   longest frame ${longest} ms   ${shown.trim()}`);
  }
  const times = measured.map(({ ours }) => ours).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(`median ${median} ms, most ${times.at(-1)} ms, of ${FRAME} ms`);
  expect(measured.at(-1)?.shown).toMatch(/af 100\.000 tekster/);
});
