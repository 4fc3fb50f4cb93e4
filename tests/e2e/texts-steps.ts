// What the journeys through the dynamic texts share: the API in the session of the page, and the list as one sees it.
import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { signIn, TEXTS_API } from "./steps";

export type Group = { externalIdentifier: string; name: string };
export type Text = { externalIdentifier: string; text: string; displayText: string; group?: Group };

/** A word that no other test has used, to find one's own texts by. */
export function mark(): string {
  return `mærke${randomUUID().slice(0, 8)}`;
}

/** Signs in as the administrator and goes to an address of the texts. */
export async function openTexts(page: Page, address = "/admin/tekster"): Promise<void> {
  await signIn(page, "star-admin", address);
}

export async function allTexts(page: Page): Promise<Text[]> {
  return (await page.request.get(TEXTS_API)).json();
}

export async function allGroups(page: Page): Promise<Group[]> {
  return (await page.request.get(`${TEXTS_API}/groups`)).json();
}

/** The text with this id, or the status that came instead. */
export async function textOf(page: Page, id: string): Promise<Text | number> {
  const answer = await page.request.get(`${TEXTS_API}/${id}`);
  return answer.ok() ? answer.json() : answer.status();
}

/** The texts in which the word stands. */
export async function withWord(page: Page, word: string): Promise<Text[]> {
  return (await allTexts(page)).filter(({ text, displayText }) => `${text}\n${displayText}`.includes(word));
}

/** Puts a text into the database, as another user would; answers its id. */
export async function putText(page: Page, text: string, displayText: string, group?: string): Promise<string> {
  const answer = await page.request.post(`${TEXTS_API}/create`, {
    headers: { "x-requestId": randomUUID() },
    data: { text, displayText, ...(group ? { groupExternalIdentifier: group } : {}) },
  });
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** Puts a text into the database that alone is found then, and leads the keys to its row. */
export async function leadToNew(page: Page, text: string, word: string): Promise<void> {
  await putText(page, `${text} ${word}`, "Vises");
  await page.reload();
  await search(page).fill(word);
  await expect(table(page).getByRole("link")).toHaveCount(1);
  await search(page).press("ArrowDown");
}

/** Changes a text, as a colleague would. */
export async function changeText(page: Page, id: string, text: string, displayText: string): Promise<void> {
  const answer = await page.request.put(`${TEXTS_API}/update/${id}`, {
    headers: { "x-requestId": randomUUID() },
    data: { externalIdentifier: id, text, displayText },
  });
  expect(answer.status()).toBe(200);
}

export function search(page: Page): Locator {
  return page.getByRole("searchbox", { name: "Søg i tekster" });
}

export function group(page: Page): Locator {
  return page.getByRole("combobox", { name: "Gruppe" });
}

/** The groups beside the list. */
export function groups(page: Page): Locator {
  return page.getByRole("navigation", { name: "Grupper" });
}

/** Narrows the list to a group by the link beside it, which tells its number of texts, too. */
export async function choose(page: Page, name: string): Promise<void> {
  await groups(page).getByRole("link").filter({ hasText: new RegExp(`^${name}\\s*[\\d.]*$`) }).click();
  await expect(chosenGroup(page)).toContainText(name);
}

/** The link of the group that the list shows. */
export function chosenGroup(page: Page): Locator {
  return groups(page).locator("[aria-current]");
}

/** The box that chooses all texts that were found. */
export function allBox(page: Page): Locator {
  return table(page).getByRole("columnheader").getByRole("checkbox");
}

/** Chooses all texts that were found, once that many have been. */
export async function chooseAll(page: Page, count: string | number): Promise<void> {
  await expect(allBox(page)).toHaveAccessibleName(`Vælg alle ${count} fundne`);
  await allBox(page).check();
}

/** Scrolls the page to its end. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }));
}

export function table(page: Page): Locator {
  return page.getByRole("grid", { name: "Dynamiske tekster" });
}

/** The rows that are drawn: text, display text, group. */
export async function rows(page: Page): Promise<string[][]> {
  return table(page).evaluate((of: HTMLTableElement) =>
    [...of.querySelectorAll("tbody tr[aria-rowindex]")].map((row) =>
      [...row.querySelectorAll("td")].slice(1).map((cell) => cell.innerText),
    ),
  );
}

/** The first column, cut at the first blank. */
export async function firstWords(page: Page): Promise<string[]> {
  return (await rows(page)).map(([text]) => (text ?? "").split(" ")[0] ?? "");
}

/** Sorts by a column, or turns its order round. */
export async function sortBy(page: Page, heading: string): Promise<void> {
  await table(page).getByRole("columnheader", { name: heading, exact: true }).getByRole("button").click();
}

/** Waits for the count above the list. */
export async function counts(page: Page, shown: number, all: number): Promise<void> {
  const danish = (number: number) => number.toLocaleString("da-DK");
  const counted = page.getByText(`${danish(shown)} af ${danish(all)} tekster`, { exact: true });
  // A hundred thousand take the unoptimised backend a while.
  await expect(counted).toBeVisible({ timeout: all < 100_000 ? 10_000 : 30_000 });
}

/** The row of the list with this number, the first text being 1. */
export function row(page: Page, number: number): Locator {
  return table(page).locator(`tr[aria-rowindex='${number + 1}']`);
}

/** The numbers of the rows that look chosen. */
export async function chosen(page: Page): Promise<number[]> {
  return table(page).evaluate((of: HTMLTableElement) =>
    [...of.querySelectorAll("tr[aria-selected=true]")].map((row) => Number(row.getAttribute("aria-rowindex")) - 1),
  );
}
