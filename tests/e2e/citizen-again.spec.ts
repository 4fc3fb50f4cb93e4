// "Hent igen": every value that is not as it was is marked, with the old one beside it, in the table of languages, too;
// and where nothing is different, that is said.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { readSheet } from "./sheet";
import { action, changeData, lookUp, sheet, signIn } from "./steps";

const news = (page: Page, words: string) => page.getByRole("main").getByRole("status").filter({ hasText: words });

/** A row of the sheet by its whole label. */
const row = (page: Page, label: string) =>
  sheet(page).locator("section dl > div").filter({ has: page.getByRole("term").filter({ hasText: label }) });

async function fetched(page: Page): Promise<void> {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
}

test("nothing is said on the first fetch, and on the second that nothing has changed", async ({ page }) => {
  await fetched(page);
  await expect(news(page, "siden du sidst hentede")).toHaveCount(0);
  await action(page, "Hent igen").click();
  await expect(news(page, "Intet er ændret, siden du sidst hentede")).toBeVisible();
  await expect(sheet(page).getByText("Ændret")).toHaveCount(0);
});

test("what came, what went and what is another is marked, with what stood there before", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    data.kontrakt.antalBoern = 3;
    data.kontraktvarighed.programSlutdato = "2025-04-10T00:00:00";
    delete data.kommentar;
    delete data.uddannelse;
    data.helbredsvurdering.behovForVurdering = false;
  });
  await action(page, "Hent igen").click();
  await expect(news(page, "6 felter er ændret, siden du sidst hentede")).toBeVisible();
  const rows = (await readSheet(page)).flatMap((section) => section.rows).filter(([, value]) => value.includes("Ændret"));
  expect(rows.map(([label, value]) => [label, value.replace(/\s+/g, " ")])).toEqual([
    ["Programmet slutter", "10. april 2025 Ændret Før: 10. marts 2025"],
    ["Senest vejledt om vurdering af uddannelse", "Ikke oplyst Ændret Før: 20. februar 2024"],
    ["Status på vurderingssagen", "Ikke oplyst Ændret Før: Ansøgning sendt til vurdering (demo) (2)"],
    ["Behov for helbredsvurdering", "Nej Ændret Før: Ja"],
    ["Antal børn", "3 Ændret Før: 2"],
    ["Kommentar", expect.stringMatching(/^Ikke oplyst Ændret Før: Borgeren er motiveret/)],
  ]);

  // The marks stay until the user puts them away; what has just changed is told since the last fetch.
  await action(page, "Hent igen").click();
  await expect(news(page, "Intet er ændret, siden du sidst hentede")).toBeVisible();
  await expect(row(page, "Antal børn")).toContainText("Før: 2");
  await sheet(page).getByRole("button", { name: "Skjul ændringer" }).click();
  await expect(sheet(page).getByText("Ændret")).toHaveCount(0);
  await expect(sheet(page)).toBeFocused();
  await changeData(page, (data) => delete data.kommentar);
  await action(page, "Hent igen").click();
  await expect(row(page, "Antal børn")).toContainText("Før: 3");
});

test("each change has a link, the menu counts it, and the time line shows it", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    data.kontraktvarighed.kontraktSlutdato = "2028-03-04T00:00:00";
    data.kontrakt.antalBoern = 3;
  });
  await action(page, "Hent igen").click();
  const changes = page.getByRole("navigation", { name: "Ændret:" });
  await expect(changes.getByRole("link")).toHaveText(["Kontrakten slutter", "Antal børn"]);
  await changes.getByRole("link", { name: "Antal børn" }).click();
  await expect(row(page, "Antal børn")).toBeFocused();
  const menu = page.getByRole("navigation", { name: "Afsnit" });
  await expect(menu.getByRole("link", { name: "Kontraktvarighed (1)" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "Sprog", exact: true })).toBeVisible();
  const contract = page.getByRole("figure").getByRole("listitem").filter({ hasText: "Kontrakt:" });
  await expect(contract).toContainText("Ændret Før: 5. marts 2024 – 4. marts 2029");
});

test("in a text, what is gone and what is new is marked in place", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    data.kommentar = data.kommentar.replace("arabisk", "dari");
  });
  await action(page, "Hent igen").click();
  await expect(row(page, "Kommentar").locator("del")).toHaveText("arabisk");
  await expect(row(page, "Kommentar").locator("ins")).toHaveText("dari");
});

test("the same written in another way is no change", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    data.kontraktvarighed.programSlutdato = "2025-03-10T00:00:00.0000000+01:00";
    data.kontrakt.danskmaal.danskmaalType = { kode: 3, navn: "Prøve i Dansk 2 (demo)", sortering: 1 };
    data.borgersprog.reverse();
  });
  await action(page, "Hent igen").click();
  await expect(news(page, "Intet er ændret, siden du sidst hentede")).toBeVisible();
});

test("in the table of languages each changed cell is marked, and each row that came or went", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    const [arabic, , danish] = data.borgersprog;
    arabic.taleniveauType = { code: 4, name: "Godt (demo)" };
    data.borgersprog = [danish, arabic, { sprogStamdata: { sprognavn: "Fransk", sprogkode: 9036 } }];
  });
  await action(page, "Hent igen").click();
  await expect(news(page, "1 felt er ændret, siden du sidst hentede")).toBeVisible();
  const table = page.getByRole("table", { name: "Borgerens sprog og niveauer" });
  const cells = async (name: string) => {
    const found = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    const texts = await found.locator("th, td").allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, " ").trim()).slice(0, 5);
  };
  expect(await cells("Arabisk")).toEqual([
    "Arabisk",
    "9014",
    "Flydende (demo)",
    "Godt (demo) Ændret Før: Flydende (demo)",
    "Flydende (demo)",
  ]);
  expect(await cells("Dansk")).toEqual(["Dansk", "9027", "Lidt (demo)", "Lidt (demo)", "Lidt (demo)"]);
  expect(await cells("Fransk")).toEqual(["Fransk Tilføjet", "9036", "Ikke oplyst", "Ikke oplyst", "Ikke oplyst"]);
  expect(await cells("Engelsk")).toEqual([
    "Engelsk Fjernet",
    "9031",
    "Godt (demo)",
    "Nogenlunde (demo)",
    "Nogenlunde (demo)",
  ]);
  expect(await table.getByRole("rowheader").allInnerTexts()).toEqual([
    "Dansk",
    "Arabisk",
    expect.stringContaining("Fransk"),
    expect.stringContaining("Engelsk"),
  ]);
});

test("languages that are all gone are still told", async ({ page }) => {
  await fetched(page);
  await changeData(page, (data) => {
    data.borgersprog = [];
  });
  await action(page, "Hent igen").click();
  await expect(news(page, "1 felt er ændret, siden du sidst hentede")).toBeVisible();
  await expect(page.getByRole("table").getByText("Fjernet")).toHaveCount(3);
  await expect(sheet(page).getByText("23 af 24 felter er udfyldt")).toBeVisible();
});

test("another citizen is not compared with the one before", async ({ page }) => {
  await fetched(page);
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page).getByText("Asyloperatøren har ikke udfyldt nogen af felterne.")).toBeVisible();
  await expect(news(page, "siden du sidst hentede")).toHaveCount(0);
});
