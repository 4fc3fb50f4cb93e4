// Moving about: each page has its title, the focus goes to the heading or the one field of the page one comes to, "back" included, and a
// wrong address says so.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, lookUp, onPage, sheet, signIn, toEnglish } from "./steps";
import { allTexts, table } from "./texts-steps";

async function arrivedAt(page: Page, heading: string): Promise<void> {
  await onPage(page, heading);
  // Where there is but one thing to do, its field.
  const field = page.getByLabel("CPR-nummer");
  await expect(heading === "Integrationslovsdata" ? field : page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
  await expect(page).toHaveTitle(titleOf(heading));
}

/** What the title of a page is; that of a text begins with its name. */
function titleOf(heading: string): RegExp {
  return new RegExp(`^${heading === "Redigér tekst" ? ".+ – " : ""}${heading} – Integrationslov$`);
}

test("each page has a title of its own, also when one comes to it directly", async ({ page }) => {
  await page.goto("/log-ind");
  await expect(page).toHaveTitle("Log ind – Integrationslov");
  await signIn(page, "star-admin");
  const [text] = await allTexts(page);
  for (const [address, heading] of [
    ["/borger", "Integrationslovsdata"],
    ["/admin/tekster", "Dynamiske tekster"],
    ["/admin/tekster/ny", "Ny tekst"],
    [`/admin/tekster/${text?.externalIdentifier}`, "Redigér tekst"],
    ["/findes-ikke", "Siden findes ikke"],
  ] as const) {
    await page.goto(address);
    await onPage(page, heading);
    await expect(page).toHaveTitle(titleOf(heading));
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});

test("a citizen changes neither the title nor the address", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await expect(page).toHaveTitle("Integrationslovsdata – Integrationslov");
  await expect(page).toHaveURL("/borger");
});

test("the focus goes to where the page begins on every change of page, back and forward included", async ({ page }) => {
  await signIn(page, "star-admin");
  await arrivedAt(page, "Dynamiske tekster");
  const menu = page.getByRole("navigation", { name: "Hovedmenu" });
  await menu.getByRole("link", { name: "Borger" }).click();
  await arrivedAt(page, "Integrationslovsdata");
  await expect(menu.getByRole("link", { name: "Borger" })).toHaveAttribute("aria-current", "page");
  await menu.getByRole("link", { name: "Dynamiske tekster" }).click();
  await arrivedAt(page, "Dynamiske tekster");
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await arrivedAt(page, "Ny tekst");
  await page.getByRole("button", { name: "Annuller" }).click();
  await arrivedAt(page, "Dynamiske tekster");
  await table(page).getByRole("link").first().click();
  await arrivedAt(page, "Redigér tekst");

  await page.goBack();
  await arrivedAt(page, "Dynamiske tekster");
  await page.goBack();
  await arrivedAt(page, "Ny tekst");
  await page.goForward();
  await arrivedAt(page, "Dynamiske tekster");
});

test("the skip link leads past the navigation", async ({ page }) => {
  await signIn(page, "star-admin");
  const skip = page.getByRole("link", { name: "Gå til indhold" });
  await skip.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const address of ["/findes-ikke", "/borger/7", "/admin", "/admin/tekster/7", "/Borger"]) {
  test(`the wrong address ${address} says so and leads on`, async ({ page }) => {
    await signIn(page, "sagsbehandler", address);
    await onPage(page, "Siden findes ikke");
    await page.getByRole("link", { name: "Gå til forsiden" }).click();
    await arrivedAt(page, "Integrationslovsdata");
  });
}

test("the start page leads on without staying in the history", async ({ page }) => {
  await signIn(page, "star-admin", "/borger");
  await onPage(page, "Integrationslovsdata");
  await page.getByRole("link", { name: "Integrationslov", exact: true }).click();
  await arrivedAt(page, "Dynamiske tekster");
  await page.goBack();
  await arrivedAt(page, "Integrationslovsdata");
});

test("another language keeps what is being written, and says the same faults in it", async ({ page }) => {
  await signIn(page, "star-admin", "/admin/tekster/ny");
  await page.getByLabel("Visningstekst").fill("Halvvejs, æøå");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Indtast en tekst");
  await toEnglish(page);
  await expect(page.getByRole("alert")).toContainText("Enter a text");
  await expect(page.getByLabel("Display text")).toHaveValue("Halvvejs, æøå");
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "da");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs, æøå");
});

test("back, a link, and back again: the address is that of the page each time", async ({ page }) => {
  await signIn(page, "star-admin", "/admin/tekster");
  await onPage(page, "Dynamiske tekster");
  for (let round = 0; round < 2; round++) {
    await page.getByRole("link", { name: "Borger" }).click();
    await onPage(page, "Integrationslovsdata");
    await expect(page).toHaveURL("/borger");
    await page.evaluate(() => history.back());
    await onPage(page, "Dynamiske tekster");
    await expect(page).toHaveURL("/admin/tekster");
  }
  await page.evaluate(() => history.forward());
  await onPage(page, "Integrationslovsdata");
  await expect(page).toHaveURL("/borger");
});

test("the title says first that something is wrong, and no longer once it is mended", async ({ page }) => {
  await signIn(page, "star-admin", "/borger");
  await lookUp(page, "310401-1234");
  await expect(page).toHaveTitle("Fejl: Integrationslovsdata – Integrationslov");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await expect(page).toHaveTitle("Integrationslovsdata – Integrationslov");
  await lookUp(page, CITIZEN.dead);
  await expect(page).toHaveTitle("Fejl: Integrationslovsdata – Integrationslov");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await expect(page).toHaveTitle("Dynamiske tekster – Integrationslov");
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page).toHaveTitle("Fejl: Ny tekst – Integrationslov");
  await toEnglish(page);
  await expect(page).toHaveTitle("Error: New text – Integration Act");
});

test("a dialog is described by its text", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await action(page, "Overfør").click();
  const dialog = page.getByRole("dialog", { name: "Overfør integrationslovsdata fra LetAsyl?" });
  await expect(dialog).toHaveAccessibleDescription(/^Du er ved at overføre 290201-1234\. STAR modtager/);
});
