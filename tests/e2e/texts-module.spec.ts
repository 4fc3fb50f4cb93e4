// The pages of texts are a module of their own: who loads it and when, and what happens when it does not come.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { signIn } from "./steps";
import { table } from "./texts-steps";

const MODULE = /-texts\.wasm$/;

/** The requests for the module, as they come. */
function requests(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => MODULE.test(request.url()) && sent.push(request.url()));
  return sent;
}

test("a caseworker never loads it", async ({ page }) => {
  const sent = requests(page);
  await signIn(page, "sagsbehandler");
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
  await page.waitForLoadState("networkidle");
  expect(sent).toEqual([]);
});

test("an administrator has it before going to the texts, and loads it once", async ({ page }) => {
  const sent = requests(page);
  const came = page.waitForResponse(MODULE);
  await signIn(page, "star-admin", "/borger");
  await came;
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await expect(table(page)).toBeVisible();
  expect(sent).toHaveLength(1);
});

test("the address of a text asks for it along with the app, once", async ({ page }) => {
  const sent = requests(page);
  await signIn(page, "star-admin", "/admin/tekster");
  await expect(table(page)).toBeVisible();
  expect(sent).toHaveLength(1);
});

test("when it does not come, the page says so, and trying again shows the texts", async ({ page }) => {
  await page.route(MODULE, (route) => route.abort("connectionreset"));
  await signIn(page, "star-admin", "/borger");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Siden kunne ikke hentes" });
  await expect(alert).toBeVisible();
  await alert.getByRole("button", { name: "Prøv igen" }).click();
  await expect(alert).toBeVisible();
  await page.unroute(MODULE);
  await alert.getByRole("button", { name: "Prøv igen" }).click();
  await expect(table(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("after a new version its old name leads nowhere, and reloading shows the texts", async ({ page }) => {
  await page.route(MODULE, (route) => route.fulfill({ status: 404, body: "" }), { times: 2 });
  await signIn(page, "star-admin", "/borger");
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Siden kunne ikke hentes" });
  await expect(alert).toBeVisible();
  await page.unroute(MODULE);
  await alert.getByRole("button", { name: "Hent siden igen" }).click();
  await expect(table(page)).toBeVisible();
});

test("nobody is told when it does not come before it is needed", async ({ page }) => {
  await page.route(MODULE, (route) => route.abort("connectionreset"));
  const failed = page.waitForEvent("requestfailed", (request) => MODULE.test(request.url()));
  await signIn(page, "star-admin", "/borger");
  await failed;
  await page.getByLabel("CPR-nummer").fill("x");
  await page.getByRole("button", { name: "Hent data" }).click();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("alert")).not.toContainText("Siden kunne ikke hentes");
});
