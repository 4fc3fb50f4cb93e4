// Texts go out: those found or all, as files that a spreadsheet opens with every cell as it was.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { cellsOf, COLUMNS, exported, parse } from "./texts-exchange";
import { allGroups, allTexts, counts, firstWords, mark, openTexts, putText, row, search, sortBy } from "./texts-steps";

const HARD = ['"citat"; og , komma', " blanke  omkring ", "Linje 1\nLinje 2", "🌍👩🏽‍🏭 æøå", "001", "1-2", "'citat'"];

test("what is found goes out as CSV, with its own name for it, and so does all", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const group = (await allGroups(page))[0]?.externalIdentifier;
  for (const hard of HARD) await putText(page, `${hard} ${word}`, hard, group);
  await putText(page, `=1+1 ${word}`, "@x");
  await page.reload();
  await search(page).fill(word);
  const all = await allTexts(page);
  await counts(page, HARD.length + 1, all.length);
  const { name, bytes } = await exported(page, /^Fundne tekster som CSV/);
  expect(name).toMatch(new RegExp(`^tekster-fundne-${HARD.length + 1}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...rows] = parse(bytes.toString());
  expect(header).toEqual(COLUMNS);
  const found = all.filter(({ text }) => text.includes(word)).map(cellsOf);
  // What looks like a formula has an apostrophe before it.
  const safe = found.map((row) => row.map((cell) => (/^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)));
  expect(rows.sort()).toEqual(safe.sort());
  expect(parse((await exported(page, /^Alle tekster som CSV/)).bytes.toString())).toHaveLength(all.length + 1);

  const json = JSON.parse((await exported(page, /^Fundne tekster som JSON/)).bytes.toString());
  expect(json.map((row: Record<string, string>) => COLUMNS.map((column) => row[column] ?? "")).sort()).toEqual(found.sort());

  // A spreadsheet opens it, keeps it as a workbook, and gives it back: every cell is as it was.
  const folder = mkdtempSync(join(tmpdir(), "letasyl-"));
  const office = (from: string, to: string, ...more: string[]) =>
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", ...more, "--convert-to", to, "--outdir", folder, join(folder, from)]);
  writeFileSync(join(folder, "ud.csv"), bytes);
  office("ud.csv", "xlsx", "--infilter=CSV:59,34,76,1,,1030,true");
  office("ud.xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1030,true,true");
  expect(parse(readFileSync(join(folder, "ud.csv"), "utf8")).slice(1).sort()).toEqual(rows.sort());
  rmSync(folder, { recursive: true });
});

test("both ways out have the order of the list, in which texts of one group are in the order of their own", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [first, second] = (await allGroups(page)).sort((a, b) => a.name.localeCompare(b.name, "da"));
  for (const [name, group] of [["C", first], ["A", second], ["B", first], ["D", second]] as const) {
    await putText(page, `${name} ${word}`, "x", group?.externalIdentifier);
  }
  await page.reload();
  await search(page).fill(word);
  await sortBy(page, "Gruppe");
  await expect.poll(() => firstWords(page)).toEqual(["B", "C", "A", "D"]);
  const words = async (button: RegExp) => {
    const [, ...rows] = parse((await exported(page, button)).bytes.toString());
    return rows.map((row) => row[1] ?? "").filter((text) => text.includes(word)).map((text) => text.slice(0, 1));
  };
  expect(await words(/^Fundne tekster som CSV/)).toEqual(["B", "C", "A", "D"]);
  expect(await words(/^Alle tekster som CSV/)).toEqual(["B", "C", "A", "D"]);
  await sortBy(page, "Gruppe");
  await expect.poll(() => firstWords(page)).toEqual(["D", "A", "C", "B"]);
  expect(await words(/^Alle tekster som CSV/)).toEqual(["D", "A", "C", "B"]);
});

test("the chosen texts go out in the order of the list, hidden ones, too", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  for (const name of ["B", "A", "C", "D"]) await putText(page, `${name} ${word}`, "x");
  await page.goto(`/admin/tekster?soeg=${word}&faldende=1`);
  for (const number of [1, 3, 4]) await row(page, number).getByRole("checkbox").check();
  await search(page).fill(`"D ${word}"`);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Eksportér valgte" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^tekster-valgte-3-\d{4}-\d\d-\d\d\.csv$/);
  const [, ...rows] = parse(readFileSync(await file.path(), "utf8"));
  expect(rows.map(([, text]) => text)).toEqual([`D ${word}`, `B ${word}`, `A ${word}`]);
});
