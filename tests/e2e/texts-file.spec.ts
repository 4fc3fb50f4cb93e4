// What a file is taken for is told before its plan, and nothing that may be meant otherwise is done unasked.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { choose, csv, finished, heap, openImport } from "./texts-exchange";
import { mark, openTexts, putText, search, withWord } from "./texts-steps";

const told = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

test("separator, encoding, and the columns that are used and not used", async ({ page }) => {
  await openImport(page);
  const word = mark();
  await choose(page, "a.csv", csv([["", `A ${word}`, "x", "1", "2"]], ["externalIdentifier", "text", "displayText", "pris", "note"]));
  await told(page, "Semikolon · UTF-8");
  await told(page, "Kolonner: externalIdentifier, text, displayText · Ikke brugt: pris, note");
  await choose(page, "b.csv", Buffer.from(`text,displayText\r\nB\xE5d ${"x"},y\r\n`, "latin1"));
  await page.getByRole("dialog").getByRole("button", { name: "Gå videre" }).click();
  await told(page, "Komma · Windows-1252");
  await told(page, "Kolonner: text, displayText");
  await expect(page.getByText("Filen har ingen kolonne externalIdentifier")).toBeVisible();
  const utf16 = Buffer.from(`\u{feff}text\tdisplayText\r\nC ${word}\tx\r\n`, "utf16le");
  await choose(page, "c.txt", utf16);
  await page.getByRole("dialog").getByRole("button", { name: "Gå videre" }).click();
  await told(page, "Tabulator · UTF-16");
  await choose(page, "d.json", JSON.stringify([{ text: `D ${word}`, displayText: "x" }]));
  await page.getByRole("dialog").getByRole("button", { name: "Gå videre" }).click();
  await told(page, "JSON · UTF-8");
});

test("one line in another encoding spoils that line alone", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Æble ${word}`, "Rødgrød");
  await openImport(page);
  const file = csv([[id, `Æble ${word}`, "Rødgrød med fløde", "", ""]]);
  await choose(page, "fil.csv", Buffer.concat([Buffer.from(file), Buffer.from(`;Bl\xE5b\xE6r ${word};x;;\r\n`, "latin1")]));
  await told(page, "Semikolon · UTF-8");
  await expect(await heap(page, "Ændres", 1)).toContainText(`Æble ${word}`);
  await expect(await heap(page, "Fejl, som springes over", 1)).toContainText("Linje 3: Et tegn i rækken kan ikke læses");
  await page.getByRole("button", { name: "Ret 1" }).click();
  await finished(page);
  expect(await withWord(page, word)).toMatchObject([{ text: `Æble ${word}`, displayText: "Rødgrød med fløde" }]);
});

test("what is there already, is gone or stands twice is created only if the user says so", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `Findes ${word}`, "Som den er");
  await openImport(page);
  await choose(page, "fil.csv", csv([
    ["", `Findes ${word}`, "Som den ikke er", "", ""],
    ["00000000-0000-4000-8000-00000000000f", `Slettet ${word}`, "x", "", ""],
    ["", `To gange ${word}`, "x", "", ""],
    ["", `To gange ${word}`, "x", "", ""],
  ]));
  await expect(page.getByText(/^4 rækker: Nye \(1\) · Findes allerede, men ikke helt som her \(1\) · /)).toBeVisible();
  await heap(page, "Findes allerede, men ikke helt som her", 1);
  await heap(page, "Står flere gange i filen", 1);
  const gone = await heap(page, "Har et id, som ingen tekst har (længere)", 1);
  await expect(page.getByRole("button", { name: "Opret 1" })).toBeVisible();
  await gone.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Opret 2" }).click();
  await finished(page);
  const texts = (await withWord(page, word)).map(({ text, displayText }) => `${text}: ${displayText}`).sort();
  expect(texts).toEqual([`Findes ${word}: Som den er`, `Slettet ${word}: x`, `To gange ${word}: x`]);
});

test("the tab tells a plan of a file from one of words that are replaced", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  await putText(page, `Gammel ${word}`, "x");
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect(search(page)).toHaveValue(word);
  await page.getByText("Søg og erstat", { exact: true }).click();
  await page.getByLabel("Søg efter").fill("Gammel");
  await page.getByLabel("Erstat med").fill("Ny");
  await page.getByRole("button", { name: "Vis ændringerne" }).click();
  await expect(page).toHaveTitle("Søg og erstat – Integrationslov");
  await openImport(page);
  await expect(page).toHaveTitle("Importér tekster – Integrationslov");
});
