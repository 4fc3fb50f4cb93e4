// Two languages: English pages hold no Danish word but the data, and switching loses neither place, input nor focus.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "./fixtures";
import { STATES } from "./states";
import { lookUp, sheet, signIn, toEnglish } from "./steps";

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
  const said: string[] = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest(data)) said.push(node.textContent?.trim() ?? "");
  }
  for (const element of document.querySelectorAll("[aria-label], [title]")) {
    said.push(element.getAttribute("aria-label") ?? "", element.getAttribute("title") ?? "");
  }
  return said.filter(Boolean);
}

const DANISH = danishWords();

test("there are words to look for", () => {
  expect(DANISH.length).toBeGreaterThan(100);
  expect(DANISH).toContain("Hent data");
});

for (const { name, reach } of STATES) {
  test(`no Danish in English: ${name}`, async ({ page }) => {
    await reach(page);
    expect((await page.evaluate(saidBy)).filter((said) => DANISH.includes(said))).not.toEqual([]);
    await toEnglish(page);
    // A notice of the kind that goes by itself keeps the words it was said in until it goes.
    const said = await page.evaluate(saidBy);
    expect(said.filter((text) => DANISH.some((word) => text === word || text.startsWith(`${word} `)))).toEqual([]);
    expect(said.filter((text) => /[æøåÆØÅ]/.test(text))).toEqual([]);
  });
}

test("switching keeps the place, what is typed and the focus, and is remembered", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await expect(sheet(page)).toBeVisible();
  await page.getByLabel("CPR-nummer").fill("2902");
  await page.evaluate(() => scrollTo(0, 700));
  await page.evaluate(() => document.querySelector<HTMLElement>(".site-actions button")?.click());
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByLabel("CPR number")).toHaveValue("2902");
  await expect(page.getByRole("article")).toContainText("5 March 2024");
  expect(await page.evaluate(() => scrollY)).toBe(700);
  await expect(page).toHaveTitle("Integration-law data – Integration Act");

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Integration-law data" })).toBeVisible();
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect(page.getByRole("button", { name: "English" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 1, name: "Integrationslovsdata" })).toBeVisible();
});
