// Moving the chosen texts: never automatically, but after a question that says how many go where, and back again.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { TEXTS_API } from "./steps";
import { finished, heap, moveChosen } from "./texts-exchange";
import { allGroups, chooseAll, type Group, mark, openTexts, putText, row, rows, textOf, withWord } from "./texts-steps";

const question = (page: Page) => page.getByRole("dialog", { name: "Flyt de valgte tekster?" });
const button = (page: Page) => page.getByRole("button", { name: "Flyt", exact: true });

/** Three texts, two of them in the first two groups, found and chosen; answers their ids and the groups. */
async function chosen(page: Page, word: string): Promise<{ ids: string[]; groups: Group[] }> {
  await openTexts(page);
  const groups = (await allGroups(page)).slice(0, 3);
  const ids = [
    await putText(page, `A ${word}`, "x", groups[0]?.externalIdentifier),
    await putText(page, `B ${word}`, "x", groups[1]?.externalIdentifier),
    await putText(page, `C ${word}`, "x"),
  ];
  await page.goto(`/admin/tekster?soeg=${word}`);
  await chooseAll(page, 3);
  return { ids, groups };
}

const groupsOf = async (page: Page, word: string) =>
  (await withWord(page, word)).sort((a, b) => a.text.localeCompare(b.text)).map(({ group }) => group?.name);

test("without a target nothing moves, and the page says what is missing", async ({ page }) => {
  const word = mark();
  await chosen(page, word);
  const before = await groupsOf(page, word);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
  await button(page).click();
  await expect(page.getByText("Vælg først, hvor teksterne skal flyttes hen")).toBeVisible();
  await expect(question(page)).toBeHidden();
  await expect(page.getByLabel("Flyt de valgte til")).toHaveValue("");
  expect(sent).toEqual([]);
  expect(await groupsOf(page, word)).toEqual(before);
});

test("the question says how many go where, and Enter on it moves nothing", async ({ page }) => {
  const word = mark();
  const { groups } = await chosen(page, word);
  const before = await groupsOf(page, word);
  await page.getByLabel("Flyt de valgte til").selectOption({ label: groups[2]?.name ?? "" });
  await button(page).click();
  await expect(question(page)).toContainText(`3 tekster flyttes til »${groups[2]?.name}«.`);
  await expect(question(page)).toContainText(`»A ${word}«, »B ${word}«, »C ${word}«`);
  await expect(question(page).getByRole("button", { name: "Annuller" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question(page)).toBeHidden();
  expect(await groupsOf(page, word)).toEqual(before);
  await page.getByLabel("Flyt de valgte til").selectOption({ label: "Uden gruppe" });
  await button(page).click();
  await expect(question(page)).toContainText("3 tekster tages ud af deres gruppe.");
});

test('"Fortryd" puts each text back into its group', async ({ page }) => {
  const word = mark();
  const { groups } = await chosen(page, word);
  const before = await groupsOf(page, word);
  await moveChosen(page, groups[2]?.name ?? "");
  await finished(page);
  expect(new Set(await groupsOf(page, word))).toEqual(new Set([groups[2]?.name]));
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect.poll(() => groupsOf(page, word)).toEqual(before);
  await finished(page);
});

test("a text that a colleague has moved since stays where it is", async ({ page }) => {
  const word = mark();
  const { ids, groups } = await chosen(page, word);
  const put = await page.request.put(`${TEXTS_API}/update/${ids[0]}`, {
    headers: { "x-requestId": randomUUID() },
    data: { externalIdentifier: ids[0], text: `A ${word}`, displayText: "x", groupExternalIdentifier: groups[1]?.externalIdentifier },
  });
  expect(put.status()).toBe(200);
  await moveChosen(page, groups[2]?.name ?? "");
  await finished(page, "2 udført, 1 mislykkedes");
  await expect(await heap(page, "Ændret af en anden imens, og derfor ikke ændret", 1)).toHaveText([`A ${word}`]);
  expect(await textOf(page, ids[0] ?? "")).toMatchObject({ group: { name: groups[1]?.name } });
});

test("a row that a colleague changes between two attempts is not taken for saved", async ({ page }) => {
  const word = mark();
  const { ids, groups } = await chosen(page, word);
  const target = groups[2];
  let tries = 0;
  await page.route(`${TEXTS_API}/update/${ids[0]}`, async (route) => {
    if (++tries > 1) return route.fallback();
    // It takes effect, its answer is lost, and a colleague moves the text back and changes its words.
    expect((await route.fetch()).status()).toBe(200);
    const put = await page.request.put(`${TEXTS_API}/update/${ids[0]}`, {
      headers: { "x-requestId": randomUUID() },
      data: { externalIdentifier: ids[0], text: `A ${word}`, displayText: "ny", groupExternalIdentifier: groups[0]?.externalIdentifier },
    });
    expect(put.status()).toBe(200);
    return route.abort("connectionreset");
  });
  await moveChosen(page, target?.name ?? "");
  await finished(page, "2 udført, 1 mislykkedes");
  await page.getByRole("button", { name: "Prøv de mislykkede igen" }).click();
  await finished(page);
  expect(await textOf(page, ids[0] ?? "")).toMatchObject({ displayText: "ny", group: { name: target?.name } });
});

test("a group that is gone when the groups are read again is no target any more", async ({ page }) => {
  const word = mark();
  const { groups } = await chosen(page, word);
  const target = groups[2];
  await page.route(`${TEXTS_API}/groups`, async (route) => {
    const answer = await route.fetch();
    const all = (await answer.json()) as Group[];
    await route.fulfill({ json: all.filter(({ name }) => name !== target?.name) });
  });
  // With the result of a move the groups are read again.
  await moveChosen(page, target?.name ?? "");
  await finished(page);
  await row(page, 1).getByRole("checkbox").check();
  const select = page.getByLabel("Flyt de valgte til");
  await expect(select.getByRole("option", { name: target?.name ?? "", exact: true })).toHaveCount(0);
  await expect(select).toHaveValue("");
  await button(page).click();
  await expect(page.getByText("Vælg først, hvor teksterne skal flyttes hen")).toBeVisible();
});

test("the bar is there again once the work is done, and the focus is where the work was", async ({ page }) => {
  const word = mark();
  await chosen(page, word);
  await moveChosen(page, "Uden gruppe");
  await finished(page);
  const work = page.getByRole("region", { name: "Flytter tekster" });
  await expect(work).toBeFocused();
  await row(page, 1).getByRole("checkbox").check();
  await expect(button(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Slet valgte" })).toBeVisible();
  await work.getByRole("button", { name: "Luk" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect.poll(() => rows(page)).toHaveLength(3);
});
