// A plan before anything is changed: rows that are left out, what a spreadsheet has damaged, the other ways to a plan
// than choosing a file, and that none is lost without asking.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, signIn, TEXTS_API } from "./steps";
import { choose, csv, finished, heap, openImport } from "./texts-exchange";
import { allGroups, changeText, counts, mark, openTexts, putText, search, table, textOf, withWord } from "./texts-steps";

/** Drops a file with this in it onto the page; answers whether the browser would have opened it. */
async function drop(page: Page, name: string, content: string): Promise<boolean> {
  const dataTransfer = await page.evaluateHandle(([name, content]) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name));
    return data;
  }, [name, content] as const);
  return page.locator("body").evaluate((body, dataTransfer) => {
    const drop = (kind: string) => body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    return [drop("dragover"), drop("drop")].includes(true);
  }, dataTransfer);
}

const lost = (page: Page) => page.getByRole("dialog", { name: "Planen er ikke udført" });

test("rows can be left out, and the button says what is done without them", async ({ page }) => {
  await openImport(page);
  const word = mark();
  const changed = await putText(page, `Rettes ${word}`, "Før");
  await choose(page, "fil.csv", csv([
    ["", `A ${word}`, "x", "", ""],
    ["", `B ${word}`, "x", "", ""],
    ["", `C ${word}`, "x", "", ""],
    [changed, `Rettes ${word}`, "Efter", "", ""],
  ]));
  await expect(page.getByText(/^4 rækker: Nye \(3\) · Ændres \(1\) · Står ikke i filen \(/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Plan" })).toHaveAttribute("aria-current", "step");
  const rows = await heap(page, "Nye", 3);
  await rows.filter({ hasText: `B ${word}` }).getByRole("checkbox").uncheck();
  await expect(page.getByRole("button", { name: "Opret 2, ret 1" })).toBeVisible();
  await page.getByRole("button", { name: "Medtag ingen" }).click();
  await expect(page.getByRole("button", { name: "Ret 1" })).toBeVisible();
  await page.getByRole("button", { name: "Medtag alle" }).click();
  await rows.filter({ hasText: `A ${word}` }).getByRole("checkbox").uncheck();
  await (await heap(page, "Ændres", 1)).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "Opret 2" }).click();
  await finished(page);
  await expect(page.getByRole("listitem").filter({ hasText: "Resultat" })).toHaveAttribute("aria-current", "step");
  expect((await withWord(page, word)).map(({ text }) => text).sort()).toEqual([`B ${word}`, `C ${word}`, `Rettes ${word}`]);
  expect(await textOf(page, changed)).toMatchObject({ displayText: "Før" });
});

test("what a spreadsheet has damaged is told, and left out unless the user says so", async ({ page }) => {
  await openImport(page);
  const word = mark();
  const number = await putText(page, "0012345", `Nul ${word}`);
  const other = await putText(page, `Ret ${word}`, "Før");
  await choose(page, "fil.csv", csv([
    [number, "12345", `Nul ${word}`, "", ""],
    [other, `Ret ${word}`, "Efter", "", ""],
  ]));
  const damaged = await heap(page, "Ligner fejl fra et regneark", 1);
  await expect(damaged.getByRole("checkbox")).not.toBeChecked();
  await heap(page, "Ændres", 1);
  await page.getByRole("button", { name: "Ret 1", exact: true }).click();
  await finished(page);
  expect(await textOf(page, number)).toMatchObject({ text: "0012345" });
  expect(await textOf(page, other)).toMatchObject({ displayText: "Efter" });
});

test("a plan is not lost without asking: not by a link, by Esc or by another file", async ({ page }) => {
  await openImport(page);
  const word = mark();
  await choose(page, "fil.csv", csv([["", `A ${word}`, "x", "", ""]]));
  await heap(page, "Nye", 1);
  for (const lose of [
    () => page.getByRole("link", { name: "Til listen" }).click(),
    () => page.keyboard.press("Escape"),
    () => choose(page, "anden.csv", csv([["", `B ${word}`, "x", "", ""]])),
    () => drop(page, "tredje.csv", "text;displayText\r\na;b\r\n"),
  ]) {
    await lose();
    await lost(page).getByRole("button", { name: "Bliv her" }).click();
    await expect((await heap(page, "Nye", 1)).first()).toContainText(`A ${word}`);
  }
  await choose(page, "anden.csv", csv([["", `B ${word}`, "x", "", ""]]));
  await lost(page).getByRole("button", { name: "Gå videre" }).click();
  await expect((await heap(page, "Nye", 1)).first()).toContainText(`B ${word}`);
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.getByRole("link", { name: "Til listen" }).click();
  await onPage(page, "Dynamiske tekster");
});

test("a file can be dropped anywhere, and never takes the place of the page", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await expect(table(page)).toBeVisible();
  expect(await drop(page, "sluppet.csv", `text;displayText\r\nSluppet ${word};x\r\n`)).toBe(false);
  await onPage(page, "Importér tekster");
  await expect(page.getByRole("heading", { name: "sluppet.csv" })).toBeVisible();
  await expect((await heap(page, "Nye", 1)).first()).toContainText(`Sluppet ${word}`);
  await page.getByRole("button", { name: "Annuller" }).click();
  expect(await drop(page, "bog.xlsx", "PK\u0003\u0004 …")).toBe(false);
  await expect(page.getByRole("alert")).toContainText("Det er en projektmappe");
  // Not where it has nothing to do.
  await page.getByRole("link", { name: "Dine sessioner" }).click();
  await onPage(page, "Dine sessioner");
  expect(await drop(page, "sluppet.csv", `text;displayText\r\nSluppet ${word};x\r\n`)).toBe(false);
  await onPage(page, "Dine sessioner");
});

test("a file that is dropped for a caseworker leaves the page as it is", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.getByLabel("CPR-nummer").fill("2902");
  expect(await drop(page, "sluppet.csv", "text;displayText\r\na;b\r\n")).toBe(false);
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("2902");
});

test("the cells of a spreadsheet are pasted into the list, with or without their names", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [group] = await allGroups(page);
  const paste = (text: string) =>
    page.locator("body").evaluate((body, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await expect(table(page)).toBeVisible();
  await paste("kun et ord");
  await onPage(page, "Dynamiske tekster");
  await paste(`Ét ${word}\tVises\t${group?.name}\nTo ${word}\tVises\t`);
  await onPage(page, "Importér tekster");
  await expect(page.getByRole("heading", { name: "Indsatte celler" })).toBeVisible();
  const rows = await heap(page, "Nye", 2);
  await expect(rows.first()).toContainText(group?.name ?? "?");
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.getByRole("link", { name: "Til listen" }).click();
  await expect(table(page)).toBeVisible();
  await paste(`displayText\ttext\nVises\tTre ${word}`);
  await expect((await heap(page, "Nye", 1)).first()).toContainText(`Tre ${word}`);
});

test("words are replaced in the texts of the list only, as a plan that a colleague's change outlives", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const first = await putText(page, `Mødet ${word}`, `Kom til mødet og til mødet igen ${word}`);
  const second = await putText(page, `B ${word}`, "Der er mødet");
  const third = await putText(page, `C ${word}`, "Husk mødet");
  const outside = await putText(page, "Uden for listen", "mødet");
  await page.goto(`/admin/tekster?soeg=${word}`);
  await counts(page, 3, (await withWord(page, "")).length);
  await page.getByText("Søg og erstat", { exact: true }).click();
  const show = page.getByRole("button", { name: "Vis ændringerne" });
  await show.click();
  await expect(page.getByText("Skriv, hvad der skal erstattes")).toBeVisible();
  await page.getByLabel("Søg efter").fill("findes slet ikke");
  await show.click();
  await expect(page.getByText("Det står ikke i nogen af teksterne på listen")).toBeVisible();
  await page.getByLabel("Søg efter").fill("mødet");
  await page.getByLabel("Erstat med").fill("samtalen");
  await show.click();
  await expect(page.getByRole("heading", { level: 1, name: "Søg og erstat" })).toBeVisible();
  const rows = await heap(page, "Ændres", 3);
  await expect(rows.filter({ hasText: `Mødet ${word}` }).locator("ins")).toHaveText(["samtalen", "samtalen"]);
  await rows.filter({ hasText: `B ${word}` }).getByRole("checkbox").uncheck();
  await changeText(page, third, `C ${word}`, "Husk det nye møde");
  await page.getByRole("button", { name: "Ret 2" }).click();
  await finished(page, "1 udført, 1 mislykkedes");
  await heap(page, "Ændret af en anden imens, og derfor ikke ændret", 1);
  expect(await textOf(page, first)).toMatchObject({ text: `Mødet ${word}`, displayText: `Kom til samtalen og til samtalen igen ${word}` });
  expect(await textOf(page, second)).toMatchObject({ displayText: "Der er mødet" });
  expect(await textOf(page, third)).toMatchObject({ displayText: "Husk det nye møde" });
  expect(await textOf(page, outside)).toMatchObject({ displayText: "mødet" });
  // Once that has been put away, a file can be chosen, and what comes next takes its place.
  await page.getByRole("button", { name: "Luk", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Importér tekster" })).toBeVisible();
  await expect(page.getByLabel("Fil (CSV eller JSON)")).toBeVisible();
});

test("a text of which nothing would be left is told by its name, and stays", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Navn ${word}`, word);
  await page.goto(`/admin/tekster?soeg=${word}`);
  await page.getByText("Søg og erstat", { exact: true }).click();
  await page.getByLabel("Søg efter").fill(word);
  await page.getByRole("button", { name: "Vis ændringerne" }).click();
  await expect(await heap(page, "Fejl, som springes over", 1)).toHaveText([`Navn ${word}: Visningsteksten mangler`]);
  await expect(page.getByRole("button", { name: /^Ret/ })).toHaveCount(0);
  expect(await textOf(page, id)).toMatchObject({ displayText: word });
});

test("asked for before the texts are there, the changes come with them", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `A ${word}`, word);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(`**${TEXTS_API}`, async (route) => {
    await held;
    await route.fallback();
  });
  await page.goto(`/admin/tekster?soeg=${word}`);
  await page.getByText("Søg og erstat", { exact: true }).click();
  await page.getByLabel("Søg efter").fill(word);
  await page.getByRole("button", { name: "Vis ændringerne" }).click();
  answer();
  await heap(page, "Fejl, som springes over", 1);
});

test("a plan takes the place of the result of earlier work, and called off leads back to the list", async ({ page }) => {
  await openImport(page);
  const word = mark();
  await choose(page, "fil.csv", csv([["", `A ${word}`, "x", "", ""]]));
  await page.getByRole("button", { name: "Opret 1" }).click();
  await finished(page);
  await drop(page, "anden.csv", `text;displayText\r\nB ${word};x\r\n`);
  await expect((await heap(page, "Nye", 1)).first()).toContainText(`B ${word}`);
  await page.getByRole("button", { name: "Annuller" }).click();
  await page.goto(`/admin/tekster?soeg=${word}`);
  await page.getByText("Søg og erstat", { exact: true }).click();
  await page.getByLabel("Søg efter").fill(word);
  await page.getByRole("button", { name: "Vis ændringerne" }).click();
  await heap(page, "Ændres", 1);
  await page.getByRole("button", { name: "Annuller" }).click();
  await onPage(page, "Dynamiske tekster");
  await expect(search(page)).toHaveValue(word);
});
