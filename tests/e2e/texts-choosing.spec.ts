// Going through the rows and choosing them, with the pointer and with keys; the count of the chosen is told.
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import { allBox, allTexts, chooseAll, chosen, counts, openTexts, row, scrollToEnd, search, table } from "./texts-steps";

test("a click chooses a row, a click with shift all between", async ({ page }) => {
  await openTexts(page);
  await row(page, 2).getByRole("checkbox").click();
  expect(await chosen(page)).toEqual([2]);
  await expect(row(page, 2).getByRole("checkbox")).toBeChecked();
  const told = page.getByRole("status").filter({ hasText: /^1 valgt$/ });
  await expect(told).toBeVisible();
  await row(page, 5).locator("td").last().click({ modifiers: ["Shift"] });
  await expect.poll(() => chosen(page)).toEqual([2, 3, 4, 5]);
  await expect(page.getByText("4 valgte", { exact: true })).toBeVisible();
  await row(page, 3).locator("td").last().click();
  await expect.poll(() => chosen(page)).toEqual([2, 4, 5]);
  // The link still opens.
  await row(page, 4).getByRole("link").click();
  await onPage(page, "Redigér tekst");
  await page.goBack();
  await expect.poll(() => chosen(page)).toEqual([2, 4, 5]);
  await page.getByRole("button", { name: "Fravælg alle" }).click();
  await expect.poll(() => chosen(page)).toEqual([]);
});

test("keys go through all rows and choose them", async ({ page }) => {
  await openTexts(page);
  const all = (await allTexts(page)).length;
  await counts(page, all, all);
  await row(page, 1).focus();
  const press = async (key: string, at: number) => {
    await page.keyboard.press(key);
    await expect(row(page, at)).toBeFocused();
    await expect(row(page, at)).toBeInViewport({ ratio: 0.9 });
  };
  await press("ArrowDown", 2);
  await press("End", all);
  await press("ArrowDown", all);
  await press("ArrowUp", all - 1);
  await press("Home", 1);
  await press("ArrowUp", 1);
  await page.keyboard.press("PageDown");
  await expect(row(page, 1)).not.toBeFocused();
  await press("Home", 1);

  await page.keyboard.press("Space");
  await expect.poll(() => chosen(page)).toEqual([1]);
  await press("Shift+ArrowDown", 2);
  await press("Shift+ArrowDown", 3);
  await expect.poll(() => chosen(page)).toEqual([1, 2, 3]);
  await press("Shift+ArrowUp", 2);
  await expect.poll(() => chosen(page)).toEqual([1, 2]);
  await press("Shift+End", all);
  await expect(page.getByText(`${all} valgte`, { exact: true })).toBeVisible();
  await press("Home", 1);
  await page.keyboard.press("Enter");
  await onPage(page, "Redigér tekst");
});

test("one Tab leads into the rows, the next out of them, and back to the text that was opened", async ({ page }) => {
  await openTexts(page);
  await row(page, 1).focus();
  for (let at = 1; at < 5; at += 1) await page.keyboard.press("ArrowDown");
  await expect(row(page, 5)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(table(page).getByRole("button", { name: "Gruppe" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row(page, 5)).toBeFocused();
  await page.keyboard.press("Enter");
  await onPage(page, "Redigér tekst");
  await page.getByRole("button", { name: "Annuller" }).click();
  await onPage(page, "Dynamiske tekster");
  await table(page).getByRole("button", { name: "Gruppe" }).focus();
  await page.keyboard.press("Tab");
  await expect(row(page, 5)).toBeFocused();
});

test("the focus stays on its row when the wheel turns it out of sight", async ({ page }) => {
  await openTexts(page);
  await row(page, 2).focus();
  await scrollToEnd(page);
  await expect(row(page, 2)).not.toBeInViewport();
  await expect(row(page, 2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, 3)).toBeFocused();
  await expect(row(page, 3)).toBeInViewport();
});

test("all that were found are chosen at once, and those of another search join them", async ({ page }) => {
  await openTexts(page);
  await search(page).fill("samtale");
  await expect(page.getByText(/^\d\d? af \d+ tekster$/)).toBeVisible();
  const found = Number((await allBox(page).getAttribute("aria-label"))?.match(/\d+/)?.[0]);
  const texts = await allTexts(page);
  await chooseAll(page, found);
  await expect(page.getByText(`${found} valgte`, { exact: true })).toBeVisible();
  await search(page).fill("");
  await expect(allBox(page)).toHaveJSProperty("indeterminate", true);
  await chooseAll(page, texts.length);
  await expect(page.getByText(`${texts.length} valgte`, { exact: true })).toBeVisible();
  await row(page, 1).getByRole("checkbox").uncheck();
  await expect(allBox(page)).toHaveJSProperty("indeterminate", true);
  await allBox(page).check();
  await allBox(page).uncheck();
  await expect(page.getByText(/valgte?$/)).toHaveCount(0);
});

for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const) {
  test(`a chosen row looks chosen: ${Object.values(media)}`, async ({ page }) => {
    await page.emulateMedia(media);
    await openTexts(page);
    const look = (number: number) =>
      row(page, number).evaluate((of) => {
        const { backgroundColor, outlineStyle, boxShadow } = getComputedStyle(of);
        return [backgroundColor, outlineStyle, boxShadow].join();
      });
    const before = await look(3);
    await row(page, 3).getByRole("checkbox").click();
    await page.getByRole("searchbox").click();
    await expect.poll(() => look(3)).not.toBe(before);
    await expect(row(page, 3).getByRole("checkbox")).toBeChecked();
  });
}

test("back undoes a choice, and forward makes it again", async ({ page }) => {
  await openTexts(page);
  const entries = () => page.evaluate(() => history.length);
  await expect(row(page, 1)).toBeVisible();
  const before = await entries();
  await row(page, 1).getByRole("checkbox").check();
  await expect.poll(entries).toBe(before + 1);
  await row(page, 2).getByRole("checkbox").check();
  await expect.poll(entries).toBe(before + 2);
  await page.getByRole("button", { name: "Fravælg alle" }).click();
  await expect.poll(entries).toBe(before + 3);
  await page.goBack();
  await expect.poll(() => chosen(page)).toEqual([1, 2]);
  await page.goBack();
  await expect.poll(() => chosen(page)).toEqual([1]);
  await page.goBack();
  await expect.poll(() => chosen(page)).toEqual([]);
  // The place is written down here, too, and forgets nothing of what lies ahead.
  await page.evaluate(() => window.scrollTo({ top: 400 }));
  await expect.poll(() => page.evaluate(() => history.state?.[0])).toBeGreaterThan(0);
  await page.goForward();
  await expect.poll(() => chosen(page)).toEqual([1]);
  // Another choice from here on takes the place of those that were undone.
  await row(page, 3).getByRole("checkbox").check();
  await expect.poll(entries).toBe(before + 2);
  await page.goBack();
  await expect.poll(() => chosen(page)).toEqual([1]);
});
