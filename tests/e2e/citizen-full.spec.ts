// A citizen of whom everything is known: each element that the backend answers stands on the page under its label, with
// the document's description, dates in Danish words; and what is fetched again tells what has changed.
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { expectedSheet, leaves, PATHS, readSheet } from "./sheet";
import { action, askApi, CITIZEN_API, lookUp, onPage, sheet, signIn } from "./steps";

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

  const head = sheet(page).locator("dl").first();
  expect((await head.innerText()).split(/\s*\n\s*/)).toEqual([
    "CPR-nummer",
    "Borgers personnummer",
    hyphened(personnummer),
    "Hentet fra LetAsyl",
    "5. marts 2026 kl. 14.05",
    "Udgave",
    "Unik identifikation for den hentede udgave af borgerens integrationslovsdata",
    integrationslovsdataIdentifier,
  ]);
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

test("what explains a value belongs to its label, for everybody and without pointing at it", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  const about = "Igangsat eller aftalt behandling i Danmark";
  await expect(page.getByText(about)).toBeVisible();
  const term = page.getByRole("term").filter({ hasText: "Behandling i Danmark" });
  await expect(term).toHaveText(`Behandling i Danmark ${about}`);
  await expect(page.locator("[title]")).toHaveCount(0);
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
