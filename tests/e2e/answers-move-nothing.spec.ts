// The data stay where they are when an answer comes: what moves them is the user's own click, at once.
import type { Page } from "@playwright/test";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { action, atCitizen, CITIZEN_API, PDF_API, sheet, transfer, TRANSFER_API } from "./steps";

/** How far down the data begin. */
async function top(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.ready);
  return sheet(page).evaluate((sheet) => Math.round(sheet.getBoundingClientRect().top + scrollY));
}

/** Holds the answers of a path back until that is called. */
async function hold(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${path}`, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

for (const [width, height] of [[1280, 800], [1366, 768], [390, 844]] as const) {
  test(`a receipt comes where there is room for it: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await atCitizen(page);
    const answer = await hold(page, TRANSFER_API);
    await transfer(page);
    await expect(page.getByText("Overfører …").first()).toBeVisible();
    const before = await top(page);
    answer();
    await expect(page.getByRole("region", { name: "Kvittering" })).toBeVisible();
    expect(await top(page)).toBe(before);
  });
}

test("a PDF that is saved moves nothing, while it is made or after it", async ({ page }) => {
  await atCitizen(page);
  const before = await top(page);
  const answer = await hold(page, PDF_API);
  await action(page, "Hent PDF").click();
  await expect(page.getByText("Henter PDF …")).toBeVisible();
  expect(await top(page)).toBe(before);
  const download = page.waitForEvent("download");
  answer();
  await download;
  await expect(page.getByText("PDF'en er hentet")).toBeVisible();
  await expect(page.getByText("Borgerens jobcenter 10100")).toBeVisible();
  expect(await top(page)).toBe(before);
});

test("a PDF that is shown comes where there is room for it", WITH_VIEWER, async ({ page }) => {
  await atCitizen(page);
  const answer = await hold(page, PDF_API);
  await action(page, "Vis PDF").click();
  await expect(page.getByText("Henter PDF …")).toBeVisible();
  const before = await top(page);
  answer();
  await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
  expect(await top(page)).toBe(before);
});

for (const [width, height] of [[1280, 800], [320, 640]] as const) {
  test(`a failure lies over the data, in sight wherever the page is scrolled to: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await atCitizen(page);
    await sheet(page).getByRole("heading", { name: "Sprog" }).scrollIntoViewIfNeeded();
    const more = page.getByRole("button", { name: "Flere", exact: true });
    if (await more.isVisible()) await more.click();
    const before = await top(page);
    for (const [path, name] of [[CITIZEN_API, "Hent igen"], [PDF_API, "Hent PDF"]] as const) {
      await page.route(`**${path}`, (route) => route.abort());
      const failed = page.waitForEvent("requestfailed", (request) => request.url().endsWith(path));
      await action(page, name).click();
      await failed;
      await expect(page.getByRole("alert")).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("button", { name: "Luk", exact: true })).toBeInViewport({ ratio: 1 });
      expect(await top(page)).toBe(before);
    }
    await page.getByRole("button", { name: "Luk", exact: true }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    expect(await top(page)).toBe(before);
  });
}
