// Who works all day in one session has at its end no more in memory than after the first minutes.
// `cargo xtask bench` goes through a thousand look-ups and changes of page.
import { expect, test } from "./fixtures";
import { counters, keepMemory, measure } from "./memory";
import { round } from "./memory-rounds";
import { openTexts } from "./texts-steps";

const WARM = 6;
const ROUNDS = 10;
/** WebAssembly's memory grows by pages of so many bytes. */
const A_PAGE = 65_536;

test("neither elements nor listeners nor WebAssembly's memory grow with the rounds", async ({ page }) => {
  test.setTimeout(180_000);
  await keepMemory(page);
  await openTexts(page);
  const cdp = await counters(page);
  const rounds = async (count: number) => {
    for (let done = 0; done < count; done++) await round(page);
    return measure(page, cdp);
  };
  // What is made at its first use is there from then on.
  const before = await rounds(WARM);
  const after = await rounds(ROUNDS);
  expect(before.wasm).toBeGreaterThan(1_000_000);
  // What stayed behind in each round would be many more: it was about eight pages once.
  expect(after.wasm - before.wasm).toBeLessThanOrEqual(4 * A_PAGE);
  expect(after.nodes - before.nodes).toBeLessThan(ROUNDS);
  expect(after.listeners - before.listeners).toBeLessThan(ROUNDS);
});
