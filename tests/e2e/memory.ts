// What a page holds in memory after its rubbish is gone: WebAssembly's pages, elements, listeners, JavaScript's.
import type { CDPSession, Page } from "@playwright/test";

export type Memory = { wasm: number; nodes: number; listeners: number; heap: number };

/** Keeps the memory of the app within reach; before the first page is opened. */
export async function keepMemory(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const reach = globalThis as unknown as { appMemory?: WebAssembly.Memory };
    const found = (instance: WebAssembly.Instance) => {
      // The module of texts has none of its own: it takes that of the app.
      reach.appMemory ??= Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
    };
    const { instantiate, instantiateStreaming } = WebAssembly;
    WebAssembly.instantiate = (async (...args: Parameters<typeof instantiate>) => {
      const made = await instantiate(...args);
      found("instance" in made ? (made as WebAssembly.WebAssemblyInstantiatedSource).instance : (made as WebAssembly.Instance));
      return made;
    }) as typeof instantiate;
    WebAssembly.instantiateStreaming = async (...args) => {
      const made = await instantiateStreaming(...args);
      found(made.instance);
      return made;
    };
  });
}

/** Opens the browser's own counters. */
export async function counters(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  return cdp;
}

/** What is held now; the sizes in bytes. */
export async function measure(page: Page, cdp: CDPSession): Promise<Memory> {
  // A list draws first what would fit, then what does: some rows more or less.
  await page.evaluate(async () => {
    for (let frames = 0; frames < 4; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const wasm = await page.evaluate(
    () => (globalThis as unknown as { appMemory?: WebAssembly.Memory }).appMemory?.buffer.byteLength ?? Number.NaN,
  );
  return { wasm, nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
}
