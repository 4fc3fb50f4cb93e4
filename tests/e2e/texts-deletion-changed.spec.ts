// A deletion applies to the text as the user saw it: saving the text keeps it, and a colleague's change is never
// deleted unseen.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { choose, csv, finished, openImport } from "./texts-exchange";
import { changeText, mark, openTexts, putText, rows, row, textOf } from "./texts-steps";

const NOT_DELETED = "Teksten er ikke slettet, fordi en anden har ændret den";

const displayText = (page: Page) => page.getByLabel("Visningstekst");
const remove = (page: Page) => page.getByRole("button", { name: "Slet", exact: true });
const undo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Fortryd" });
const deleted = (page: Page) => page.getByRole("main").getByRole("alert").filter({ hasText: "Teksten er slettet" });

/** Opens a text of one's own, with the clock in the test's hand; answers its id. */
async function opened(page: Page, word = mark()): Promise<string> {
  await page.clock.install();
  await openTexts(page, "/borger");
  const id = await putText(page, `Tekst ${word}`, "før");
  await page.goto(`/admin/tekster/${id}`);
  await expect(displayText(page)).toHaveValue("før");
  return id;
}

/** The page says that a colleague has changed the text, which is as the colleague left it. */
async function expectKept(page: Page, word: string, id: string, displayText: string): Promise<void> {
  await expect(page.getByText(`${NOT_DELETED}: Tekst ${word}`)).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText });
}

/** Deletes the text that is open, once the page has looked whether it is as the user saw it. */
async function removed(page: Page, id: string): Promise<void> {
  const looked = page.waitForResponse((response) => response.url().endsWith(id));
  await remove(page).click();
  await onPage(page, "Dynamiske tekster");
  await (await looked).finished();
}

test("a text that is deleted, opened again and saved is kept", async ({ page }) => {
  const id = await opened(page);
  await removed(page, id);
  await page.goBack();
  await onPage(page, "Redigér tekst");
  await expect(deleted(page)).toBeVisible();
  await displayText(page).fill("efter");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await expect(undo(page)).toHaveCount(0);
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "efter" });
});

test("the page of a text that is on its way out says so, and can undo it", async ({ page }) => {
  const id = await opened(page);
  await removed(page, id);
  await page.goBack();
  await deleted(page).getByRole("button", { name: "Fortryd" }).click();
  await expect(deleted(page)).toHaveCount(0);
  await expect(remove(page)).toBeVisible();
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "før" });
});

test("a text that is gone while its page is open can be created again", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await removed(page, id);
  await page.goBack();
  await expect(deleted(page)).toBeVisible();
  await page.clock.fastForward(8_000);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Teksten findes ikke længere");
  expect(await textOf(page, id)).toBe(404);
  await page.getByRole("button", { name: "Opret den på ny" }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
});

test("a text that is saved in another tab is kept", async ({ page, context }) => {
  const id = await opened(page);
  const other = await context.newPage();
  await other.goto(`/admin/tekster/${id}`);
  await expect(displayText(other)).toHaveValue("før");
  await removed(page, id);
  await expect(deleted(other)).toBeVisible();
  await displayText(other).fill("fra den anden fane");
  await other.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(other.getByText("Teksten er gemt")).toBeVisible();
  await expect(page.getByText("Teksten er ikke slettet")).toBeVisible();
  await expect(undo(page)).toHaveCount(0);
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "fra den anden fane" });
});

test("a tab that is opened later knows of the deletion, and can undo it", async ({ page, context }) => {
  const id = await opened(page);
  await removed(page, id);
  const other = await context.newPage();
  await other.goto(`/admin/tekster/${id}`);
  await deleted(other).getByRole("button", { name: "Fortryd" }).click();
  await expect(page.getByText("Teksten er ikke slettet")).toBeVisible();
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "før" });
});

test("a text that a colleague changed before the deletion is kept, and the user learns it at once", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await changeText(page, id, `Tekst ${word}`, "en kollegas");
  await removed(page, id);
  await expectKept(page, word, id, "en kollegas");
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "en kollegas" });
});

test("a text that a colleague changes within the eight seconds is kept", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await removed(page, id);
  await changeText(page, id, `Tekst ${word}`, "en kollegas");
  await page.clock.fastForward(8_000);
  await expectKept(page, word, id, "en kollegas");
});

test("deleting while a conflict is shown asks, and deletes what was shown and nothing newer", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await changeText(page, id, `Tekst ${word}`, "en kollegas");
  await displayText(page).fill("min");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("En anden har ændret teksten, mens du skrev")).toBeVisible();
  await remove(page).click();
  await page.getByRole("dialog", { name: "Slet teksten?" }).getByRole("button", { name: "Slet" }).click();
  await onPage(page, "Dynamiske tekster");
  await changeText(page, id, `Tekst ${word}`, "en kollegas nyeste");
  await page.clock.fastForward(8_000);
  await expectKept(page, word, id, "en kollegas nyeste");
});

test("a text that is imported in another tab is kept", async ({ page, context }) => {
  const word = mark();
  const id = await opened(page, word);
  const other = await context.newPage();
  await openImport(other);
  await choose(other, "tekster.csv", csv([[id, `Tekst ${word}`, "fra filen", "", ""]]));
  await expect(other.getByRole("button", { name: "Ret 1" })).toBeVisible();
  await removed(page, id);
  await other.getByRole("button", { name: "Ret 1" }).click();
  await finished(other);
  await expect(page.getByText("Teksten er ikke slettet")).toBeVisible();
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "fra filen" });
});

test("of the chosen texts, those that a colleague changed are kept, and shown as such", async ({ page }) => {
  await openTexts(page, "/borger");
  const word = mark();
  const ids = [await putText(page, `A ${word}`, "x"), await putText(page, `B ${word}`, "x")];
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect.poll(() => rows(page)).toHaveLength(2);
  await row(page, 1).getByRole("checkbox").check();
  await row(page, 2).getByRole("checkbox").check();
  await changeText(page, ids[1]!, `B ${word}`, "en kollegas");
  await page.getByRole("button", { name: "Slet valgte" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Slet" }).click();
  await expect(page.getByRole("heading", { name: "1 udført, 1 mislykkedes" })).toBeVisible();
  await expect(page.getByText("Ændret af en anden imens, og derfor ikke ændret")).toBeVisible();
  expect(await textOf(page, ids[0]!)).toBe(404);
  expect(await textOf(page, ids[1]!)).toMatchObject({ displayText: "en kollegas" });
});

test("a deletion whose answer is lost is sent again with its id, and has happened once", async ({ page }) => {
  const id = await opened(page);
  await removed(page, id);
  const sent: (string | undefined)[] = [];
  await page.route(`${TEXTS_API}/${id}`, async (route) => {
    if (route.request().method() !== "DELETE") return route.fallback();
    sent.push(route.request().headers()["x-requestid"]);
    if (sent.length > 1) return route.fallback();
    expect((await route.fetch()).status()).toBe(200);
    return route.abort("connectionreset");
  });
  await page.clock.fastForward(8_000);
  await expect.poll(() => sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
  await expect(page.getByText("Vi ved ikke, om teksten blev slettet")).toHaveCount(0);
  await expect(page.getByText("Teksten blev ikke slettet")).toHaveCount(0);
  expect(await textOf(page, id)).toBe(404);
});

test("where nobody knows whether a text was deleted, trying again is the same intent", async ({ page }) => {
  const id = await opened(page);
  await removed(page, id);
  const sent: (string | undefined)[] = [];
  await page.route(`${TEXTS_API}/${id}`, async (route) => {
    if (route.request().method() !== "DELETE") return route.fallback();
    sent.push(route.request().headers()["x-requestid"]);
    return sent.length > 2 ? route.fallback() : route.abort("connectionreset");
  });
  await page.clock.fastForward(8_000);
  await expect(page.getByText("Vi ved ikke, om teksten blev slettet")).toBeVisible();
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await expect.poll(() => textOf(page, id)).toBe(404);
  expect(new Set(sent).size).toBe(1);
});

test('"Slet" asks where something typed is not saved, and "Fortryd" brings that back, too', async ({ page }) => {
  const id = await opened(page);
  await displayText(page).fill("ikke gemt");
  const question = page.getByRole("dialog", { name: "Slet teksten?" });
  await remove(page).click();
  await expect(question.getByRole("button", { name: "Annuller" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(displayText(page)).toHaveValue("ikke gemt");
  await remove(page).click();
  await question.getByRole("button", { name: "Slet" }).click();
  await onPage(page, "Dynamiske tekster");
  await undo(page).click();
  await onPage(page, "Redigér tekst");
  await expect(displayText(page)).toHaveValue("ikke gemt");
  await page.clock.runFor(30_000);
  expect(await textOf(page, id)).toMatchObject({ displayText: "før" });
});
