// Signing in and out: who is in is told, and after signing out nothing of the citizen is left, neither on the page nor
// behind the browser's back button nor for the old cookie.
import { request as http } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { action, chooseUser, CITIZEN_API, lookUp, onPage, sheet, signIn, signInByForm } from "./steps";

const SIGN_OUT = { name: "Log ud" };

test("nothing is shown to those who are not signed in, whatever the address", async ({ page }) => {
  for (const address of ["/", "/borger", "/admin/tekster", "/admin/tekster/ny", "/findes-ikke"]) {
    await page.goto(address);
    await onPage(page, "Log ind");
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("button", SIGN_OUT)).toHaveCount(0);
    await expect(page.getByLabel("CPR-nummer")).toHaveCount(0);
  }
});

test("signing in leads to the address that was asked for", async ({ page }) => {
  await signInByForm(page, "star-admin", "/admin/tekster/ny");
  await onPage(page, "Ny tekst");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("the session outlives a reload, and the cookie is out of reach of scripts", async ({ page, context }) => {
  await signIn(page, "sagsbehandler");
  await page.reload();
  await expect(page.getByRole("banner")).toContainText("Mette Åkjær");
  await onPage(page, "Integrationslovsdata");
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/", expires: -1 });
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("signing out leaves nothing on the page, in the title or in the history", WITH_VIEWER, async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
  await page.getByRole("button", SIGN_OUT).click();

  await onPage(page, "Log ind");
  await expect(page.getByText("Du er logget ud")).toBeVisible();
  await expect(page).toHaveTitle("Log ind – Integrationslov");
  await expect(page).toHaveURL("/log-ind");
  const nothingLeft = async () => {
    const content = await page.content();
    for (const word of [hyphened(CITIZEN.full), CITIZEN.full, "Konventionsstatus"]) {
      expect(content).not.toContain(word);
    }
    await expect(page.getByRole("banner")).not.toContainText("Mette Åkjær");
    await expect(page.locator("iframe")).toHaveCount(0);
    for (const field of await page.locator("input").all()) await expect(field).not.toHaveValue(/\d/);
  };
  await nothingLeft();

  await page.evaluate(() => history.back());
  await expect(page).toHaveURL("/borger");
  await onPage(page, "Log ind");
  await nothingLeft();
  await page.reload();
  await onPage(page, "Log ind");
  await nothingLeft();
});

test("signing out ends the session in the backend, too", async ({ page, context, baseURL }) => {
  await signIn(page, "sagsbehandler");
  const [cookie] = await context.cookies();
  const thief = await http.newContext({ baseURL, extraHTTPHeaders: { cookie: `${cookie?.name}=${cookie?.value}` } });
  const headers = { "x-civilregistrationIdentifier": CITIZEN.full };
  expect((await thief.get(CITIZEN_API, { headers })).status()).toBe(200);
  await page.getByRole("button", SIGN_OUT).click();
  await onPage(page, "Log ind");
  expect((await thief.get(CITIZEN_API, { headers })).status()).toBe(401);
  await thief.dispose();
  expect(await context.cookies()).toEqual([]);
});

test("when signing out does not reach the backend, the page is cleared all the same, and that is said", async ({
  page,
}) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await page.route("/session", (route) => route.abort());
  await page.getByRole("button", SIGN_OUT).click();
  await expect(page.getByText("Du er måske ikke logget ud. Prøv igen, eller luk browseren.")).toBeVisible();
  await expect(sheet(page)).toHaveCount(0);
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
});

test("the next user finds nothing of the one before", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await page.getByRole("button", SIGN_OUT).click();
  await onPage(page, "Log ind");
  await chooseUser(page, "anden-aktoer");
  await onPage(page, "Integrationslovsdata");
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByText("Du er logget ud")).toHaveCount(0);
});
