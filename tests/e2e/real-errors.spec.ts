// Errors, ids and redirects as ASP.NET and what stands before it send them.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, CITIZEN_API, chooseUser, lookUp, onPage, sentTo, signIn, signInAs, TEXTS_API, TRANSFER_API, transfer } from "./steps";
import { mark, openTexts, withWord } from "./texts-steps";

const CREATE = `${TEXTS_API}/create`;
const PROBLEM = "application/problem+json; charset=utf-8";

async function write(page: Page): Promise<void> {
  await openTexts(page, "/admin/tekster/ny");
  await page.getByLabel("Tekst", { exact: true }).fill("Ny");
  await page.getByLabel("Visningstekst").fill("Vises");
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Gem", exact: true }).click();
}

test("what ASP.NET finds wrong with a member stands at its field", async ({ page }) => {
  await write(page);
  const errors = { DisplayText: ["Må højst være på 5 tegn"] };
  const body = JSON.stringify({ title: "One or more validation errors occurred.", status: 400, errors });
  await page.route(CREATE, (route) => route.fulfill({ status: 400, contentType: PROBLEM, body }));
  await save(page);
  const field = page.getByLabel("Visningstekst");
  await expect(field).toHaveAccessibleDescription(/^Må højst være på 5 tegn/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
});

test("a refusal that names no field says why, and asks to correct nothing", async ({ page }) => {
  await write(page);
  const body = JSON.stringify({ title: "Forespørgslen er for stor", status: 413, detail: "Indholdet må højst fylde 1 MiB." });
  await page.route(CREATE, (route) => route.fulfill({ status: 413, contentType: PROBLEM, body }));
  await save(page);
  const told = alert(page, "Oplysningerne blev ikke godkendt");
  await expect(told).toContainText("Indholdet må højst fylde 1 MiB.");
  await expect(told).not.toContainText("Ret det, der er nævnt");
});

test("a fault is told by its field's name, never by a pointer", async ({ page }) => {
  await write(page);
  const errors = [
    { pointer: "/displayText", detail: "er for lang" },
    { pointer: "/andet/0", detail: "er forkert" },
  ];
  await page.route(CREATE, (route) => route.fulfill({ status: 400, contentType: PROBLEM, body: JSON.stringify({ errors }) }));
  await save(page);
  const told = alert(page, "Oplysningerne blev ikke godkendt");
  await expect(told.getByRole("listitem")).toHaveText(["Visningstekst: er for lang", "er forkert"]);
});

test("403 with a code is still no access, with the code and what it means, and the PDF is offered", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, (route) => route.fulfill({ status: 403, json: { code: 4922, text: "Ingen adgang" } }));
  await lookUp(page, CITIZEN.full);
  const told = alert(page, "Du har ikke adgang til borgeren");
  await expect(told).toContainText("Fejlkode 4922");
  await expect(action(page, "Hent PDF")).toBeEnabled();
});

test("an id alone, as text, is the id of the text that was created", async ({ page }) => {
  await write(page);
  const sent = sentTo(page, CREATE);
  await page.route(CREATE, (route) => route.fulfill({ contentType: "Text/Plain; charset=utf-8", body: randomUUID() }));
  await save(page);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await sent[0]?.headerValue("accept")).toBe("application/json");
});

test("the letters of a media type may be large or small", async ({ page }) => {
  await write(page);
  const body = JSON.stringify(randomUUID());
  await page.route(CREATE, (route) => route.fulfill({ contentType: "Application/JSON; Charset=UTF-8", body }));
  await save(page);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
});

test("a redirect to somebody's sign-in page is the end of the session, and keeps what was typed", async ({ page }) => {
  await write(page);
  await page.route(CREATE, (route) => route.fulfill({ status: 302, headers: { location: "https://login.invalid/" } }));
  await save(page);
  await onPage(page, "Du er blevet logget ud");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Vises");
});

const PAGE = { contentType: "text/html; charset=utf-8", body: "<h1>Log på</h1>" };

for (const status of [200, 401]) {
  test(`a page with ${status} is the end of the session, and what was sent takes effect once`, async ({ page }) => {
    await write(page);
    const word = mark();
    await page.getByLabel("Tekst", { exact: true }).fill(word);
    // Where it says 200, the service may have done it.
    await page.route(CREATE, async (route) => {
      if (status === 200) await route.fetch();
      await route.fulfill({ status, ...PAGE });
    });
    await save(page);
    await onPage(page, "Du er blevet logget ud");
    await page.unroute(CREATE);
    await chooseUser(page, "star-admin");
    await expect(page.getByLabel("Visningstekst")).toHaveValue("Vises");
    await save(page);
    await expect(page.getByText("Teksten er gemt")).toBeVisible();
    expect(await withWord(page, word)).toHaveLength(1);
  });
}

test("a page instead of the answer to a transfer leaves open whether it arrived", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await page.route(TRANSFER_API, (route) => route.fulfill(PAGE));
  await transfer(page);
  await onPage(page, "Du er blevet logget ud");
  await page.unroute(TRANSFER_API);
  await chooseUser(page, "sagsbehandler");
  await expect(alert(page, "Vi ved ikke, om overførslen nåede frem")).toBeVisible();
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
});

test("a page instead of the answer to a look-up asks to sign in again, and one while signing in is told", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, (route) => route.fulfill(PAGE));
  await lookUp(page, CITIZEN.full);
  await onPage(page, "Du er blevet logget ud");
  await page.unroute(CITIZEN_API);
  await page.route("/session", (route) => (route.request().method() === "POST" ? route.fulfill(PAGE) : route.continue()));
  await signInAs(page, "sagsbehandler").click();
  await expect(alert(page, "Svaret kunne ikke læses")).toBeVisible();
  await page.unroute("/session");
  await chooseUser(page, "sagsbehandler");
  await expect(page.getByLabel("CPR-nummer")).toHaveValue(CITIZEN.full);
});
