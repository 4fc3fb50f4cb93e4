// Many texts at once: moved, deleted, stopped, tried again; each once, and nobody's newer words lost.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { cellsOf, COLUMNS, finished, heap, moveChosen, parse } from "./texts-exchange";
import { allGroups, chooseAll, counts, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

/** So many texts of one's own, found by their word and chosen; answers their ids. */
async function chosen(page: Page, many: number, word: string): Promise<string[]> {
  await openTexts(page);
  const ids: string[] = [];
  for (let n = 0; n < many; n++) ids.push(await putText(page, `Nr. ${n} ${word}`, `Som skrevet ${n}`));
  await page.goto(`/admin/tekster?soeg=${word}`);
  await chooseAll(page, many);
  await expect(page.getByText(`${many} valgte`)).toBeVisible();
  return ids;
}

async function deleteChosen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Slet valgte" }).click();
  await page.getByRole("dialog", { name: "Slet de valgte tekster?" }).getByRole("button", { name: "Slet" }).click();
}

test("the chosen texts move to a group and out of it, with the newest words and never more than four at once", async ({ page }) => {
  const word = mark();
  const ids = await chosen(page, 12, word);
  const [group] = await allGroups(page);
  // Somebody else writes meanwhile; the list does not know it yet.
  await page.request.put(`${TEXTS_API}/update/${ids[0]}`, {
    headers: { "x-requestId": randomUUID() },
    data: { externalIdentifier: ids[0], text: `Nr. 0 ${word}`, displayText: "En andens" },
  });
  let [under, most] = [0, 0];
  await page.route(`${TEXTS_API}/update/*`, async (route) => {
    most = Math.max(most, ++under);
    const answer = await route.fetch();
    under--;
    await route.fulfill({ response: answer });
  });
  await moveChosen(page, group?.name ?? "");
  await finished(page);
  await expect(await heap(page, "Udført", 12)).toHaveCount(12);
  const moved = await withWord(page, word);
  expect(moved.every((text) => text.group?.externalIdentifier === group?.externalIdentifier)).toBe(true);
  expect(await textOf(page, ids[0] ?? "")).toMatchObject({ displayText: "En andens" });
  expect(most).toBeLessThanOrEqual(4);
  // What is done is no longer chosen.
  await page.getByRole("button", { name: "Luk", exact: true }).click();
  await expect(page.getByRole("button", { name: "Slet valgte" })).toHaveCount(0);

  await chooseAll(page, 12);
  await moveChosen(page, "Uden gruppe");
  await finished(page);
  expect((await withWord(page, word)).every((text) => !text.group)).toBe(true);
});

test("deleting asks first and tells the number; a text that is gone already counts as deleted", async ({ page }) => {
  const word = mark();
  const ids = await chosen(page, 6, word);
  await page.getByRole("button", { name: "Slet valgte" }).click();
  const dialog = page.getByRole("dialog", { name: "Slet de valgte tekster?" });
  await expect(dialog).toContainText("6 tekster slettes. Det kan ikke fortrydes.");
  await dialog.getByRole("button", { name: "Annuller" }).click();
  expect(await withWord(page, word)).toHaveLength(6);
  await page.request.delete(`${TEXTS_API}/${ids[3]}`, { headers: { "x-requestId": randomUUID() } });
  await deleteChosen(page);
  await finished(page);
  await heap(page, "Udført", 6);
  expect(await withWord(page, word)).toHaveLength(0);
  await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
});

test("what failed is told with its reason, stays chosen, and alone is sent again, with the same ids", async ({ page }) => {
  const word = mark();
  const ids = await chosen(page, 5, word);
  const sent: string[] = [];
  let failing = true;
  await page.route(`${TEXTS_API}/*`, async (route) => {
    const request = route.request();
    if (request.method() !== "DELETE") return route.fallback();
    sent.push(request.headers()["x-requestid"] ?? "");
    if (failing && request.url().endsWith(ids[1] ?? "")) return route.fulfill({ status: 500 });
    // It takes effect, and the answer is lost.
    const answer = await route.fetch();
    if (failing && request.url().endsWith(ids[2] ?? "")) return route.abort("connectionreset");
    return route.fulfill({ response: answer });
  });
  await deleteChosen(page);
  await finished(page, "3 udført, 2 mislykkedes");
  await expect(await heap(page, "Der er en fejl på denne side", 1)).toHaveText([`Nr. 1 ${word}`]);
  await expect(await heap(page, "Der kom intet svar", 1)).toHaveText([`Nr. 2 ${word}`]);
  await heap(page, "Udført", 3);
  await counts(page, 1, (await page.request.get(TEXTS_API).then((answer) => answer.json())).length);
  failing = false;
  await page.getByRole("button", { name: "Prøv de mislykkede igen" }).click();
  await finished(page);
  await heap(page, "Udført", 5);
  expect(await withWord(page, word)).toHaveLength(0);
  // The one whose answer was lost is seen to be gone, and is not sent again.
  expect(sent).toHaveLength(6);
  expect(new Set(sent).size).toBe(5);
});

test("without a network it stops and loses nothing", async ({ page, context }) => {
  const word = mark();
  await chosen(page, 8, word);
  const group = (await allGroups(page))[0]?.name ?? "";
  await context.setOffline(true);
  await moveChosen(page, group);
  await finished(page, "Stoppet");
  await expect(page.getByText("Du har ingen forbindelse til nettet").first()).toBeVisible();
  await heap(page, "Ikke sendt", 8);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await finished(page);
  await heap(page, "Udført", 8);
  expect((await withWord(page, word)).every((text) => text.group?.name === group)).toBe(true);
});

test("work goes on while other pages are shown, and its line leads to what became of it", async ({ page }) => {
  const word = mark();
  await chosen(page, 5, word);
  let go = () => {};
  const held = new Promise<void>((free) => (go = free));
  await page.route(`${TEXTS_API}/*`, async (route) => {
    if (route.request().method() === "DELETE") await held;
    return route.fallback();
  });
  await deleteChosen(page);
  await expect(page.getByRole("progressbar", { name: "Sletter tekster" })).toBeVisible();
  await page.getByRole("link", { name: "Dine sessioner" }).click();
  await onPage(page, "Dine sessioner");
  const line = page.getByText(/^Sletter tekster: /);
  await expect(line).toHaveText(/^Sletter tekster: 0 af 5/);
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  go();
  await expect(line).toHaveText("Sletter tekster: Færdig");
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await page.getByRole("link", { name: "Vis", exact: true }).click();
  await finished(page);
  await heap(page, "Udført", 5);
  expect(await withWord(page, word)).toEqual([]);
  await page.getByRole("button", { name: "Luk" }).click();
  await page.getByRole("link", { name: "Dine sessioner" }).click();
  await onPage(page, "Dine sessioner");
  await expect(line).toHaveCount(0);
});

test("what failed can be had as a file, to be corrected and imported", async ({ page }) => {
  const word = mark();
  await chosen(page, 3, word);
  const texts = await withWord(page, word);
  await page.route(`${TEXTS_API}/*`, (route) => (route.request().method() === "DELETE" ? route.fulfill({ status: 403 }) : route.fallback()));
  await deleteChosen(page);
  await finished(page, "0 udført, 3 mislykkedes");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent de 3 som CSV" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^tekster-mislykkede-3-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...rows] = parse(readFileSync(await file.path(), "utf8"));
  expect(head).toEqual(COLUMNS);
  expect(rows.sort()).toEqual(texts.map(cellsOf).sort());
});

test("a proxy's 404 is no deletion of any of many", async ({ page }) => {
  const word = mark();
  await chosen(page, 3, word);
  const foreign = { status: 404, json: { message: "no Route matched" } };
  await page.route(`${TEXTS_API}/*`, (route) => (route.request().method() === "DELETE" ? route.fulfill(foreign) : route.fallback()));
  await deleteChosen(page);
  await finished(page, "0 udført, 3 mislykkedes");
  await heap(page, "Forespørgslen blev afvist", 3);
  expect(await withWord(page, word)).toHaveLength(3);
});

test("a job goes on at the pace that the backend asks for", async ({ page }) => {
  const word = mark();
  await chosen(page, 3, word);
  const slower = { status: 429, headers: { "retry-after": "0" }, json: { status: 429 } };
  let held = 0;
  await page.route(`${TEXTS_API}/*`, (route) => {
    if (route.request().method() !== "DELETE" || held >= 2) return route.fallback();
    held += 1;
    return route.fulfill(slower);
  });
  await deleteChosen(page);
  await finished(page);
  expect(held).toBe(2);
  expect(await withWord(page, word)).toEqual([]);
});

test("what another search hides is counted, named before it is deleted, shown and deselected", async ({ page }) => {
  const word = mark();
  await chosen(page, 3, word);
  await page.getByRole("searchbox").fill(`"Nr. 1 ${word}"`);
  await expect(page.getByText("3 valgte, heraf 2 ikke vist", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Slet valgte" }).click();
  const dialog = page.getByRole("dialog", { name: "Slet de valgte tekster?" });
  for (const n of [0, 1, 2]) await expect(dialog).toContainText(`»Nr. ${n} ${word}«`);
  await expect(dialog).toContainText("(heraf 2 ikke vist)");
  await expect(dialog.getByRole("button", { name: "Annuller" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Vis dem" }).click();
  await expect(page.getByText("3 valgte", { exact: true })).toBeVisible();
  await page.getByRole("searchbox").fill(`"Nr. 1 ${word}"`);
  await page.getByRole("button", { name: "Fravælg dem, der ikke vises" }).click();
  await expect(page.getByText("1 valgt", { exact: true })).toBeVisible();
  expect(await withWord(page, word)).toHaveLength(3);
});
