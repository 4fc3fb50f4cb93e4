// The first visit on a slow line: something stands there from the first answer on, and nothing of it jumps.
import { expect, test } from "./fixtures";
import { watchShifts } from "./shifts";
import { onPage, signInAs } from "./steps";

test("the frame and a word stand there while the program is still on its way", async ({ page }) => {
  const shifted = await watchShifts(page);
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("status")).toHaveText("Henter …");
  await expect(page.getByRole("banner")).toContainText("Integrationslov");
  letGo();
  await onPage(page, "Log ind");
  await expect(page.getByText("Henter …")).toHaveCount(0);
  expect(await shifted()).toEqual([]);
});

test("on a line of 50 kB/s the page is there in seconds, and is used as soon as it is", async ({ page }) => {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
  const shifted = await watchShifts(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("status")).toHaveText("Henter …");
  await onPage(page, "Log ind");
  await signInAs(page, "sagsbehandler").click();
  await expect(page.getByRole("button", { name: "Log ud" })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  expect(await shifted()).toEqual([]);
});

test("letters that come late move nothing", async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  await page.route("**/*.woff2", async (route) => {
    await held;
    await route.continue();
  });
  const shifted = await watchShifts(page, 0.01);
  await page.goto("/", { waitUntil: "commit" });
  await onPage(page, "Log ind");
  const before = await signInAs(page, "sagsbehandler").boundingBox();
  letGo();
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => page.evaluate(() => document.fonts.check("16px 'IBM Plex Sans'"))).toBe(true);
  const after = await signInAs(page, "sagsbehandler").boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThanOrEqual(1);
  expect(await shifted()).toEqual([]);
});
