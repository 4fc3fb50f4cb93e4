// Citizens of whom little or nothing is known: absent values are named, no section goes missing, and where LetAsyl has
// nothing at all, the page says what that means and whom to ask.
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { ABSENT, HEADINGS, LABELS, readSheet } from "./sheet";
import { action, askApi, changeData, CITIZEN_API, lookUp, onPage, sheet, signIn } from "./steps";

test("with only what is required, one sentence says so", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toBeVisible();
  const answer = await (await askApi(page, CITIZEN.bare)).json();
  expect(answer).toEqual({ integrationslovsdata: { personnummer: CITIZEN.bare, borgersprog: [] } });

  const told = sheet(page).getByText("Asyloperatøren har ikke udfyldt nogen af felterne.");
  await expect(told).toBeVisible();
  await expect(sheet(page).getByRole("heading")).toHaveCount(0);
  await expect(sheet(page).getByRole("link")).toHaveCount(0);
  await expect(page.getByText(ABSENT)).toHaveCount(0);
  await expect(page.getByText("Udgaven har intet id").filter({ visible: true })).toHaveCount(1);
});

test("with one field, every other section says once that it is not given", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await changeData(page, (data) => {
    data.kommentar = "Ny";
  });
  await lookUp(page, CITIZEN.bare);
  const shown = await readSheet(page);
  const all: [string, string][] = HEADINGS.map((heading) => [heading, heading === "Kommentar" ? "" : ABSENT]);
  expect(shown.map((section) => [section.heading, section.instead])).toEqual(all);
});

test("names every missing field, and each name leads to its place", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await signIn(page, "sagsbehandler");
  await changeData(page, (data) => {
    data.kommentar = "Ny";
  });
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page).getByText("1 af 24 felter er udfyldt")).toBeVisible();
  const missing = page.getByRole("navigation", { name: "Ikke udfyldt:" });
  expect(await missing.getByRole("link").allInnerTexts()).toEqual(LABELS.filter((label) => label !== "Kommentar"));

  for (const [label, section] of [
    ["Antal børn", "Kontrakt"],
    ["Borgerens sprog", "Sprog"],
    ["Koordinerende forvaltning", "Koordinerende forvaltning"],
  ] as const) {
    const heading = page.getByRole("heading", { name: section, exact: true });
    const place = sheet(page).locator("section").filter({ has: heading }).getByText(ABSENT);
    await missing.getByRole("link", { name: label, exact: true }).click();
    await expect(heading).toBeFocused();
    await expect(place).toBeInViewport();
  }
});

test("the way to a missing field leaves the address and the history as they are", async ({ page }) => {
  await signIn(page, "star-admin", "/admin/tekster");
  await page.getByRole("link", { name: "Borger", exact: true }).click();
  await page.route(CITIZEN_API, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    delete json.integrationslovsdata.kontrakt.antalBoern;
    await route.fulfill({ response: answer, json });
  });
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page).getByText("23 af 24 felter er udfyldt")).toBeVisible();
  const trace = () => page.evaluate(() => [location.href, history.length]);
  const before = await trace();
  await page.getByRole("link", { name: "Antal børn", exact: true }).focus();
  await page.keyboard.press("Enter");
  const row = sheet(page).locator("section dl > div").filter({ hasText: /^Antal børn/ });
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await expect(row).toHaveText(/Antal børn\s*Ikke oplyst/);
  expect(await trace()).toEqual(before);
  // One step back is the page before this one, not this one without a hash.
  await page.goBack();
  await onPage(page, "Dynamiske tekster");
});

test("without data, says what it means and whom to contact", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.withoutData);
  const main = page.getByRole("main");
  await expect(main).toContainText("Der er ingen data om borgeren i LetAsyl");
  await expect(main).toContainText("Kontakt den asyloperatør, der har haft borgeren indkvarteret");
  expect(await (await askApi(page, CITIZEN.withoutData)).json()).toEqual({});
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  // Nothing to transfer or to print.
  await expect(action(page, "Overfør")).toHaveCount(0);
  await expect(action(page, "Udskriv")).toHaveCount(0);
  await expect(action(page, "Hent igen")).toBeVisible();
});

test("without a PDF, says so on saving and on showing", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.withoutData);
  for (const name of ["Hent PDF", "Vis PDF"]) {
    const asked = page.waitForResponse((response) => response.url().endsWith("/pdf"));
    await action(page, name).click();
    expect(await (await asked).json()).toEqual({});
    await expect(page.getByRole("main")).toContainText("Der er ingen PDF om borgeren i LetAsyl");
    await expect(page.getByTitle("PDF med integrationslovsdata")).toHaveCount(0);
  }
});
