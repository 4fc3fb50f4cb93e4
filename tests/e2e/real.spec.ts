// Answers as real services write them, on the page. What is read of each, `crates/contract/tests/real.rs` tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, CITIZEN_API, lookUp, PDF_API, sheet, signIn, TRANSFER_API, transfer } from "./steps";

type Real = { about: string; body: unknown; page?: string[]; none?: boolean; unreadable?: boolean };

const folder = join(__dirname, "../../crates/contract/tests/real");
const all = readdirSync(folder).map((name) => ({ name, real: JSON.parse(readFileSync(join(folder, name), "utf8")) as Real }));

// Another time zone than Denmark's: what is shown must not depend on the browser's.
test.use({ timezoneId: "America/Los_Angeles" });

for (const { name, real } of all) {
  test(`${name}: ${real.about}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    await page.route(CITIZEN_API, (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(real.body) }));
    await lookUp(page, CITIZEN.full);
    if (real.unreadable) return expect(alert(page, "Svaret kunne ikke læses")).toBeVisible();
    if (real.none) return expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
    for (const words of real.page ?? []) await expect(sheet(page)).toContainText(words);
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
