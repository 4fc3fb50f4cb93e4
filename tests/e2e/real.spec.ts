// Answers as real services write them, on the page. What is read of each, `crates/contract/tests/real.rs` tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, CITIZEN_API, lookUp, PDF_API, sheet, signIn, TEXTS_API, TRANSFER_API, transfer } from "./steps";

type Real = { about: string; body: unknown; page: string[] };
type Citizen = Real & { none?: boolean; unreadable?: boolean };
type Texts = Real & { unread: number };
type Failure = Real & { status: number };

function all<T extends Real>(of: string): { name: string; real: T }[] {
  const folder = join(__dirname, "../../crates/contract/tests/real", of);
  return readdirSync(folder).map((name) => ({ name, real: JSON.parse(readFileSync(join(folder, name), "utf8")) as T }));
}

// Another time zone than Denmark's: what is shown must not depend on the browser's.
test.use({ timezoneId: "America/Los_Angeles" });

for (const { name, real } of all<Citizen>("citizens")) {
  test(`${name}: ${real.about}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    await page.route(CITIZEN_API, (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(real.body) }));
    await lookUp(page, CITIZEN.full);
    if (real.unreadable) return expect(alert(page, "Svaret kunne ikke læses")).toBeVisible();
    if (real.none) return expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
    for (const words of real.page ?? []) await expect(sheet(page)).toContainText(words);
  });
}

for (const { name, real } of all<Texts>("texts")) {
  test(`${name}: ${real.about}`, async ({ page }) => {
    await signIn(page, "star-admin");
    await page.route(TEXTS_API, (route) => route.fulfill({ json: real.body }));
    await page.goto("/admin/tekster");
    await expect(page.getByRole("grid").getByRole("link")).toHaveText(real.page);
    await expect(page.getByText(`${real.unread} tekster kunne ikke læses`)).toBeVisible();
    await page.route(`${TEXTS_API}/groups`, (route) => route.fulfill({ json: [{ name: "Uden id" }] }));
    await page.reload();
    await expect(page.getByText(`${real.unread} tekster og 1 gruppe kunne ikke læses`)).toBeVisible();
    await page.unroute(`${TEXTS_API}/groups`);
    await page.unroute(TEXTS_API);
    await page.reload();
    await expect(page.getByRole("grid").getByRole("link").first()).toBeVisible();
    await expect(page.getByText("kunne ikke læses")).toHaveCount(0);
  });
}

for (const { name, real } of all<Failure>("errors")) {
  test(`${name}: ${real.about}`, async ({ page }) => {
    await signIn(page, "star-admin", "/admin/tekster/ny");
    await page.getByLabel("Tekst", { exact: true }).fill("Ny");
    await page.getByLabel("Visningstekst").fill("Vises");
    const body = real.body === null ? "" : JSON.stringify(real.body);
    const contentType = "application/problem+json; charset=utf-8";
    await page.route(`${TEXTS_API}/create`, (route) => route.fulfill({ status: real.status, contentType, body }));
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    const told = page.getByRole("main").getByRole("alert");
    for (const words of real.page) await expect(told).toContainText(words);
    await expect(page.getByLabel("Visningstekst")).toHaveValue("Vises");
  });
}

for (const status of [200, 204]) {
  test(`${status} with nothing says that there are no data and no PDF, and that a transfer is received`, async ({ page }) => {
    const nothing = { status, body: "" };
    await signIn(page, "sagsbehandler");
    await lookUp(page, CITIZEN.full);
    await expect(sheet(page)).toBeVisible();
    await page.route(PDF_API, (route) => route.fulfill(nothing));
    await action(page, "Hent PDF").click();
    await expect(page.getByText("Der er ingen PDF om borgeren i LetAsyl").first()).toBeVisible();
    await page.route(TRANSFER_API, (route) => route.fulfill(nothing));
    await transfer(page);
    await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
    await page.route(CITIZEN_API, (route) => route.fulfill(nothing));
    await lookUp(page, CITIZEN.full);
    await expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
  });
}
