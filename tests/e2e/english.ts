// English pages hold no Danish word but the data.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, type Page } from "@playwright/test";

/** Every Danish word that has an English one, as the product's one place for words says. */
function danishWords(): string[] {
  const folder = resolve(__dirname, "../../crates/locale/src");
  const pair = /"((?:[^"\\]|\\.)+)",\s*"((?:[^"\\]|\\.)+)"/g;
  const found = new Set<string>();
  for (const file of readdirSync(folder)) {
    // The words of the PDF and of the backend are no page's.
    if (["sheet.rs", "server.rs"].includes(file)) continue;
    for (const [, danish, english] of readFileSync(join(folder, file), "utf8").matchAll(pair)) {
      if (danish !== english && danish.length > 3) found.add(danish);
    }
  }
  // The switch itself names the other language in its own tongue.
  found.delete("Dansk");
  return [...found];
}

/** What the page says, names that only screen readers hear included, without what are data. */
function saidBy(): string[] {
  const data = "dd, td, tbody th, option, .site-user, body [lang=da], .prewrap";
  // The name of a text comes first in its title.
  const said: string[] = [document.title.split(" – ").slice(-2).join(" – ")];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest(data)) said.push(node.textContent?.trim() ?? "");
  }
  for (const element of document.querySelectorAll("[aria-label]:not(tbody tr), [title]")) {
    said.push(element.getAttribute("aria-label") ?? "", element.getAttribute("title") ?? "");
  }
  return said.filter(Boolean);
}

export const DANISH = danishWords();

/** Fails when something is Danish after `switchOver`, or when nothing was before it, so that the check sees Danish. */
export async function expectEnglish(page: Page, switchOver: () => Promise<void>): Promise<void> {
  expect((await page.evaluate(saidBy)).filter((said) => DANISH.includes(said))).not.toEqual([]);
  await switchOver();
  // A notice that expires keeps its language until it does.
  const said = await page.evaluate(saidBy);
  expect(said.filter((text) => DANISH.some((word) => text === word || text.startsWith(`${word} `)))).toEqual([]);
  // A kind of organisation that has no English name.
  expect(said.filter((text) => /[æøåÆØÅ]/.test(text.replace("Anden Aktør", "")))).toEqual([]);
}
