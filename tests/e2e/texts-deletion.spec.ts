// Deleting: eight seconds to think, in which nothing is sent; then it is gone. Leaving the page ends the time.
import type { Page, Request, Route } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { allTexts, counts, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

/** A text of one's own, deleted from its page, with the clock in the test's hand; answers its id. */
async function deleted(page: Page, word: string): Promise<string> {
  const id = await putText(page, `Slettes ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  const remove = page.getByRole("button", { name: "Slet" });
  await expect(remove).toBeVisible();
  // The page looks at once whether the text is as the user saw it.
  const looked = page.waitForResponse((response) => response.url().endsWith(id));
  await remove.click();
  await onPage(page, "Dynamiske tekster");
  await expect(page.getByText("Teksten er slettet")).toBeVisible();
  await (await looked).finished();
  return id;
}

/** The deletions of a text that are sent from here on. */
function deletionsOf(page: Page, id: string): Request[] {
  const sent: Request[] = [];
  page.on("request", (request) => request.method() === "DELETE" && request.url().endsWith(id) && sent.push(request));
  return sent;
}

test('"Fortryd" brings it back, and nothing is ever sent', async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const word = mark();
  const id = await deleted(page, word);
  const sent = deletionsOf(page, id);
  const all = (await allTexts(page)).length;
  await counts(page, all - 1, all - 1);
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect(page.getByText("Teksten er ikke slettet")).toBeVisible();
  await counts(page, all, all);
  // The pointer still rests where the button was, and what is under it stays.
  await page.getByRole("heading", { level: 1 }).hover();
  await page.clock.runFor(20_000);
  await expect(page.getByText("Teksten er ikke slettet")).toHaveCount(0);
  expect(sent).toHaveLength(0);
  expect(await textOf(page, id)).toMatchObject({ text: `Slettes ${word}` });
});

test("without it, the request goes after eight seconds and not before", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Slettes ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await expect(page.getByRole("button", { name: "Slet" })).toBeVisible();
  const sent = deletionsOf(page, id);
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await page.getByRole("button", { name: "Slet" }).click();
  await expect(page.getByRole("button", { name: "Fortryd" })).toBeVisible();
  const before = (await allTexts(page)).length;
  await counts(page, before - 1, before - 1);
  await page.clock.runFor(7_999);
  await expect(page.getByRole("button", { name: "Fortryd" })).toBeVisible();
  expect(sent).toHaveLength(0);
  expect(await textOf(page, id)).toMatchObject({ text: `Slettes ${word}` });

  const answered = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.clock.runFor(1);
  expect((await answered).status()).toBe(200);
  await expect(page.getByRole("button", { name: "Fortryd" })).toHaveCount(0);
  expect(await textOf(page, id)).toBe(404);
  expect(sent).toHaveLength(1);
  await counts(page, before - 1, before - 1);
});

test("who is at the button is not hurried, and reaches it one step back from the heading", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  const sent = deletionsOf(page, id);
  const undo = page.getByRole("button", { name: "Fortryd" });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(undo).toBeFocused();
  await page.clock.runFor(30_000);
  await expect(undo).toBeFocused();
  await page.getByRole("searchbox").focus();
  await undo.hover();
  await page.clock.runFor(30_000);
  await expect(undo).toBeVisible();
  expect(sent).toHaveLength(0);
  // Once the pointer has left, the time runs again.
  const answered = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.mouse.move(0, 0);
  await page.clock.runFor(8_000);
  expect((await answered).status()).toBe(200);
  expect(await textOf(page, id)).toBe(404);
});

test("each of two deletions has its own time to undo", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const first = await deleted(page, mark());
  const second = await putText(page, `Slettes ${mark()}`, "x");
  const all = (await allTexts(page)).length;
  await page.evaluate((path) => {
    history.pushState(null, "", path);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/admin/tekster/${second}`);
  await page.getByRole("button", { name: "Slet" }).click();
  const undo = page.getByRole("button", { name: "Fortryd" });
  await expect(undo).toHaveCount(2);
  await undo.first().click();
  await undo.first().click();
  await counts(page, all, all);
  await page.clock.runFor(30_000);
  expect(await textOf(page, first)).toMatchObject({ displayText: "x" });
  expect(await textOf(page, second)).toMatchObject({ displayText: "x" });
});

test("a list that was read before the deletion, and comes after it, does not bring the text back", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await putText(page, `Slettes ${mark()}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await expect(page.getByRole("button", { name: "Slet" })).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  let hasRead = () => {};
  const read = new Promise<void>((done) => (hasRead = done));
  await page.route(TEXTS_API, async (route) => {
    const answer = await route.fetch();
    hasRead();
    await held;
    await route.fulfill({ response: answer });
  });
  await page.getByRole("button", { name: "Slet" }).click();
  await read;
  const answered = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.clock.fastForward(8_000);
  expect((await answered).status()).toBe(200);
  letGo();
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
});

test("two deletions, one after the other, both happen", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const word = mark();
  const ids = [await putText(page, `A ${word}`, "x"), await putText(page, `B ${word}`, "x")];
  await page.goto(`/admin/tekster?soeg=${word}`);
  for (const name of ["A", "B"]) {
    await page.getByRole("link", { name: `${name} ${word}` }).click();
    await page.getByRole("button", { name: "Slet" }).click();
    await onPage(page, "Dynamiske tekster");
  }
  await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
  await page.clock.fastForward(8_000);
  for (const id of ids) await expect.poll(() => textOf(page, id)).toBe(404);
  expect(await withWord(page, word)).toEqual([]);
});

test("it happens while one is already on another page of the site", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  await page.getByRole("link", { name: "Borger" }).click();
  await onPage(page, "Integrationslovsdata");
  await page.clock.fastForward(8_000);
  await expect.poll(() => textOf(page, id)).toBe(404);
});

test("leaving the site within the eight seconds sends the deletion at once", async ({ page, context }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  expect(await textOf(page, id)).not.toBe(404);
  await page.goto("about:blank");
  await expect.poll(async () => (await context.request.get(`${TEXTS_API}/${id}`)).status()).toBe(404);
});

test("closing the tab within the eight seconds sends it, too", async ({ page, context }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  await page.close({ runBeforeUnload: true });
  await expect.poll(async () => (await context.request.get(`${TEXTS_API}/${id}`)).status()).toBe(404);
});

test("reloading within the eight seconds does not bring it back", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  await page.reload();
  await onPage(page, "Dynamiske tekster");
  await expect.poll(() => textOf(page, id)).toBe(404);
});

test("signing out within the eight seconds sends it before the session is over", async ({ page, browser, baseURL }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  await page.getByRole("button", { name: "Log ud" }).click();
  await onPage(page, "Log ind");
  const theirs = await browser.newContext({ baseURL });
  const another = await theirs.newPage();
  await openTexts(another);
  await expect.poll(() => textOf(another, id)).toBe(404);
  await theirs.close();
});

for (const [status, told] of [[403, "Teksten blev ikke slettet"], [500, "Vi ved ikke, om teksten blev slettet"]] as const) {
  test(`a deletion that is answered ${status} is told, and the text is back in the list`, async ({ page }) => {
    await page.clock.install();
    await openTexts(page);
    const word = mark();
    const id = await deleted(page, word);
    const fail = (route: Route) => route.fulfill({ status });
    await page.route(`${TEXTS_API}/${id}`, (route) => (route.request().method() === "DELETE" ? fail(route) : route.fallback()));
    await page.clock.fastForward(8_000);
    await expect(page.getByText(told)).toBeVisible();
    const all = (await allTexts(page)).length;
    await counts(page, all, all);
  });
}

test("a proxy's 404 is no deletion", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const id = await deleted(page, mark());
  const foreign = { status: 404, json: { message: "no Route matched" } };
  await page.route(`${TEXTS_API}/${id}`, (route) => (route.request().method() === "DELETE" ? route.fulfill(foreign) : route.fallback()));
  await page.clock.fastForward(8_000);
  await expect(page.getByText("Teksten blev ikke slettet")).toBeVisible();
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
});

test("each notice names its text, and Ctrl+Z undoes the last deletion, then the one before", async ({ page }) => {
  await page.clock.install();
  await openTexts(page);
  const word = mark();
  for (const name of ["Første", "Anden"]) await putText(page, `${name} ${word}`, "x");
  await page.goto(`/admin/tekster?soeg=${word}`);
  for (const name of ["Første", "Anden"]) {
    await page.getByRole("link", { name: `${name} ${word}` }).click();
    await page.getByRole("button", { name: "Slet" }).click();
    await onPage(page, "Dynamiske tekster");
    await expect(page.getByText(`Teksten er slettet: ${name} ${word}`)).toBeVisible();
  }
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("link", { name: `Anden ${word}` })).toBeVisible();
  await expect(page.getByRole("link", { name: `Første ${word}` })).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("link", { name: `Første ${word}` })).toBeVisible();
  await page.clock.fastForward(30_000);
  expect(await withWord(page, word)).toHaveLength(2);
});
