// Typing a CPR number: every usual way of writing it works, and an impossible one is told what is wrong with it before
// anything is sent.
import type { Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { CITIZEN_API, lookUp, onPage, sentTo, sheet, signIn } from "./steps";

const field = (page: Page) => page.getByLabel("CPR-nummer");

test("says how the number is written, and offers digits without remembering any", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await expect(field(page)).toHaveAccessibleDescription("ddmmåå-xxxx");
  await expect(field(page)).toHaveAttribute("inputmode", "numeric");
  await expect(field(page)).toHaveAttribute("autocomplete", "off");
  await expect(field(page)).toHaveAttribute("type", "text");
});

for (const typed of ["2902011234", "290201-1234", "290201 1234", "  290201 - 1234 ", "29 02 01 12 34", "290201–1234"]) {
  test(`"${typed}" is understood, and stays as it was typed`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    const asked = page.waitForRequest(CITIZEN_API);
    await lookUp(page, typed);
    expect((await asked).headers()["x-civilregistrationidentifier"]).toBe(CITIZEN.full);
    await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
    await expect(field(page)).toHaveValue(typed);
  });
}

for (const copied of ["290201-1234\n", "290201\n1234", "\t290201-1234\r\n"]) {
  test(`${JSON.stringify(copied)} pasted is understood, and Enter sends it`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn(page, "sagsbehandler");
    await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await field(page).focus();
    await page.keyboard.press("Control+V");
    const asked = page.waitForRequest(CITIZEN_API);
    await page.keyboard.press("Enter");
    expect((await asked).headers()["x-civilregistrationidentifier"]).toBe(CITIZEN.full);
    await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  });
}

for (const [typed, words] of [
  ["", "Indtast et CPR-nummer"],
  ["   ", "Indtast et CPR-nummer"],
  ["290201-123", "Indtast 10 cifre. CPR-nummeret har 9, så der mangler 1"],
  ["2902", "Indtast 10 cifre. CPR-nummeret har 4, så der mangler 6"],
  ["290201-12345", "Indtast 10 cifre. CPR-nummeret har 11"],
  ["300201-1234", "Dagen 30 findes ikke i februar. Ret CPR-nummeret"],
  ["000201-1234", "Dagen 00 findes ikke i februar. Ret CPR-nummeret"],
  ["310401-1234", "Dagen 31 findes ikke i april. Ret CPR-nummeret"],
  ["291301-1234", "Måneden 13 findes ikke. Ret CPR-nummeret: tredje og fjerde ciffer er måneden, 01 til 12"],
  ["290001-1234", "Måneden 00 findes ikke. Ret CPR-nummeret: tredje og fjerde ciffer er måneden, 01 til 12"],
  ["290201-123A", "CPR-nummeret må kun indeholde cifre. Fjern tegnet “A”"],
  ["290201/1234", "CPR-nummeret må kun indeholde cifre. Fjern tegnet “/”"],
  [
    "000000-0000",
    "Indtast et andet CPR-nummer: 000000-0000 betyder, at nummeret ikke kendes, og kan ikke slås op",
  ],
] as const) {
  test(`"${typed}" is refused: ${words}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    const sent = sentTo(page, CITIZEN_API);
    await lookUp(page, typed);
    const summary = page.getByRole("alert").filter({ hasText: "Der er en fejl på siden" });
    await expect(summary).toBeFocused();
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page)).toHaveAccessibleDescription(`${words} ddmmåå-xxxx`);
    await expect(field(page)).toHaveValue(typed);
    await summary.getByRole("link", { name: words, exact: true }).click();
    await expect(field(page)).toBeFocused();
    expect(sent).toHaveLength(0);
  });
}

test("the same mistake a second time takes the focus a second time, and correcting it takes it away", async ({
  page,
}) => {
  await signIn(page, "sagsbehandler");
  const summary = page.getByRole("alert");
  for (let times = 0; times < 2; times += 1) {
    await lookUp(page, "2902");
    await expect(summary).toBeFocused();
  }
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await expect(summary).toHaveCount(0);
  await expect(field(page)).not.toHaveAttribute("aria-invalid");
});

test("an impossible number leaves the citizen on the page as they were", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await lookUp(page, "300201-1234");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await onPage(page, "Integrationslovsdata");
});
