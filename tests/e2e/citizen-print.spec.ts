// The sheet on paper: whose it is and when it was fetched on every page, no control on any, nothing cut, and light
// whatever the screen is.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { HEADINGS } from "./sheet";
import { action, lookUp, sheet, signIn } from "./steps";

/** What stands on each page of paper, line by line. */
async function print(page: Page, info: TestInfo): Promise<{ file: string; pages: string[][] }> {
  const file = info.outputPath("sheet.pdf");
  await page.pdf({ path: file, format: "A4" });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  const pages = text.split("\f").slice(0, -1);
  return { file, pages: pages.map((one) => one.split("\n").map((line) => line.trim()).filter(Boolean)) };
}

async function fetched(page: Page, cpr: string): Promise<void> {
  await page.clock.setFixedTime(new Date("2024-09-05T14:05:00+02:00"));
  await signIn(page, "sagsbehandler");
  await lookUp(page, cpr);
  await expect(sheet(page)).toBeVisible();
}

const CONTROLS = ["Hent data", "Hent PDF", "Vis PDF", "Overfør", "Udskriv", "Hent igen", "Ryd", "Log ud", "English", "Ikke udfyldt"];
const ALL_HEADINGS = ["Overblik", ...HEADINGS];

for (const [name, cpr] of [
  ["every field filled", CITIZEN.full],
  ["the hard citizen", CITIZEN.hard],
  ["only what is required", CITIZEN.bare],
] as const) {
  test(`whose sheet it is stands on every page, and no control does: ${name}`, async ({ page }, info) => {
    await fetched(page, cpr);
    const { pages } = await print(page, info);
    expect(pages.length).toBeGreaterThan(cpr === CITIZEN.hard ? 5 : 0);
    for (const lines of pages) {
      const whose = `CPR-nummer ${hyphened(cpr)} · Hentet fra LetAsyl 5. september 2024 kl. 14.05`;
      expect(lines.slice(0, 3).join(" ").replace(/\s+/g, " ")).toContain(whose);
      expect(lines.filter((line) => CONTROLS.includes(line))).toEqual([]);
      // No heading alone at the end; the number of the page comes last.
      const last = lines.filter((line) => !/^\d+ \/ \d+$/.test(line)).at(-1);
      expect(ALL_HEADINGS).not.toContain(last);
    }
    const all = pages.flat();
    if (cpr === CITIZEN.bare) expect(all).toContain("Asyloperatøren har ikke udfyldt nogen af felterne.");
    else for (const heading of ALL_HEADINGS) expect(all).toContain(heading);
    expect(all.join(" ")).not.toContain("Mette Åkjær");
  });
}

test("the table of languages is whole, and its headings stand on each of its pages", async ({ page }, info) => {
  await fetched(page, CITIZEN.hard);
  const names = await page.getByRole("rowheader").allInnerTexts();
  expect(names).toHaveLength(20);
  const { pages } = await print(page, info);
  const on = pages.filter((lines) => lines.some((line) => /^Sprog\s+Sprogkode\s+Forstår\s+Taler\s+Læser\s+Skriver\s+Erfaring/.test(line)));
  expect(on.length).toBeGreaterThan(1);
  const said = on.flat().join("\n");
  for (const name of names) {
    for (const word of name.split(" ")) expect(said).toContain(word);
  }
  // Nothing is cut off at the right: the last column ends with the last word of what it says.
  const experience = await page.getByRole("row").nth(1).locator("td").last().innerText();
  expect(said).toContain(experience.trim().split(/\s+/).at(-1));
});

test("is light in the dark theme, and the time line is on it", async ({ page }, info) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await fetched(page, CITIZEN.full);
  const { file, pages } = await print(page, info);
  expect(pages[0]?.join(" ")).toContain("Programmet slutter om 6 måneder og 5 dage");
  expect(pages[0]).toContain("I dag");
  const picture = info.outputPath("first");
  execFileSync("pdftoppm", ["-r", "40", "-gray", "-f", "1", "-l", "1", "-singlefile", file, picture]);
  const pixels = readFileSync(`${picture}.pgm`).subarray(-330 * 460);
  const dark = pixels.filter((pixel) => pixel < 100).length / pixels.length;
  expect(dark, "ink on white paper").toBeLessThan(0.1);
  expect(dark).toBeGreaterThan(0.001);
});

test("what else is on the page stays on the screen", async ({ page }, info) => {
  await fetched(page, CITIZEN.full);
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  await lookUp(page, "310401-1234");
  await expect(page.getByRole("alert")).toBeVisible();
  const { pages } = await print(page, info);
  expect(pages.flat().join(" ")).not.toMatch(/Overførslen er modtaget|Der er en fejl på siden|Dagen 31/);
});
