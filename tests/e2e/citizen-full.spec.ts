// A citizen of whom everything is known: each element that the backend answers stands on the page under its label, with
// the document's description, dates in Danish words; and what is fetched again tells what has changed.
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { expectedSheet, HELP, leaves, PATHS, readSheet } from "./sheet";
import { action, askApi, atCitizen, changeData, lookUp, onPage, pasted, sheet, signIn } from "./steps";

test("shows every element of the document with its value", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-03-05T14:05:00+01:00"));
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();

  const { integrationslovsdata: data } = await (await askApi(page, CITIZEN.full)).json();
  const { personnummer, integrationslovsdataIdentifier, ...rest } = data;
  // All that the document names is in the answer, and the page has a place for all that is in the answer.
  expect([...new Set(leaves(rest))].sort()).toEqual([...PATHS].sort());
  const shown = await readSheet(page);
  expect(shown).toEqual(expectedSheet(data));
  expect(shown[0]?.rows[0]?.[1]).toBe("5. marts 2024");
  expect(shown[6]?.table[1]).toContain("Flydende (demo) (5)");

  const whose = page.locator(".citizen-who");
  await expect(whose).toHaveText(`${hyphened(personnummer)}Hentet 5. marts 2026 kl. 14.05Udgave ${integrationslovsdataIdentifier.slice(0, 8)} Flere`);
  await expect(sheet(page).getByText("24 af 24 felter er udfyldt")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Ikke udfyldt:" })).toHaveCount(0);
});

test("shows the line breaks of free texts", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  const health = page.getByText("Borgeren oplyser selv at have et godt helbred.");
  expect((await health.innerText()).split("\n")).toHaveLength(3);
});

test("is the same for the other municipality's citizen, for those who may", async ({ page }) => {
  await signIn(page, "sagsbehandler-anden-kommune");
  await lookUp(page, CITIZEN.elsewhere);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.elsewhere));
  const { integrationslovsdata: data } = await (await askApi(page, CITIZEN.elsewhere)).json();
  expect(await readSheet(page)).toEqual(expectedSheet(data));
});

test("the document's description of each field is there on demand, by keyboard and for screen readers", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  for (const [label, help] of HELP) {
    const button = page.getByRole("button", { name: `Hjælp til ${label}`, exact: true });
    await expect(button).toHaveCount(help ? 1 : 0);
    if (!help) continue;
    const about = sheet(page).getByText(help, { exact: true });
    await expect(about).toBeHidden();
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(about).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(about).toBeHidden();
  }
  await expect(page.locator("[title]")).toHaveCount(0);
});

test("values, sections and the version's id can be copied, without help", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await atCitizen(page);
  const copy = async (name: string) => {
    await page.getByRole("button", { name: `Kopiér ${name}`, exact: true }).click();
    await expect(page.getByText("Kopieret").last()).toBeVisible();
    return pasted(page);
  };
  expect(await copy("Antal børn")).toBe("2");
  const section = "Uddannelse\nSenest vejledt om vurdering af uddannelse: 20. februar 2024\nStatus på vurderingssagen: Ansøgning sendt til vurdering (demo) (2)";
  expect(await copy("Uddannelse")).toBe(section);
  expect(await copy("Sprog")).toContain("Sprog: Arabisk · Sprogkode: 9014 · Forstår: Flydende (demo) (5)");
  expect(await copy("udgavens id")).toMatch(/^6f1f5f0a-3c1d-/);
});

test("what is asked most is on the first screen, and the bar stays in sight", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await atCitizen(page);
  const overview = page.locator("#overblik");
  for (const words of ["Antal børn2", "Kontrakten slutter", "DanskmålPrøve i Dansk 2", "Borgerens sprogArabisk, Engelsk, Dansk"]) {
    await expect(overview).toContainText(words);
  }
  await expect(overview.getByText("24 af 24 felter er udfyldt")).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2_350);
  await page.getByRole("navigation", { name: "Afsnit" }).getByRole("link", { name: "Koordinerende forvaltning" }).click();
  await expect(page.getByRole("heading", { name: "Koordinerende forvaltning" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Koordinerende forvaltning" })).toBeInViewport();
  await expect(action(page, "Overfør")).toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Afsnit" })).toBeInViewport();
});

test("only what is filled in, and codes, are shown on request", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await changeData(page, (data) => {
    delete data.kommentar;
    delete data.kontrakt.antalBoern;
  });
  await lookUp(page, CITIZEN.full);
  const comment = page.getByRole("heading", { name: "Kommentar" });
  const children = page.locator("section").getByText("Antal børn");
  await expect(comment).toBeVisible();
  await page.getByLabel("Kun udfyldte felter").check();
  await expect(comment).toBeHidden();
  await expect(children).toBeHidden();
  await expect(page.getByText("(2)").first()).toBeHidden();
  await page.getByLabel("Vis koder").check();
  await expect(page.getByText("(2)").first()).toBeVisible();
  await page.getByLabel("Kun udfyldte felter").uncheck();
  await expect(children).toBeVisible();
});

test('"Ryd" leaves nothing of the citizen on the page, and "Udskriv" opens the browser\'s dialog', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => console.info("printed");
  });
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  const printed = page.waitForEvent("console", (message) => message.text() === "printed");
  await action(page, "Udskriv").click();
  await printed;

  await action(page, "Ryd").click();
  await expect(page.getByText("Borgerens oplysninger er fjernet fra siden")).toBeVisible();
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
  await expect(sheet(page)).toHaveCount(0);
  await onPage(page, "Integrationslovsdata");
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
});

test("a second citizen takes the place of the first, nothing of whom stays", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toContainText("Ønsker tolk på arabisk");
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.bare));
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
  await expect(page.getByText("Ønsker tolk på arabisk")).toHaveCount(0);
});
