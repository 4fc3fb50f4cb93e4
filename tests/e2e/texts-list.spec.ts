// The list of dynamic texts: how many there are, searching, and the filter by group, compared with what the API answers.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import { allGroups, allTexts, counts, firstWords, group, mark, openTexts, putText, rows, search, table } from "./texts-steps";

async function reload(page: Page): Promise<void> {
  await page.reload();
  await onPage(page, "Dynamiske tekster");
}

test("shows how many texts there are, and each with display text and group", async ({ page }) => {
  await openTexts(page);
  await onPage(page, "Dynamiske tekster");
  const texts = await allTexts(page);
  expect(texts.length).toBeGreaterThanOrEqual(50);
  await counts(page, texts.length, texts.length);
  await expect(table(page)).toHaveAttribute("aria-rowcount", String(texts.length + 1));
  // A row is one line, whatever blanks and line breaks are in the texts.
  const line = (cells: string[]) => cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const known = texts.map(({ text, displayText, group }) => line([text, displayText, group?.name ?? ""]));
  const drawn = await rows(page);
  expect(drawn.length).toBeGreaterThan(5);
  for (const row of drawn) expect(known).toContainEqual(line(row));
});

test("searches both texts, whatever the case, with æ, ø and å", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `Ærø ${word}`, "Færgen går til øen");
  await putText(page, `Åkande ${word}`, "Den blå blomst");
  await putText(page, `Fisk ${word}`, "Rødspætte på ærøsk");
  const all = (await allTexts(page)).length;
  await reload(page);

  await search(page).fill(word.toUpperCase());
  await counts(page, 3, all);
  for (const [typed, found] of [
    ["ÆRØ", ["Fisk", "Ærø"]],
    ["ærø", ["Fisk", "Ærø"]],
    ["BLÅ BLOMST", ["Åkande"]],
    ["ØEN", ["Ærø"]],
  ] as const) {
    await search(page).fill(typed);
    await expect
      .poll(async () => (await rows(page)).filter(([text]) => text?.includes(word)).map(([text]) => text?.split(" ")[0]))
      .toEqual([...found]);
  }
});

test("keeps up with quick typing, and says when nothing matches", async ({ page }) => {
  await openTexts(page);
  const all = (await allTexts(page)).length;
  const typed = "dette står der ikke i nogen tekst: æøå & 100 %";
  await search(page).pressSequentially(typed);
  await expect(search(page)).toHaveValue(typed);
  await counts(page, 0, all);
  await expect(page.getByText("Ingen tekster svarer til søgningen", { exact: true })).toBeVisible();
  await expect(table(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Vis alle tekster" }).click();
  await counts(page, all, all);
  await expect(search(page)).toHaveValue("");
});

test("filters by each group, and by having none", async ({ page }) => {
  await openTexts(page);
  const texts = await allTexts(page);
  const groups = await allGroups(page);
  expect(groups).toHaveLength(8);
  const options = await group(page).getByRole("option").allInnerTexts();
  expect(options).toEqual(["Alle grupper", "Uden gruppe", "Ens tekster", ...groups.map(({ name }) => name)]);

  for (const { name } of groups) {
    await group(page).selectOption({ label: name });
    await counts(page, texts.filter((text) => text.group?.name === name).length, texts.length);
    expect(new Set((await rows(page)).map((row) => row[2]))).toEqual(new Set([name]));
  }
  await group(page).selectOption({ label: "Uden gruppe" });
  await counts(page, texts.filter((text) => !text.group).length, texts.length);
  expect(new Set((await rows(page)).map((row) => row[2]))).toEqual(new Set([""]));
  await group(page).selectOption({ label: "Alle grupper" });
  await counts(page, texts.length, texts.length);
});

test("search and group narrow the list together", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [one, other] = await allGroups(page);
  await putText(page, `Her ${word}`, "a", one?.externalIdentifier);
  await putText(page, `Der ${word}`, "b", other?.externalIdentifier);
  await putText(page, `Ingen ${word}`, "c");
  await reload(page);
  await search(page).fill(word);
  await expect.poll(() => firstWords(page)).toEqual(["Der", "Her", "Ingen"]);
  await group(page).selectOption({ label: other?.name ?? "" });
  await expect.poll(() => firstWords(page)).toEqual(["Der"]);
  await group(page).selectOption({ label: "Uden gruppe" });
  await expect.poll(() => firstWords(page)).toEqual(["Ingen"]);
});

test("shows texts as they are written: markup is text", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `<b>fed</b> ${word}`, "<script>alert(1)</script> & 🌍");
  await reload(page);
  await search(page).fill(word);
  await expect.poll(() => rows(page)).toEqual([[`<b>fed</b> ${word}`, "<script>alert(1)</script> & 🌍", ""]]);
  await expect(table(page).locator("script, b")).toHaveCount(0);
});

test("when the texts cannot be read, says so, and trying again helps", async ({ page }) => {
  await page.route("/v1/DynamicTexts", (route) => route.fulfill({ status: 500 }));
  await openTexts(page);
  const told = page.getByRole("alert");
  await expect(told).toContainText("Der er en fejl på denne side");
  await expect(page.getByText("Henter tekster …")).toHaveCount(0);
  await page.unroute("/v1/DynamicTexts");
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(table(page)).toBeVisible();
  await expect(told).toHaveCount(0);
});

test("a list that grows is drawn to its lower edge", async ({ page }) => {
  const word = mark();
  await openTexts(page, "/borger");
  await putText(page, `Alene ${word}`, "x");
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect.poll(async () => (await rows(page)).length).toBe(1);
  await search(page).fill("");
  const lowest = () =>
    table(page).evaluate((of) => {
      const edge = of.parentElement?.getBoundingClientRect().bottom ?? 0;
      return ([...of.querySelectorAll("tbody tr[aria-rowindex]")].at(-1)?.getBoundingClientRect().bottom ?? 0) - edge;
    });
  await expect.poll(lowest).toBeGreaterThanOrEqual(0);
});

test("an answer that was asked for earlier and comes later changes nothing", async ({ page }) => {
  await openTexts(page, "/borger");
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  let hasRead = () => {};
  const read = new Promise<void>((done) => (hasRead = done));
  await page.route(
    "/v1/DynamicTexts",
    async (route) => {
      const answer = await route.fetch();
      hasRead();
      await held;
      await route.fulfill({ response: answer });
    },
    { times: 1 },
  );
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await read;
  const word = mark();
  await putText(page, `Nyere ${word}`, "x");
  await page.getByRole("link", { name: "Borger" }).click();
  await onPage(page, "Integrationslovsdata");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
  const late = page.waitForResponse((response) => new URL(response.url()).pathname === "/v1/DynamicTexts");
  letGo();
  await (await late).finished();
  // Whoever would still show it has had two turns to do so.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await search(page).fill(word);
  await expect(table(page).getByRole("link", { name: `Nyere ${word}` })).toBeVisible();
});

test("rows are low, and higher for who wants them so, in this browser from then on", async ({ page }) => {
  await openTexts(page);
  const row = table(page).getByRole("row").nth(2);
  const height = async () => (await row.boundingBox())?.height;
  expect(await height()).toBe(36);
  await page.getByRole("button", { name: "Højere rækker" }).click();
  expect(await height()).toBe(48);
  await page.reload();
  await expect(row).toBeVisible();
  expect(await height()).toBe(48);
  await page.getByRole("button", { name: "Lavere rækker" }).click();
  expect(await height()).toBe(36);
  // Those that are drawn still fill the window.
  await page.keyboard.press("Tab");
  await table(page).getByRole("row").nth(1).focus();
  await page.keyboard.press("End");
  await expect(table(page).getByRole("row").last()).toBeInViewport();
});
