// Memory in one session with a thousand look-ups and changes of page. A measurement: it says what it found.
import { test } from "../fixtures";
import { counters, keepMemory, measure } from "../memory";
import { IN_A_ROUND, round } from "../memory-rounds";
import { openTexts } from "../texts-steps";

test.setTimeout(1_800_000);

test("a thousand look-ups and changes of page", async ({ page }) => {
  await keepMemory(page);
  await openTexts(page);
  const cdp = await counters(page);
  for (let done = 0; done <= 1_000; done += IN_A_ROUND) {
    if (done % 100 === 0) {
      const { wasm, nodes, listeners, heap } = await measure(page, cdp);
      const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
      console.log(`${String(done).padStart(5)}: WebAssembly ${megabytes(wasm)}, ${nodes} nodes, ${listeners} listeners, JavaScript ${megabytes(heap)}`);
    }
    await round(page);
  }
});
