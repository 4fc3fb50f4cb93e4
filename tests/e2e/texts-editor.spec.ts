// Writing a text: created, changed and called off, sent exactly as typed, and blank ones refused with a summary that
// takes the focus and leads to the field.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, sentTo, TEXTS_API } from "./steps";
import {
  allGroups,
  allTexts,
  counts,
  group,
  mark,
  openTexts,
  putText,
  rows,
  search,
  sortBy,
  table,
  textOf,
  withWord,
} from "./texts-steps";

const save = (page: Page) => page.getByRole("button", { name: "Gem", exact: true });
const text = (page: Page) => page.getByLabel("Tekst", { exact: true });
const displayText = (page: Page) => page.getByLabel("Visningstekst");

test("a new text is created, told, and in the list and the database", async ({ page }) => {
  await openTexts(page);
  const before = (await allTexts(page)).length;
  const word = mark();
  const [{ name } = { name: "" }] = await allGroups(page);
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await onPage(page, "Ny tekst");
  await expect(page.getByRole("button", { name: "Slet" })).toHaveCount(0);
  await text(page).fill(`Velkommen ${word}`);
  await displayText(page).fill("Vi glæder os til at se dig");
  await group(page).selectOption({ label: name });
  await save(page).click();

  await onPage(page, "Dynamiske tekster");
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await counts(page, before + 1, before + 1);
  await search(page).fill(word);
  await expect.poll(() => rows(page)).toEqual([[`Velkommen ${word}`, "Vi glæder os til at se dig", name]]);
  const [saved, ...others] = await withWord(page, word);
  expect(others).toEqual([]);
  expect(saved).toMatchObject({ text: `Velkommen ${word}`, displayText: "Vi glæder os til at se dig", group: { name } });
});

test("texts come back from the database exactly as they were typed", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  const typed = `  to  blanke,\u00a0hårdt mellemrum <b>fed</b> &amp; "citat" 👩🏽‍🏭 é é ${word}  `;
  const shown = `\n første linje\n\n\ttabulator  og blanke  \n<script>alert(1)</script> {{navn}} 🇩🇰 ${word}\n`;
  await text(page).fill(typed);
  await displayText(page).fill(shown);
  await save(page).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  const [saved] = await withWord(page, word);
  expect(saved?.text).toBe(typed);
  expect(saved?.displayText).toBe(shown);

  // And the form shows them so again.
  await page.goto(`/admin/tekster/${saved?.externalIdentifier}`);
  await expect(text(page)).toHaveValue(typed);
  await expect(displayText(page)).toHaveValue(shown);
});

test("the preview shows the display text as it will read", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await displayText(page).fill("Linje 1\n\nLinje <b>3</b>");
  const preview = page.getByRole("heading", { name: "Sådan vises teksten" }).locator("+ p");
  await expect(preview).toHaveText("Linje 1\n\nLinje <b>3</b>", { useInnerText: true });
  expect(await preview.innerText()).toBe("Linje 1\n\nLinje <b>3</b>");
});

test("an existing text is changed, its group taken away, and nothing else", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [{ externalIdentifier } = { externalIdentifier: "" }] = await allGroups(page);
  const id = await putText(page, `Før ${word}`, "Som det var", externalIdentifier);
  const others = (await allTexts(page)).filter((other) => other.externalIdentifier !== id);
  await page.goto(`/admin/tekster/${id}`);
  await onPage(page, "Redigér tekst");
  await expect(text(page)).toHaveValue(`Før ${word}`);
  await expect(displayText(page)).toHaveValue("Som det var");
  await expect(group(page)).toHaveValue(externalIdentifier);
  await text(page).fill(`Efter ${word}`);
  await group(page).selectOption({ label: "Uden gruppe" });
  await save(page).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toEqual({ externalIdentifier: id, text: `Efter ${word}`, displayText: "Som det var" });
  expect((await allTexts(page)).filter((other) => other.externalIdentifier !== id)).toEqual(others);
});

test("saved with other words, a text keeps its group", async ({ page }) => {
  await openTexts(page);
  const groups = await allGroups(page);
  const id = await putText(page, `Flyttes ikke ${mark()}`, "x", groups[4]?.externalIdentifier);
  const before = await textOf(page, id);
  await page.goto(`/admin/tekster/${id}`);
  await expect(group(page)).toHaveValue(groups[4]?.externalIdentifier ?? "");
  await displayText(page).fill("y");
  await save(page).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toEqual({ ...Object(before), displayText: "y" });
});

test('"Annuller" sends nothing', async ({ page }) => {
  await openTexts(page);
  const id = await putText(page, `Bliver ${mark()}`, "som den er");
  const before = await textOf(page, id);
  const sent = sentTo(page, `${TEXTS_API}/update/${id}`);
  await page.goto(`/admin/tekster/${id}`);
  await displayText(page).fill("noget andet");
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Gå videre" }).click();
  await onPage(page, "Dynamiske tekster");
  expect(sent).toHaveLength(0);
  expect(await textOf(page, id)).toEqual(before);
});

test("blank texts are refused: the summary takes the focus and leads to each field", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const sent = sentTo(page, `${TEXTS_API}/create`);
  await text(page).fill("   ");
  await save(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "Der er en fejl på siden" });
  await expect(summary).toBeFocused();
  expect(await summary.getByRole("link").allInnerTexts()).toEqual(["Indtast en tekst", "Indtast en visningstekst"]);
  for (const [field, words] of [
    [displayText(page), "Indtast en visningstekst"],
    [text(page), "Indtast en tekst"],
  ] as const) {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(`^${words}`));
    await summary.getByRole("link", { name: words }).click();
    await expect(field).toBeFocused();
  }
  // The blanks that were typed are still there, and only what is still wrong is told the next time.
  await expect(text(page)).toHaveValue("   ");
  await text(page).fill("Nu er der en");
  await save(page).click();
  await expect(summary).toBeFocused();
  expect(await summary.getByRole("link").allInnerTexts()).toEqual(["Indtast en visningstekst"]);
  await expect(text(page)).not.toHaveAttribute("aria-invalid");
  expect(sent).toHaveLength(0);
});

test("an id that no text has is told, with the way back", async ({ page }) => {
  await openTexts(page, "/admin/tekster/8a1c0000-2f4e-4d6a-9b10-00000000ffff");
  await expect(page.getByText("Teksten findes ikke")).toBeVisible();
  await expect(page.getByRole("button", { name: "Gem", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Til listen" }).click();
  await onPage(page, "Dynamiske tekster");
});

test("a long text is as wide as it reads well, and saving it stays in reach", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openTexts(page, "/admin/tekster/ny");
  const field = page.getByLabel("Visningstekst");
  await field.fill("Linje\n".repeat(200));
  expect((await field.boundingBox())?.width).toBeGreaterThan(600);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.getByRole("button", { name: "Gem", exact: true })).toBeInViewport({ ratio: 1 });
});

/** Three texts of one's own in the order of the list; answers their ids. */
async function three(page: Page, word: string): Promise<string[]> {
  await openTexts(page);
  const ids = [];
  for (const name of ["A", "B", "C"]) ids.push(await putText(page, `${name} ${word}`, `Vises ${name}`));
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect(table(page).getByRole("link")).toHaveCount(3);
  return ids;
}

test("the texts are gone through in the order of the list", async ({ page }) => {
  const word = mark();
  await three(page, word);
  await sortBy(page, "Tekst");
  await table(page).getByRole("link", { name: `B ${word}` }).click();
  const ways = page.getByRole("navigation", { name: "Teksterne i listen" });
  await expect(ways).toContainText("2 af 3");
  await ways.getByRole("link", { name: "Næste tekst" }).click();
  await expect(text(page)).toHaveValue(`A ${word}`);
  await expect(ways).toContainText("3 af 3");
  await expect(ways.getByRole("link", { name: "Næste tekst" })).toHaveCount(0);
  await ways.getByRole("link", { name: "Forrige tekst" }).click();
  await expect(text(page)).toHaveValue(`B ${word}`);
  // Nothing that was typed is lost on the way.
  await displayText(page).fill("Halvt");
  await ways.getByRole("link", { name: "Forrige tekst" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bliv her" }).click();
  await expect(displayText(page)).toHaveValue("Halvt");
});

test('"Gem og næste" saves and opens the next text, and the last one leads to the list', async ({ page }) => {
  const word = mark();
  const [first, second] = await three(page, word);
  await table(page).getByRole("link", { name: `A ${word}` }).click();
  await displayText(page).fill("Ændret A");
  await page.getByRole("button", { name: "Gem og næste" }).click();
  await expect(text(page)).toHaveValue(`B ${word}`);
  expect(await textOf(page, first ?? "")).toMatchObject({ displayText: "Ændret A" });
  // What cannot be saved leads nowhere, and neither does giving it up afterwards.
  await displayText(page).fill(" ");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Indtast en visningstekst").first()).toBeVisible();
  await displayText(page).fill("Ændret B");
  await page.keyboard.press("Control+Enter");
  await expect(text(page)).toHaveValue(`C ${word}`);
  expect(await textOf(page, second ?? "")).toMatchObject({ displayText: "Ændret B" });
  await expect(page.getByRole("button", { name: "Gem og næste" })).toHaveCount(0);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
});

test("a text is copied as a new one, which is not saved before it is saved", async ({ page }) => {
  const word = mark();
  const [id] = await three(page, word);
  await table(page).getByRole("link", { name: `A ${word}` }).click();
  await page.getByRole("button", { name: "Kopiér som ny" }).click();
  await onPage(page, "Ny tekst");
  await expect(text(page)).toHaveValue(`A ${word}`);
  await expect(displayText(page)).toHaveValue("Vises A");
  expect(await withWord(page, word)).toHaveLength(3);
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bliv her" }).click();
  await text(page).fill(`Kopi ${word}`);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  expect(await withWord(page, word)).toHaveLength(4);
  expect(await textOf(page, id ?? "")).toMatchObject({ text: `A ${word}` });
});

test("all other texts of the same name are listed, each with what it says", async ({ page }) => {
  const word = mark();
  await openTexts(page);
  const [group] = await allGroups(page);
  await putText(page, `Samme ${word}`, "Den ene", group?.externalIdentifier);
  await putText(page, ` samme ${word}`, "Den anden");
  await page.goto("/admin/tekster/ny");
  await text(page).fill(`Samme ${word}`);
  const notice = page.getByRole("status").filter({ hasText: "Teksten findes allerede (2)" });
  await expect(notice.getByRole("listitem")).toHaveCount(2);
  await expect(notice.getByRole("listitem").filter({ hasText: "Den ene" })).toContainText(group?.name ?? "?");
  await expect(notice.getByRole("listitem").filter({ hasText: "Den anden" })).toBeVisible();
});

test("what one would not see is marked in both fields", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await text(page).fill("to\u00a0ord");
  await displayText(page).fill("to\u00a0andre");
  await expect(page.getByText("Faste mellemrum: 1")).toHaveCount(2);
  await text(page).fill("to ord");
  await expect(page.getByText("Faste mellemrum: 1")).toHaveCount(1);
});
