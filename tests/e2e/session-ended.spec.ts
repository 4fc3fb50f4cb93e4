// The session ends in the middle of the work: what is confidential goes out of sight, and signing in again brings back
// the same page with all that was typed.
import { type BrowserContext, request as http, type Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, chooseUser, lookUp, onPage, sheet, signIn } from "./steps";
import { group, mark, openTexts, putText, table, textOf, withWord } from "./texts-steps";

/** Ends the session in the backend; the browser keeps its cookie and knows nothing. */
async function endSession(context: BrowserContext, baseURL: string | undefined): Promise<void> {
  const [cookie] = await context.cookies();
  const other = await http.newContext({ baseURL, extraHTTPHeaders: { cookie: `${cookie?.name}=${cookie?.value}` } });
  expect((await other.delete("/session")).status()).toBe(200);
  await other.dispose();
  expect(await context.cookies()).toHaveLength(1);
}

async function isAsked(page: Page): Promise<void> {
  await onPage(page, "Du er blevet logget ud");
  await expect(page.getByRole("heading", { name: "Du er blevet logget ud" })).toBeFocused();
  const told = "Det, du har skrevet, er bevaret, men en borgers oplysninger bliver fjernet efter 15 minutter uden aktivitet.";
  await expect(page.getByText(told).filter({ visible: true })).toHaveCount(1);
}

test("a new text that is being written is still there, and can be saved", async ({ page, context, baseURL }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  await page.getByLabel("Tekst", { exact: true }).fill(`Halvfærdig ${word} `);
  await page.getByLabel("Visningstekst").fill("Linje 1\n\n  Linje 3");
  await group(page).selectOption({ index: 3 });
  await endSession(context, baseURL);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await isAsked(page);
  await expect(page.getByLabel("Visningstekst")).toBeHidden();
  await expect(page.getByText("Teksten er gemt")).toHaveCount(0);

  await chooseUser(page, "star-admin");
  await onPage(page, "Ny tekst");
  await expect(page).toHaveURL("/admin/tekster/ny");
  await expect(page).toHaveTitle("Ny tekst – Integrationslov");
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue(`Halvfærdig ${word} `);
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Linje 1\n\n  Linje 3");
  await expect(group(page).getByRole("option").nth(3)).toHaveJSProperty("selected", true);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect((await withWord(page, word)).map((saved) => saved.displayText)).toEqual(["Linje 1\n\n  Linje 3"]);
});

test("a change of a text is still there", async ({ page, context, baseURL }) => {
  await openTexts(page);
  const id = await putText(page, `Før ${mark()}`, "Før");
  await page.goto(`/admin/tekster/${id}`);
  await page.getByLabel("Visningstekst").fill("Efter");
  await endSession(context, baseURL);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await isAsked(page);
  await chooseUser(page, "star-admin");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Efter");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText: "Efter" });
});

test("the citizen goes out of sight until the same user is back", async ({ page, context, baseURL }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await endSession(context, baseURL);
  await action(page, "Hent igen").click();
  await isAsked(page);
  await expect(page.getByText(hyphened(CITIZEN.full), { exact: true })).toBeHidden();
  await expect(page.getByText("Konventionsstatus").filter({ visible: true })).toHaveCount(0);

  await chooseUser(page, "sagsbehandler");
  await onPage(page, "Integrationslovsdata");
  await expect(page).toHaveTitle("Integrationslovsdata – Integrationslov");
  await expect(page.getByLabel("CPR-nummer")).toHaveValue(CITIZEN.full);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await action(page, "Hent igen").click();
  await expect(page.getByText("Intet er ændret, siden du sidst hentede")).toBeVisible();
});

test("back again, nothing on the page still says that one is signed out", async ({ page, context, baseURL }) => {
  await signIn(page, "star-admin", "/borger");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await endSession(context, baseURL);
  await action(page, "Hent igen").click();
  await isAsked(page);
  await chooseUser(page, "star-admin");
  await expect(sheet(page)).toBeVisible();
  await expect(page.getByText("Du er blevet logget ud")).toHaveCount(0);

  await page.goto("/admin/tekster/ny");
  await page.getByLabel("Tekst", { exact: true }).fill("x");
  await page.getByLabel("Visningstekst").fill("x");
  await endSession(context, baseURL);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await isAsked(page);
  await chooseUser(page, "star-admin");
  await expect(page.getByLabel("Visningstekst")).toBeVisible();
  await expect(page.getByText("Du er blevet logget ud")).toHaveCount(0);
});

test("the list of texts is there again after it", async ({ page, context, baseURL }) => {
  await openTexts(page, "/admin/tekster/ny");
  await endSession(context, baseURL);
  await page.getByRole("button", { name: "Annuller" }).click();
  await isAsked(page);
  await chooseUser(page, "star-admin");
  await onPage(page, "Dynamiske tekster");
  await expect(table(page)).toBeVisible();
});

test("a number that was typed for the first look-up is still there", async ({ page, context, baseURL }) => {
  await signIn(page, "sagsbehandler");
  await endSession(context, baseURL);
  await lookUp(page, "290201-1234");
  await isAsked(page);
  // The same user most likely comes back.
  const offered = page.getByRole("list", { name: "Demobrugere" }).getByRole("heading");
  await expect(offered.first()).toHaveText("Mette Åkjær");
  await chooseUser(page, "sagsbehandler");
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("290201-1234");
  await page.getByRole("button", { name: "Hent data" }).click();
  await expect(sheet(page)).toBeVisible();
});

test("a transfer that met the end of the session did not happen, and can be made after it", async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await endSession(context, baseURL);
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await isAsked(page);
  await chooseUser(page, "sagsbehandler");
  await expect(page.getByText("Overførslen er ikke gennemført")).toBeVisible();
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
});

test("another user who signs in finds nothing of it", async ({ page, context, baseURL }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await endSession(context, baseURL);
  await action(page, "Hent igen").click();
  await isAsked(page);
  await chooseUser(page, "anden-aktoer");
  await onPage(page, "Integrationslovsdata");
  await expect(page.getByLabel("CPR-nummer")).toHaveValue("");
  await expect(sheet(page)).toHaveCount(0);
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
});
