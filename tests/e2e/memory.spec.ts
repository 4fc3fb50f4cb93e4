// Who works all day in one session has at its end no more in memory than after the first minutes.
// `cargo xtask bench` goes through a thousand look-ups and changes of page.
import { expect, test } from "./fixtures";
import { counters, keepMemory, measure } from "./memory";
import { round } from "./memory-rounds";
import { openTexts } from "./texts-steps";

const ROUNDS = 5;

test("neither elements nor listeners nor WebAssembly's memory grow with the rounds", async ({ page }) => {
  test.setTimeout(180_000);
  await keepMemory(page);
  await openTexts(page);
  const cdp = await counters(page);
  const rounds = async () => {
    for (let done = 0; done < ROUNDS; done++) await round(page);
    return measure(page, cdp);
  };
  // What is made at its first use is there from then on.
  await rounds();
  const before = await rounds();
  const after = await rounds();
  expect(before.wasm).toBeGreaterThan(1_000_000);
  expect(after.wasm).toBe(before.wasm);
  // Something that stayed behind in each round would be many more.
  expect(after.nodes - before.nodes).toBeLessThan(4 * ROUNDS);
  expect(after.listeners - before.listeners).toBeLessThan(ROUNDS);
});
