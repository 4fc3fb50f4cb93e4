// What each demo user may see and do: the entries of the navigation, the pages that are not for them with the word on
// who may, and the actions for a citizen that are there or not.
import type { Page } from "@playwright/test";
import { CITIZEN, USERS, type User } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, lookUp, onPage, sheet, signIn } from "./steps";

async function entries(page: Page): Promise<string[]> {
  return page.getByRole("navigation", { name: "Hovedmenu" }).getByRole("link").allInnerTexts();
}

async function actions(page: Page): Promise<string[]> {
  return page.getByRole("group", { name: "Handlinger" }).getByRole("button").allInnerTexts();
}

/** The page says that it is not for this user, and who may use it. */
async function isRefused(page: Page, path: string, whoMay: string): Promise<void> {
  await page.goto(path);
  await onPage(page, "Du har ikke adgang til siden");
  const main = page.getByRole("main");
  await expect(main).toContainText(`Din organisation har ikke adgang. Siden kan bruges af: ${whoMay}.`);
  await expect(main).toContainText("Kontakt den administrator, der styrer jeres adgang");
  await expect(page.getByRole("alert")).toHaveCount(0);
}

const TEXT_PAGES = ["/admin/tekster", "/admin/tekster/ny", "/admin/tekster/8a1c0000-2f4e-4d6a-9b10-000000000001"];
const ALL_ACTIONS = ["Overfør", "Hent PDF", "Vis PDF", "Udskriv", "Hent igen", "Ryd"];

for (const [id, { name, organisation }] of Object.entries(USERS)) {
  test(`${id} sees name and organisation in the header`, async ({ page }) => {
    await signIn(page, id as User);
    await expect(page.getByRole("banner")).toContainText(`Logget ind som ${name} ${organisation}`);
  });
}

test("star-admin keeps the texts and sees every citizen", async ({ page }) => {
  await signIn(page, "star-admin");
  await onPage(page, "Dynamiske tekster");
  await expect(page).toHaveURL("/admin/tekster");
  expect(await entries(page)).toEqual(["Borger", "Dynamiske tekster"]);
  await expect(page.getByRole("link", { name: "Ny tekst" })).toBeVisible();

  await page.getByRole("link", { name: "Borger" }).click();
  for (const cpr of [CITIZEN.full, CITIZEN.elsewhere]) {
    await lookUp(page, cpr);
    await expect(sheet(page)).toContainText("Konventionsstatus efter udlændingelovens § 7");
    expect(await actions(page)).toEqual(ALL_ACTIONS);
  }
});

test("sagsbehandler reads, prints and transfers own citizens, and has no texts", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await onPage(page, "Integrationslovsdata");
  await expect(page).toHaveURL("/borger");
  expect(await entries(page)).toEqual(["Borger"]);
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  expect(await actions(page)).toEqual(ALL_ACTIONS);

  for (const path of TEXT_PAGES) await isRefused(page, path, "STAR");
});

test("sagsbehandler-anden-kommune is refused the data with words, and may have the PDF", async ({ page }) => {
  await signIn(page, "sagsbehandler-anden-kommune");
  expect(await entries(page)).toEqual(["Borger"]);
  await lookUp(page, CITIZEN.full);
  const refusal = alert(page, "Du har ikke adgang til borgeren");
  await expect(refusal).toContainText("Borgeren hører til et andet jobcenter. Du kan hente PDF'en, men ikke felterne.");
  await expect(refusal).not.toContainText("få tilknytningen registreret");
  await expect(refusal.getByRole("button", { name: "Prøv igen" })).toHaveCount(0);
  await expect(sheet(page)).toHaveCount(0);
  expect(await actions(page)).toEqual(["Hent PDF", "Vis PDF", "Ryd"]);

  const download = page.waitForEvent("download");
  await action(page, "Hent PDF").click();
  expect((await download).suggestedFilename()).toMatch(/^integrationslovsdata-\d{4}-\d\d-\d\d-\d{4}\.pdf$/);
  await expect(page.getByText("PDF'en er hentet")).toBeVisible();
  // The PDF tells whose citizen it is.
  await expect(refusal).toContainText("Borgeren hører til jobcenter 10100. Du kan hente PDF'en, men ikke felterne.");
  for (const path of TEXT_PAGES) await isRefused(page, path, "STAR");
});

test("anden-aktoer reads and prints referred citizens only, and transfers none", async ({ page }) => {
  await signIn(page, "anden-aktoer");
  expect(await entries(page)).toEqual(["Borger"]);
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toContainText("Konventionsstatus efter udlændingelovens § 7");
  expect(await actions(page)).toEqual(ALL_ACTIONS.filter((name) => name !== "Overfør"));
  const download = page.waitForEvent("download");
  await action(page, "Hent PDF").click();
  await download;

  // Of the same job centre but not referred, and referred by another job centre.
  for (const cpr of [CITIZEN.bare, CITIZEN.referredElsewhere]) {
    await lookUp(page, cpr);
    await expect(alert(page, "Du har ikke adgang til borgeren")).toBeVisible();
    await expect(sheet(page)).toHaveCount(0);
  }
  await action(page, "Hent PDF").click();
  await expect(page.getByRole("main").getByRole("alert")).toHaveCount(2);
  await expect(page.getByText("PDF'en er hentet")).toHaveCount(0);
  for (const path of TEXT_PAGES) await isRefused(page, path, "STAR");
});

test("kommune is refused everywhere, and told who may", async ({ page }) => {
  await signIn(page, "kommune");
  await onPage(page, "Du har ikke adgang til siden");
  expect(await entries(page)).toEqual([]);
  await isRefused(page, "/borger", "jobcentre, Anden Aktør (på vegne af et jobcenter) og STAR");
  await expect(page.getByLabel("CPR-nummer")).toHaveCount(0);
  for (const path of TEXT_PAGES) await isRefused(page, path, "STAR");
});
