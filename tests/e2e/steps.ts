// The steps that many journeys share, taken as a person takes them.
import { type APIResponse, expect, type Locator, type Page, type Request } from "@playwright/test";
import { CITIZEN, hyphened, USERS, type User } from "./demo";

export const CITIZEN_API = "/v1/LetasylIntegrationslov";
export const PDF_API = `${CITIZEN_API}/pdf`;
export const TRANSFER_API = `${CITIZEN_API}/action/transfer`;
export const TEXTS_API = "/v1/DynamicTexts";

/** Opens a page as this user, and waits until the user's name stands in the header. The form is left out: filling it in
 * takes half a second in each of hundreds of journeys. */
export async function signIn(page: Page, user: User, at = "/"): Promise<void> {
  expect((await page.request.post("/session", { data: { user } })).status()).toBe(200);
  await page.goto(at);
  await expect(page.getByRole("banner")).toContainText(USERS[user].name);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** The same by the form on the page. */
export async function signInByForm(page: Page, user: User, at = "/"): Promise<void> {
  await page.goto(at);
  await chooseUser(page, user);
}

/** Signs in where the page already asks for it. */
export async function chooseUser(page: Page, user: User): Promise<void> {
  await signInAs(page, user).click();
  await expect(page.getByRole("banner")).toContainText(USERS[user].name);
  await expect(signInAs(page, user)).toHaveCount(0);
}

/** The button that signs this demo user in. */
export function signInAs(page: Page, user: User): Locator {
  return page.getByRole("button", { name: `Log ind som ${USERS[user].name}` });
}

/** Types a number and asks for the citizen's data, without waiting for them. */
export async function lookUp(page: Page, cpr: string): Promise<void> {
  await page.getByLabel("CPR-nummer").fill(cpr);
  await page.getByRole("button", { name: "Hent data" }).click();
}

/** Signs in as a caseworker and looks a citizen up; waits for the data. */
export async function atCitizen(page: Page, cpr: string = CITIZEN.full): Promise<void> {
  await signIn(page, "sagsbehandler");
  await lookUp(page, cpr);
  await expect(sheet(page)).toContainText(hyphened(cpr));
}

/** Asks for the transfer of the citizen on the page, and confirms it. */
export async function transfer(page: Page): Promise<void> {
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true }).click();
}

/** From now on the backend's answer about a citizen is changed so on its way to the page. */
export async function changeData(page: Page, change: (data: any) => void): Promise<void> {
  await page.unroute(CITIZEN_API);
  await page.route(CITIZEN_API, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    change(json.integrationslovsdata);
    await route.fulfill({ response: answer, json });
  });
}

/** What was fetched: the sheet. */
export function sheet(page: Page): Locator {
  return page.getByRole("article");
}

/** The button of an action for the citizen. */
export function action(page: Page, name: string): Locator {
  return page.getByRole("group", { name: "Handlinger" }).getByRole("button", { name, exact: true });
}

/** An alert with this heading. */
export function alert(page: Page, heading: string): Locator {
  return page.getByRole("alert").filter({ has: page.getByText(heading, { exact: true }) });
}

/** Asks the backend about a citizen, in the session of the page. */
export async function askApi(page: Page, cpr: string, path = CITIZEN_API): Promise<APIResponse> {
  return page.request.get(path, { headers: { "x-civilregistrationIdentifier": cpr } });
}

/** Keeps every request to a path that the page sends from now on. */
export function sentTo(page: Page, path: string): Request[] {
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === path) sent.push(request);
  });
  return sent;
}

/** Waits until the heading of the page is this one. */
export async function onPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** What is on the clipboard, pasted into the field for the number as a person would: the page itself may not read it. */
export async function pasted(page: Page): Promise<string> {
  const text = page.evaluate(
    () =>
      new Promise<string>((read) => {
        addEventListener("paste", (event) => read(event.clipboardData?.getData("text") ?? ""), { once: true });
      }),
  );
  await page.getByLabel("CPR-nummer").press("ControlOrMeta+v");
  return text;
}

/** Switches the page to English. */
export async function toEnglish(page: Page): Promise<void> {
  await switchTo(page, "en", "English");
}

/** Switches the page back to Danish. */
export async function toDanish(page: Page): Promise<void> {
  await switchTo(page, "da", "Dansk");
}

async function switchTo(page: Page, language: string, name: string): Promise<void> {
  // Under a modal dialog the switch is out of reach, as it should be; the language of what is open is looked at still.
  if (await page.getByRole("dialog").isVisible()) await page.evaluate(() => document.querySelector<HTMLElement>(".site-actions button")?.click());
  else await page.getByRole("button", { name, exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}
