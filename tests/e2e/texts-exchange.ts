// What the journeys through files and through many texts at once share.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { onPage } from "./steps";
import { type Text, openTexts } from "./texts-steps";

export const COLUMNS = ["externalIdentifier", "text", "displayText", "groupExternalIdentifier", "groupName"];

/** Saves the texts by one of the buttons under "Eksportér"; answers the file's name and bytes. */
export async function exported(page: Page, button: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const details = page.getByRole("group").filter({ has: page.getByText("Eksportér", { exact: true }) });
  if ((await details.getAttribute("open")) === null) await page.getByText("Eksportér", { exact: true }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Goes to the import by its link. */
export async function openImport(page: Page): Promise<void> {
  // Who is signed in already is not asked again.
  const signedIn = (await page.context().cookies()).length > 0;
  await (signedIn ? page.goto("/admin/tekster/import") : openTexts(page, "/admin/tekster/import"));
  await onPage(page, "Importér tekster");
}

/** Chooses a file with this in it. */
export async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  // A real file: the browser reads it, not the page.
  const path = test.info().outputPath(name);
  await writeFile(path, content);
  await page.getByLabel("Fil (CSV eller JSON)").setInputFiles(path);
}

/** Moves the chosen texts to the group of this name, after the question. */
export async function moveChosen(page: Page, to: string): Promise<void> {
  await page.getByLabel("Flyt de valgte til").selectOption({ label: to });
  await page.getByRole("button", { name: "Flyt", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Flyt de valgte tekster?" });
  await question.getByRole("button", { name: "Flyt" }).click();
}

/** A file of CSV with these texts, its cells in the order of the columns. */
export function csv(rows: string[][], columns = COLUMNS): string {
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
  return `\u{feff}${[columns, ...rows].map(line).join("\r\n")}\r\n`;
}

/** The cells of a text. */
export function cellsOf({ externalIdentifier, text, displayText, group }: Text): string[] {
  return [externalIdentifier, text, displayText, group?.externalIdentifier ?? "", group?.name ?? ""];
}

/** The cells of a CSV file, read by the rules of RFC 4180 and by nothing of the product's. */
export function parse(file: string, separator = ";"): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], "", false];
  const text = file.replace(/^\u{feff}/u, "");
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at];
    else if (sign === '"') quoted = !quoted;
    else if (quoted || ![separator, "\r", "\n"].includes(sign)) cell += sign;
    else if (sign !== "\r") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    }
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows;
}

/** One of the lists of the plan or of the result, opened: its items. */
export async function heap(page: Page, name: string, count: number): Promise<Locator> {
  const danish = count.toLocaleString("da-DK");
  const details = page.locator("details").filter({ has: page.getByText(`${name} (${danish})`, { exact: true }) });
  await expect(details).toBeVisible();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  return details.getByRole("listitem");
}

/** Waits until the work is done, and says so. */
export async function finished(page: Page, heading = "Færdig"): Promise<void> {
  await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible({ timeout: 30_000 });
}

/** What cannot be the same on both sides of an import: the ids. */
export function withoutIds(texts: Text[]): string[] {
  return texts.map(({ text, displayText, group }) => JSON.stringify([text, displayText, group?.name ?? ""])).sort();
}

/** Starts to watch for work that keeps the page from answering; the answer tells the longest so far, in ms. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const told = globalThis as unknown as { longest: number };
    told.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) told.longest = Math.max(told.longest, entry.duration);
    }).observe({ type: "longtask" });
  });
  return () => page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
}
