// Two people write the same text: nothing is overwritten unseen. What was read, what is there now and what one has
// written stand side by side, and the user chooses.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, sentTo, TEXTS_API } from "./steps";
import { allGroups, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

const save = (page: Page) => page.getByRole("button", { name: "Gem", exact: true }).click();
const displayText = (page: Page) => page.getByLabel("Visningstekst");

/** Changes a text as another user would. */
async function changeElsewhere(page: Page, id: string, text: string, shown: string, group?: string): Promise<void> {
  const answer = await page.request.put(`${TEXTS_API}/update/${id}`, {
    headers: { "x-requestId": randomUUID() },
    data: { externalIdentifier: id, text, displayText: shown, ...(group ? { groupExternalIdentifier: group } : {}) },
  });
  expect(answer.status()).toBe(200);
}

/** A text that somebody else changes while one writes, up to the question. */
async function conflict(page: Page): Promise<{ id: string; word: string }> {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Møde ${word}`, "Mød op klokken 9 på jobcentret");
  await page.goto(`/admin/tekster/${id}`);
  await displayText(page).fill("Mød op klokken 9 på rådhuset");
  await changeElsewhere(page, id, `Møde ${word}`, "Mød op klokken 10 på jobcentret");
  const written = sentTo(page, `${TEXTS_API}/update/${id}`);
  await save(page);
  await expect(page.getByRole("alert").filter({ hasText: "En anden har ændret teksten, mens du skrev" })).toBeFocused();
  expect(written).toHaveLength(0);
  return { id, word };
}

test("all three versions stand side by side, with what differs marked", async ({ page }) => {
  await conflict(page);
  const version = (name: string) =>
    page.locator(".card-box").filter({ has: page.getByRole("heading", { level: 2, name }) }).locator("dd").nth(1);
  await expect(version("Da du hentede den")).toHaveText("Mød op klokken 9 på jobcentret");
  await expect(version("Da du hentede den").locator("ins, del")).toHaveCount(0);
  await expect(version("Som den er nu").locator("del")).toHaveText("9");
  await expect(version("Som den er nu").locator("ins")).toHaveText("10");
  await expect(version("Som du har skrevet den").locator("del")).toHaveText("jobcentret");
  await expect(version("Som du har skrevet den").locator("ins")).toHaveText("rådhuset");
});

test("keeping one's own saves it, with both ids equal", async ({ page }) => {
  const { id, word } = await conflict(page);
  const written = sentTo(page, `${TEXTS_API}/update/${id}`);
  await page.getByRole("button", { name: "Gem min" }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ text: `Møde ${word}`, displayText: "Mød op klokken 9 på rådhuset" });
  expect(written.map((request) => request.postDataJSON().externalIdentifier)).toEqual([id]);
});

test("taking theirs puts it into the form, and there is nothing left to lose", async ({ page }) => {
  const { id } = await conflict(page);
  await page.getByRole("button", { name: "Brug den nuværende" }).click();
  await expect(displayText(page)).toHaveValue("Mød op klokken 10 på jobcentret");
  await expect(page.getByText("En anden har ændret teksten")).toHaveCount(0);
  await page.getByRole("button", { name: "Annuller" }).click();
  await onPage(page, "Dynamiske tekster");
  expect(await textOf(page, id)).toMatchObject({ displayText: "Mød op klokken 10 på jobcentret" });
});

test("going on editing keeps what is typed, and saving then overwrites what was seen", async ({ page }) => {
  const { id } = await conflict(page);
  await page.getByRole("button", { name: "Fortsæt med at redigere" }).click();
  await expect(displayText(page)).toHaveValue("Mød op klokken 9 på rådhuset");
  await displayText(page).fill("Mød op klokken 10 på rådhuset");
  await save(page);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText: "Mød op klokken 10 på rådhuset" });
});

test("a third change while one decides is found, too", async ({ page }) => {
  const { id, word } = await conflict(page);
  await changeElsewhere(page, id, `Møde ${word}`, "Mød op klokken 11 på jobcentret");
  await page.getByRole("button", { name: "Gem min" }).click();
  await expect(page.locator(".compare ins").first()).toHaveText("11");
  expect(await textOf(page, id)).toMatchObject({ displayText: "Mød op klokken 11 på jobcentret" });
});

test("the same change by both is no conflict", async ({ page }) => {
  await openTexts(page);
  const id = await putText(page, `Ens ${mark()}`, "før");
  const { text } = (await textOf(page, id)) as { text: string };
  await page.goto(`/admin/tekster/${id}`);
  await displayText(page).fill("efter");
  await changeElsewhere(page, id, text, "efter");
  await save(page);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
});

test("another group is a change, too", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [group] = await allGroups(page);
  const id = await putText(page, `Gruppe ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await displayText(page).fill("y");
  await changeElsewhere(page, id, `Gruppe ${word}`, "x", group?.externalIdentifier);
  await save(page);
  await expect(page.locator(".compare ins").first()).toBeVisible();
  const shown = await page.locator(".compare dd").allInnerTexts();
  expect(shown.join("|")).toContain("Uden gruppe");
  expect(shown.join("|")).toContain(group?.name ?? "");
});

test("deleted meanwhile: that is said, and it can be created again", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Slettes ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await displayText(page).fill("Min ændring");
  const headers = { "x-requestId": randomUUID() };
  expect((await page.request.delete(`${TEXTS_API}/${id}`, { headers })).status()).toBe(200);
  await save(page);
  await expect(page.getByRole("alert").filter({ hasText: "Teksten findes ikke længere" })).toBeFocused();
  await page.getByRole("button", { name: "Opret den på ny" }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  const [created, ...others] = await withWord(page, word);
  expect(others).toEqual([]);
  expect(created).toMatchObject({ text: `Slettes ${word}`, displayText: "Min ændring" });
  expect(created?.externalIdentifier).not.toBe(id);
});
