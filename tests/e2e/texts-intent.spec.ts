// A save is one decision about one text and these words: another decision has another request id, and only what stands
// in the text afterwards counts as saved.
import { randomUUID } from "node:crypto";
import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { changeText, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

const displayText = (page: Page) => page.getByLabel("Visningstekst");
const save = (page: Page) => page.getByRole("button", { name: "Gem", exact: true }).click();

/** Opens a text that was put there as a colleague would; answers its id. */
async function opened(page: Page, word: string): Promise<string> {
  await openTexts(page, "/borger");
  const id = await putText(page, `Tekst ${word}`, "før");
  await page.goto(`/admin/tekster/${id}`);
  return id;
}

/** Opens a text, and loses the answer of its first save. */
async function savedAndLost(page: Page, word: string): Promise<string> {
  const id = await opened(page, word);
  await displayText(page).fill("min");
  const lose = async (route: Route) => {
    expect((await route.fetch()).status()).toBe(200);
    await route.abort("connectionreset");
  };
  await page.route(`${TEXTS_API}/update/${id}`, lose, { times: 1 });
  await save(page);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText: "min" });
  return id;
}

test("to keep one's own words after a colleague's change is a new decision with a new id", async ({ page }) => {
  const word = mark();
  const id = await savedAndLost(page, word);
  await changeText(page, id, `Tekst ${word}`, "en kollegas");
  await save(page);
  await page.getByRole("button", { name: "Gem min" }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText: "min" });
});

test("to create a text again after a colleague deleted it is a new decision, too", async ({ page }) => {
  const word = mark();
  const id = await savedAndLost(page, word);
  const deleted = await page.request.delete(`${TEXTS_API}/${id}`, { headers: { "x-requestId": randomUUID() } });
  expect(deleted.status()).toBe(200);
  await save(page);
  await page.getByRole("button", { name: "Opret den på ny" }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await withWord(page, word)).toMatchObject([{ displayText: "min" }]);
});

test("an id that was seen before is no proof: what stands in the text is", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await displayText(page).fill("min");
  // As if the id had been spent by something else.
  await page.route(`${TEXTS_API}/update/${id}`, (route) => route.fulfill({ status: 412, json: { status: 412 } }));
  await save(page);
  await expect(page.getByText("En anden har ændret teksten")).toBeVisible();
  await expect(page.getByText("Teksten er gemt")).toHaveCount(0);
});

test("words typed while a save is under way stay, and are saved by the next one", async ({ page }) => {
  const word = mark();
  const id = await opened(page, word);
  await displayText(page).fill("første");
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route(`${TEXTS_API}/update/${id}`, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => request.method() === "PUT");
  await save(page);
  await asked;
  await displayText(page).fill("første og anden");
  go();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await expect(displayText(page)).toHaveValue("første og anden");
  expect(await textOf(page, id)).toMatchObject({ displayText: "første" });
  await save(page);
  await expect.poll(() => textOf(page, id)).toMatchObject({ displayText: "første og anden" });
});

test("saving without changes sends nothing, and says so", async ({ page }) => {
  await openTexts(page, "/borger");
  const id = await putText(page, `Tekst ${mark()}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await expect(displayText(page)).toHaveValue("x");
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes(id) && sent.push(request.url()));
  await save(page);
  await expect(page.getByText("Der er ingen ændringer at gemme")).toBeVisible();
  await onPage(page, "Dynamiske tekster");
  expect(sent).toEqual([]);
});
