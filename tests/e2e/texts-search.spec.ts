// Searching as people type: words in any order, a phrase, the name of a group, an id; and the way from the box into the
// list and from a saved text back to it.
import { expect, test } from "./fixtures";
import { onPage } from "./steps";
import { allGroups, changeText, choose, leadToNew, mark, openTexts, putText, search, table } from "./texts-steps";

test("words are found in any order, in texts, groups and ids, and phrases as they are", async ({ page }) => {
  await openTexts(page);
  const [first, second, known] = [mark(), mark(), (await allGroups(page))[0]];
  const id = await putText(page, `${first} og ${second}`, "Vises", known?.externalIdentifier);
  await putText(page, `${second} uden det andet`, "Vises");
  await page.reload();
  const found = table(page).getByRole("link");
  for (const [typed, count] of [
    [`  ${second}   ${first} `, 1],
    [`${second} ${first} ${known?.name.split(" ")[0]?.toLowerCase()}`, 1],
    [`"${first} og ${second}"`, 1],
    [`"${second} og ${first}"`, 0],
    [id, 1],
    [id.toUpperCase().slice(0, 13), 1],
    [second, 2],
  ] as const) {
    await search(page).fill(typed);
    await expect(found).toHaveCount(count);
  }
  await search(page).fill(`${second} ${first}`);
  await expect(table(page).locator("mark")).toHaveText([first, second]);
});

test("arrow down leads from the search box into the list", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await leadToNew(page, "Findes", word);
  await page.keyboard.press("Enter");
  await onPage(page, "Redigér tekst");
  await expect(page).toHaveTitle(`Findes ${word} – Redigér tekst – Integrationslov`);
});

test("a new text begins in the group that the list shows, and its row is seen and marked once it is saved", async ({ page }) => {
  await openTexts(page);
  const [{ name, externalIdentifier: chosen } = { name: "", externalIdentifier: "" }] = await allGroups(page);
  await choose(page, name);
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await onPage(page, "Ny tekst");
  await expect(page.getByRole("combobox", { name: "Gruppe" })).toHaveValue(chosen);
  const word = `Åååå ${mark()}`;
  await page.getByLabel("Tekst", { exact: true }).fill(word);
  await page.getByLabel("Visningstekst").fill("Vises");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  const row = table(page).getByRole("row").filter({ hasText: word });
  await expect(row).toBeInViewport();
  await expect(row).toHaveClass(/saved/);
  await page.getByRole("link", { name: "Borger" }).click();
  await page.goBack();
  // The group may hold more texts than are drawn.
  await search(page).fill(word);
  await expect(row).not.toHaveClass(/saved/);
});

test("texts that are the same are found, and no longer once one of them is another", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const first = await putText(page, `Samme ${word}`, "En");
  await putText(page, `samme ${word} `, "To");
  await putText(page, `Anden ${word}`, "Tre");
  await page.reload();
  await search(page).fill(word);
  const found = table(page).getByRole("link");
  await expect(found).toHaveCount(3);
  await choose(page, "Ens tekster");
  await expect(found).toHaveText([`Samme ${word}`, `samme ${word} `]);
  await expect(page).toHaveURL(/gruppe=ens/);
  await page.reload();
  await expect(found).toHaveCount(2);
  await changeText(page, first, `Ikke samme ${word}`, "En");
  await page.reload();
  await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
});
