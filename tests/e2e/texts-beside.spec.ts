// On a wide screen a text opens beside the list, which stays as it is; on a narrow one it is a page of its own.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { counts, mark, openTexts, putText, row, search, table } from "./texts-steps";

const WIDE = { width: 1_366, height: 768 };
const NARROW = { width: 1_000, height: 768 };

const name = (page: Page) => page.getByLabel("Tekst", { exact: true });
const displayText = (page: Page) => page.getByLabel("Visningstekst");
const link = (page: Page, text: string) => table(page).getByRole("link", { name: text, exact: true });
const top = (page: Page) => page.evaluate(() => scrollY);

/** Texts of one's own in the list, and nothing else. */
async function some(page: Page, count: number): Promise<string> {
  const word = mark();
  await openTexts(page);
  for (let n = 1; n <= count; n += 1) await putText(page, `${String(n).padStart(2, "0")} ${word}`, `Vises ${n}`);
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect(link(page, `01 ${word}`)).toBeVisible();
  return word;
}

test.use({ viewport: WIDE });

test("the list stays where it is, and its row tells which text is open", async ({ page }) => {
  const word = await some(page, 40);
  await page.evaluate(() => scrollTo(0, 800));
  await expect(link(page, `30 ${word}`)).toBeInViewport();
  const before = await top(page);
  const place = await link(page, `30 ${word}`).boundingBox();
  await link(page, `30 ${word}`).click();
  await onPage(page, "Redigér tekst");
  await expect(name(page)).toHaveValue(`30 ${word}`);
  await expect(name(page)).toBeInViewport();
  await expect(link(page, `30 ${word}`)).toHaveAttribute("aria-current", "true");
  expect(before).toBeGreaterThan(0);
  expect((await link(page, `30 ${word}`).boundingBox())?.y).toBeCloseTo(place?.y ?? 0, -1);
  await page.getByRole("button", { name: "Annuller" }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(link(page, `30 ${word}`)).toBeInViewport();
  await expect(link(page, `30 ${word}`)).not.toHaveAttribute("aria-current");
});

test("another text of the list asks where something would be lost, and nothing else does", async ({ page }) => {
  const word = await some(page, 3);
  await link(page, `01 ${word}`).click();
  await expect(name(page)).toHaveValue(`01 ${word}`);
  await link(page, `02 ${word}`).click();
  await expect(name(page)).toHaveValue(`02 ${word}`);
  await displayText(page).fill("Halvt");
  await search(page).fill(`"03 ${word}"`);
  await expect(link(page, `02 ${word}`)).toHaveCount(0);
  await expect(displayText(page)).toHaveValue("Halvt");
  await link(page, `03 ${word}`).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bliv her" }).click();
  await expect(displayText(page)).toHaveValue("Halvt");
  await expect(page).toHaveTitle(/^02 /);
});

test("what was searched for beside a text is what the list shows after it, and its title is back", async ({ page }) => {
  const word = await some(page, 3);
  await link(page, `01 ${word}`).click();
  await onPage(page, "Redigér tekst");
  await search(page).fill(`"03 ${word}"`);
  await expect(link(page, `01 ${word}`)).toHaveCount(0);
  await page.getByRole("button", { name: "Annuller" }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(page).toHaveURL(new RegExp(`soeg=%2203%20${encodeURIComponent(word)}%22$`));
  await expect(link(page, `03 ${word}`)).toBeVisible();
});

test('"Gem og næste" leads the mark on, and keeps it in sight', async ({ page }) => {
  const word = await some(page, 40);
  await link(page, `15 ${word}`).click();
  for (let n = 16; n <= 40; n += 1) {
    await expect(name(page)).toHaveValue(`${n - 1} ${word}`);
    await page.getByRole("button", { name: "Gem og næste" }).click();
  }
  await expect(name(page)).toHaveValue(`40 ${word}`);
  await expect(link(page, `40 ${word}`)).toHaveAttribute("aria-current", "true");
  await expect(link(page, `40 ${word}`)).toBeInViewport({ ratio: 1 });
});

test("a saved text is marked in the list and in sight", async ({ page }) => {
  const word = await some(page, 40);
  await link(page, `02 ${word}`).click();
  await name(page).fill(`39a ${word}`);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(page.locator("tr.saved")).toContainText(`39a ${word}`);
  await expect(page.locator("tr.saved")).toBeInViewport({ ratio: 1 });
});

test("the address of a text reads the list once, and shows both", async ({ page }) => {
  const word = await some(page, 1);
  const id = (await link(page, `01 ${word}`).getAttribute("href"))?.split("/").at(-1);
  const reads: string[] = [];
  page.on("request", (request) => request.url().endsWith(TEXTS_API) && reads.push(request.method()));
  await page.goto(`/admin/tekster/${id}`);
  await expect(name(page)).toHaveValue(`01 ${word}`);
  await expect(table(page)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Teksterne i listen" })).toContainText(" af ");
  expect(reads).toHaveLength(1);
});

test("going on to another text asks for the groups once, and for the list not at all", async ({ page }) => {
  const word = await some(page, 2);
  await link(page, `01 ${word}`).click();
  await expect(name(page)).toHaveValue(`01 ${word}`);
  await page.waitForLoadState("networkidle");
  const reads: string[] = [];
  page.on("request", (request) => reads.push(new URL(request.url()).pathname));
  await link(page, `02 ${word}`).click();
  await expect(name(page)).toHaveValue(`02 ${word}`);
  await page.waitForLoadState("networkidle");
  expect(reads.filter((path) => path === `${TEXTS_API}/groups`)).toHaveLength(1);
  expect(reads).not.toContain(TEXTS_API);
});

test("what is typed stays while the window becomes narrow and wide again", async ({ page }) => {
  const word = await some(page, 3);
  await link(page, `02 ${word}`).click();
  await displayText(page).fill("Halvt skrevet");
  await page.setViewportSize(NARROW);
  await expect(table(page)).toHaveCount(0);
  await expect(displayText(page)).toHaveValue("Halvt skrevet");
  await page.setViewportSize(WIDE);
  await expect(link(page, `02 ${word}`)).toHaveAttribute("aria-current", "true");
  await expect(displayText(page)).toHaveValue("Halvt skrevet");
  await expect(search(page)).toHaveValue(word);
});

test("on a narrow screen a text takes the place of the list, which comes back as it was", async ({ page }) => {
  await page.setViewportSize(NARROW);
  const word = await some(page, 3);
  await link(page, `02 ${word}`).click();
  await expect(name(page)).toHaveValue(`02 ${word}`);
  await expect(table(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Annuller" }).click();
  await expect(link(page, `02 ${word}`)).toBeVisible();
  await expect(search(page)).toHaveValue(word);
});

test("the keys go through what is seen of a row beside a text", async ({ page }) => {
  const word = await some(page, 2);
  await link(page, `01 ${word}`).click();
  await onPage(page, "Redigér tekst");
  await search(page).press("ArrowDown");
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowRight");
  await expect(table(page).getByRole("link").and(page.locator(":focus"))).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, 1).getByRole("checkbox")).toBeFocused();
});

test("on a large screen the preview stands beside what is written", async ({ page }) => {
  await page.setViewportSize({ width: 1_700, height: 900 });
  await openTexts(page, "/admin/tekster/ny");
  await displayText(page).fill("Kom til samtale");
  const [field, preview] = await Promise.all([
    displayText(page).boundingBox(),
    page.getByRole("main").getByText("Kom til samtale").last().boundingBox(),
  ]);
  expect(preview?.x).toBeGreaterThan((field?.x ?? 0) + (field?.width ?? 0));
  expect(Math.abs((preview?.y ?? 0) - (field?.y ?? 0))).toBeLessThan(100);
});

test("a text that is there already is told at its field, which leads to where it is", async ({ page }) => {
  const word = await some(page, 1);
  await page.getByRole("link", { name: "Ny tekst" }).click();
  const field = await displayText(page).boundingBox();
  await name(page).fill(`01 ${word}`);
  const lead = page.getByRole("button", { name: "Teksten findes allerede" });
  await expect(lead).toBeInViewport({ ratio: 1 });
  expect((await displayText(page).boundingBox())?.y).toBe(field?.y);
  await lead.click();
  await expect(page.locator("#ens-tekster")).toBeFocused();
  await expect(page.locator("#ens-tekster").getByRole("link", { name: `01 ${word}` })).toBeInViewport();
});
