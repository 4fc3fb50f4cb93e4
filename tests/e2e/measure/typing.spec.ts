// How long a keystroke in the search box takes, among 100,000 texts, on a processor four times as slow. A measurement,
// not a test: it says what it found and fails only where nothing was found. `cargo xtask bench`.
//
// Ours is what lies between the key and the changed page: the browser's putting the letter into the box, our handler,
// and all that follows of it before the browser may go on. With the drawing, which is the browser's, it is the time to
// the next task.
import { expect, test } from "../fixtures";
import { counts, openTexts, search } from "../texts-steps";

test.use({ flags: "--demo-texts 100000" });
test.setTimeout(300_000);

/** What a frame may take at 60 of them a second, in milliseconds. */
const FRAME = 16;
const SLOWER = 4;

type Measured = { letter: string; ours: number; drawn: number; longest: number; shown: string };

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
      const marks = globalThis as unknown as { tasks: number[]; begun: number; ours: number; drawn: number };
      marks.tasks.length = 0;
      addEventListener("keydown", () => (marks.begun = performance.now()), { once: true, capture: true });
      // The last of all that hear of the letter: between two of them runs whatever the one before has put off.
      addEventListener(
        "input",
        () => {
          marks.ours = performance.now() - marks.begun;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (marks.drawn = performance.now() - marks.begun);
          port2.postMessage(null);
        },
        { once: true },
      );
    });
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await expect(page.getByRole("grid").or(page.getByText("Ingen tekster svarer til søgningen"))).toBeVisible();
    await expect(page.locator("main [role=status][aria-busy=true]")).toHaveCount(0);
    measured.push(
      await page.evaluate((letter) => {
        const { tasks, ours, drawn } = globalThis as unknown as { tasks: number[]; ours: number; drawn: number };
        const shown = document.querySelector("main [role=status]")?.textContent ?? "";
        return { letter, ours, drawn, longest: Math.max(0, ...tasks), shown };
      }, letter),
    );
  }
  const ms = (time: number) => `${time.toFixed(1).padStart(6)} ms`;
  for (const { letter, ours, drawn, longest, shown } of measured) {
    const frame = longest ? `longest frame ${longest} ms` : "no long frame";
    console.log(`${letter.padEnd(2)}ours ${ms(ours)}   drawn ${ms(drawn)}   ${frame}   ${shown.trim()}`);
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  const ours = measured.map((one) => one.ours);
  console.log(`ours: median ${ms(median(ours))}, most ${ms(Math.max(...ours))}, of ${FRAME} ms`);
  console.log(`drawn: median ${ms(median(measured.map((one) => one.drawn)))}`);
  expect(measured.at(-1)?.shown).toMatch(/af 100\.000 tekster/);
});
