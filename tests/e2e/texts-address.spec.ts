// Search, group and order live in the address: reload, back, a shared link and saving come back to the same list.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import {
  allGroups,
  allTexts,
  choose,
  chosenGroup,
  counts,
  firstWords,
  mark,
  openTexts,
  putText,
  rows,
  search,
  sortBy,
  table,
} from "./texts-steps";

/** A list narrowed to two own texts of one group, in falling order; answers its address. */
async function narrowed(page: Page): Promise<{ word: string; name: string; address: string }> {
  await openTexts(page);
  const word = `${mark()} & +#%?`;
  const [, { externalIdentifier, name } = { externalIdentifier: "", name: "" }] = await allGroups(page);
  await putText(page, `Første ${word}`, "Æ", externalIdentifier);
  await putText(page, `Anden ${word}`, "Ø", externalIdentifier);
  await putText(page, `Tredje ${word}`, "Å");
  await page.reload();
  await search(page).fill(word);
  await choose(page, name);
  await sortBy(page, "Visningstekst");
  await sortBy(page, "Visningstekst");
  const of = { word, name };
  await isNarrowed(page, of);
  return { ...of, address: page.url() };
}

async function isNarrowed(page: Page, { word, name }: { word: string; name: string }): Promise<void> {
  await onPage(page, "Dynamiske tekster");
  await expect(search(page)).toHaveValue(word);
  await expect(chosenGroup(page)).toContainText(name);
  await expect(table(page).getByRole("columnheader", { name: "Visningstekst" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => firstWords(page)).toEqual(["Anden", "Første"]);
}

test("all of it stands in the address, and a reload keeps it", async ({ page }) => {
  const { word, ...list } = await narrowed(page);
  const query = new URL(list.address).searchParams;
  expect(query.get("soeg")).toBe(word);
  expect(query.get("orden")).toBe("visningstekst");
  expect([...query.keys()]).toEqual(["soeg", "gruppe", "orden", "faldende"]);
  await page.reload();
  await isNarrowed(page, { word, ...list });
  expect(page.url()).toBe(list.address);
});

test("coming back from a text finds it again", async ({ page }) => {
  const list = await narrowed(page);
  await page.getByRole("link", { name: /^Første/ }).click();
  await onPage(page, "Redigér tekst");
  await page.goBack();
  await isNarrowed(page, list);
});

test("coming back works, too, when the texts are loaded again before the list has been drawn", async ({ page }) => {
  await page.clock.install();
  const list = await narrowed(page);
  await page.getByRole("link", { name: /^Første/ }).click();
  await onPage(page, "Redigér tekst");
  // From here on no frame is drawn until the test says so.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await putText(page, `Fjerde ${list.word}`, "Æ");
  const all = (await allTexts(page)).length;
  const read = page.waitForResponse("/v1/DynamicTexts");
  await page.goBack();
  await (await read).finished();
  await counts(page, 2, all);
  await page.clock.runFor(1_000);
  await isNarrowed(page, list);
});

test('"Annuller" and saving lead back to the same place', async ({ page }) => {
  const list = await narrowed(page);
  await page.getByRole("link", { name: /^Første/ }).click();
  await page.getByRole("button", { name: "Annuller" }).click();
  await isNarrowed(page, list);
  await page.getByRole("link", { name: /^Første/ }).click();
  await page.getByLabel("Visningstekst").fill("Æ, ændret");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await isNarrowed(page, list);
  expect((await rows(page)).map((row) => row[1])).toEqual(["Ø", "Æ, ændret"]);
});

test("a shared link shows the same list to a colleague who has to sign in first", async ({ page, browser, baseURL }) => {
  const list = await narrowed(page);
  const theirs = await browser.newContext({ baseURL });
  const colleague = await theirs.newPage();
  await openTexts(colleague, list.address);
  await isNarrowed(colleague, list);
  await theirs.close();
});

test("a link with nonsense in it shows everything", async ({ page }) => {
  await openTexts(page, "/admin/tekster?gruppe=x&orden=y&z=1");
  await expect(search(page)).toHaveValue("");
  await expect(chosenGroup(page)).toContainText("Alle");
  await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(5);
});
