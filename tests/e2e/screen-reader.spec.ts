// What a screen reader gets of the main states: the tree of roles and names, in the order in which it is read.
import { expect, test } from "./fixtures";
import { lookUp, sheet, signIn } from "./steps";

test("signing in", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("list", { name: "Demobrugere" })).toBeVisible();
  await expect(page.locator("body")).toMatchAriaSnapshot();
});

test("a wrong number", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "310401-1234");
  await expect(page.locator("body")).toMatchAriaSnapshot();
});

test("a citizen with only what is required", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2024-03-05T14:05:00+01:00"));
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290202-1234");
  await expect(sheet(page)).toMatchAriaSnapshot();
});

test("an error", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290209-1287");
  await expect(page.getByRole("alert")).toMatchAriaSnapshot();
});

test("the question before a transfer", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await page.getByRole("button", { name: "Overfør" }).click();
  await expect(page.getByRole("dialog")).toMatchAriaSnapshot();
});

test("the list of texts", async ({ page }) => {
  await signIn(page, "star-admin", "/admin/tekster?soeg=virksomhedspraktikken");
  await expect(page.getByRole("grid")).toBeVisible();
  await expect(page.getByRole("main")).toMatchAriaSnapshot();
});

test("a page for others", async ({ page }) => {
  await signIn(page, "kommune");
  await expect(page.getByRole("main")).toMatchAriaSnapshot();
});
