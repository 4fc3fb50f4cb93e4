// Answers as real services write them, on the page. What is read of each, `crates/contract/tests/real.rs` tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { alert, CITIZEN_API, lookUp, sheet, signIn } from "./steps";

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

test("204 says that there are no data", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, (route) => route.fulfill({ status: 204 }));
  await lookUp(page, CITIZEN.full);
  await expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
});
