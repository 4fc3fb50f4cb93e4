// The list of dynamic texts: how many there are, searching, and the filter by group, compared with what the API answers.
import type { Page } from "@playwright/test";
import { expectNoFindings } from "./axe";
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import {
  allBox,
  allGroups,
  allTexts,
  choose,
  chosenGroup,
  counts,
  firstWords,
  group,
  groups as groupMenu,
  mark,
  openTexts,
  putText,
  row,
  rows,
  scrollToEnd,
  search,
  sortBy,
  table,
} from "./texts-steps";

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
  const names = ["Alle", ...groups.map(({ name }) => name), "Uden gruppe", "Ens tekster"];
  await expect(groupMenu(page).getByRole("link")).toHaveText(names.map((name) => new RegExp(`^${name}\\s*\\d+$`)));
  await expect(groupMenu(page).getByRole("link").last()).toHaveText(/ [1-9]\d*$/);

  for (const { name } of groups) {
    await choose(page, name);
    const count = texts.filter((text) => text.group?.name === name).length;
    await expect(chosenGroup(page)).toHaveText(`${name} ${count}`);
    await counts(page, count, texts.length);
    expect(new Set((await rows(page)).map((row) => row[2]))).toEqual(new Set([name]));
  }
  await choose(page, "Uden gruppe");
  await counts(page, texts.filter((text) => !text.group).length, texts.length);
  expect(new Set((await rows(page)).map((row) => row[2]))).toEqual(new Set([""]));
  await choose(page, "Alle");
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
  await choose(page, other?.name ?? "");
  await expect.poll(() => firstWords(page)).toEqual(["Der"]);
  await choose(page, "Uden gruppe");
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
      const edge = Math.min(innerHeight, of.getBoundingClientRect().bottom);
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
      // It may have been called off by then.
      await route.fulfill({ response: answer }).catch(() => {});
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
  letGo();
  // Anything that would still show it has had two turns to do so.
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

test("on a phone each text is a card, and the last one is within reach", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openTexts(page);
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
  await expect(row(page, 1)).toHaveJSProperty("offsetHeight", 120);
  await expect(row(page, 1).getByRole("link")).toBeInViewport();
  await expect(groupMenu(page)).toBeHidden();
  await scrollToEnd(page);
  await expect(row(page, all)).toBeInViewport();
  await expect(allBox(page)).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("on a phone group and order are chosen in a sheet, which says how many texts that leaves", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openTexts(page);
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
  await expect(group(page)).toBeHidden();
  await page.getByRole("button", { name: "Filtrér og sortér", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Filtrér og sortér" });
  await sheet.getByRole("combobox", { name: "Gruppe" }).selectOption({ label: "Danskuddannelse" });
  await sheet.getByRole("combobox", { name: "Sortér efter" }).selectOption({ label: "Tekst, Å–A" });
  await expect(page).toHaveURL(/faldende/);
  await expectNoFindings(page, "the sheet of group and order");
  const names = (await allTexts(page)).filter(({ group }) => group?.name === "Danskuddannelse").map(({ text }) => text);
  await sheet.getByRole("button", { name: `Vis ${names.length} tekster` }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: "Filtrér og sortér (Danskuddannelse)" })).toBeFocused();
  await counts(page, names.length, all);
  names.sort(new Intl.Collator("da").compare).reverse();
  await expect(table(page).getByRole("link")).toHaveText(names);
  // Each choice is a step back, and "Nulstil" undoes both.
  await page.goBack();
  await expect(table(page).getByRole("link")).toHaveText(names.toReversed());
  await page.getByRole("button", { name: "Filtrér og sortér (Danskuddannelse)" }).click();
  await sheet.getByRole("button", { name: "Nulstil" }).click();
  await sheet.getByRole("button", { name: `Vis ${all} tekster` }).click();
  await counts(page, all, all);
  // A phone that is turned while the sheet is open does not lose it.
  await page.getByRole("button", { name: "Filtrér og sortér", exact: true }).click();
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: /^Vis/ }).click();
  await expect(sheet).toBeHidden();
  await expect(group(page)).toBeVisible();
});

test("what can be done with chosen texts is in reach on every screen, and what is told covers none of it", async ({ page }) => {
  await openTexts(page);
  for (const [width, height] of [[1280, 800], [390, 844], [844, 390], [320, 568]] as const) {
    await page.setViewportSize({ width, height });
    // Another address: a reload would scroll to where the list was, and the row is drawn only where one looks.
    await page.goto(`/admin/tekster?bredde=${width}`);
    await row(page, 2).getByRole("checkbox").check();
    const exporting = page.getByRole("button", { name: "Eksportér valgte" });
    const saving = page.waitForEvent("download");
    await exporting.click();
    await saving;
    const toast = page.getByText("Filen er gemt");
    await expect(toast).toBeInViewport({ ratio: 1 });
    const bar = page.getByText("1 valgt", { exact: true });
    await expect(bar).toBeInViewport({ ratio: 1 });
    const [told, below] = [await toast.boundingBox(), await bar.boundingBox()];
    expect((told?.y ?? 0) + (told?.height ?? 0), `${width} × ${height}`).toBeLessThanOrEqual(below?.y ?? 0);
  }
});

test("at 1,366 × 768 fifteen texts are in sight, and only the page scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openTexts(page);
  await expect(row(page, 15)).toBeInViewport();
  const scrolling = await page.evaluate(() =>
    [...document.querySelectorAll("main *")].filter((of) => of.scrollHeight > of.clientHeight && getComputedStyle(of).overflowY === "auto").length,
  );
  expect(scrolling).toBe(0);
});

test("back undoes a filter and an order, and another letter of a search is no step", async ({ page }) => {
  await openTexts(page);
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
  await choose(page, "Danskuddannelse");
  await sortBy(page, "Gruppe");
  await search(page).pressSequentially("ov");
  await expect(page).toHaveURL(/soeg=ov/);
  await page.goBack();
  await expect(search(page)).toHaveValue("");
  await expect(table(page).getByRole("columnheader", { name: "Gruppe" })).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await expect(table(page).getByRole("columnheader", { name: "Tekst", exact: true })).toHaveAttribute("aria-sort", "ascending");
  await expect(chosenGroup(page)).toContainText("Danskuddannelse");
  await page.goBack();
  await expect(chosenGroup(page)).toContainText("Alle");
  await counts(page, all, all);
});
