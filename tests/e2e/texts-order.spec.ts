// The order of the list: Danish on each heading (æ ø å last, aa as å, numbers by their value), and round again on a
// second click, told to screen readers, too.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { allGroups, firstWords, mark, openTexts, putText, rows, search, sortBy, table } from "./texts-steps";

/** In Danish order. */
const ORDERED = ["abe", "Nr.2", "Nr.10", "Zebra", "Æble", "æske", "Øre", "Åben", "Aabenraa", "Århus"];
/** The same words in another order, fixed so that the test is the same every time. */
const MIXED = [7, 2, 5, 0, 9, 4, 1, 8, 3, 6].map((index) => ORDERED[index] ?? "");

async function told(page: Page, heading: string): Promise<string | null> {
  return table(page).getByRole("columnheader", { name: heading, exact: true }).getAttribute("aria-sort");
}

async function own(page: Page, word: string): Promise<void> {
  await page.goto(`/admin/tekster?soeg=${encodeURIComponent(word)}`);
  await expect(search(page)).toHaveValue(word);
  await expect.poll(async () => (await rows(page)).length).toBe(ORDERED.length);
}

test('"Tekst" is in Danish order from the start, and turns round', async ({ page }) => {
  await openTexts(page);
  const word = mark();
  for (const first of MIXED) await putText(page, `${first} ${word}`, "x");
  await own(page, word);
  expect(await firstWords(page)).toEqual(ORDERED);
  expect(await told(page, "Tekst")).toBe("ascending");

  await sortBy(page, "Tekst");
  await expect.poll(() => firstWords(page)).toEqual(ORDERED.toReversed());
  expect(await told(page, "Tekst")).toBe("descending");
  await sortBy(page, "Tekst");
  await expect.poll(() => firstWords(page)).toEqual(ORDERED);
});

test('"Visningstekst" has an order of its own', async ({ page }) => {
  await openTexts(page);
  const word = mark();
  for (const [index, first] of MIXED.entries()) await putText(page, `${index} ${word}`, `${first} vises`);
  await own(page, word);
  const shown = async () => (await rows(page)).map(([, displayText]) => displayText?.split(" ")[0]);
  await sortBy(page, "Visningstekst");
  await expect.poll(shown).toEqual(ORDERED);
  expect(await told(page, "Visningstekst")).toBe("ascending");
  expect(await told(page, "Tekst")).toBeNull();
  await sortBy(page, "Visningstekst");
  await expect.poll(shown).toEqual(ORDERED.toReversed());
  expect(await told(page, "Visningstekst")).toBe("descending");
});

test('"Gruppe" orders by the names of the groups', async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const groups = await allGroups(page);
  for (const [index, first] of MIXED.entries()) {
    await putText(page, `${first} ${word}`, "x", groups[index]?.externalIdentifier);
  }
  await own(page, word);
  const shown = async () => (await rows(page)).map(([, , group]) => group);
  // Two have no group: nothing comes before something.
  const names = ["", ""].concat(groups.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "da")));
  expect(names.slice(2, 5)).toEqual(["Beskæftigelse og praktik", "Bolig og økonomi", "Børn, skole og familie"]);
  await sortBy(page, "Gruppe");
  await expect.poll(shown).toEqual(names);
  await sortBy(page, "Gruppe");
  await expect.poll(shown).toEqual(names.toReversed());
});
