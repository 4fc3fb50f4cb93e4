// Both journeys with the keyboard alone: where the focus is at each step, and that one always sees it.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, sheet } from "./steps";

type Role = "button" | "combobox" | "heading" | "link" | "searchbox" | "textbox";

/** The focus is on what a screen reader would call so, and the browser draws it. */
async function expectFocus(page: Page, role: Role, name: string | RegExp): Promise<void> {
  const focused = page.locator(":focus");
  await expect(focused).toHaveRole(role);
  await expect(focused).toHaveAccessibleName(name);
  if (role === "heading") return;
  const drawn = await focused.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect(drawn, `the focus on ${role} "${name}" is seen`).toBe(true);
}

/** Presses Tab until the focus is there; fails after a whole round. */
async function tabTo(page: Page, role: Role, name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))) {
      return expectFocus(page, role, name);
    }
  }
  throw new Error(`Tab never reaches ${role} "${name}"`);
}

async function signIn(page: Page, user: string): Promise<void> {
  await page.goto("/");
  await onPage(page, "Log ind");
  await tabTo(page, "button", `Log ind som ${user}`);
  await page.keyboard.press("Enter");
}

test("a citizen, from the number to the receipt", async ({ page }) => {
  await signIn(page, "Mette Åkjær");
  await onPage(page, "Integrationslovsdata");
  await expectFocus(page, "textbox", "CPR-nummer");
  await page.keyboard.type("310401-1234");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await expectFocus(page, "link", /Dagen 31 findes ikke i april/);
  await page.keyboard.press("Enter");
  await expectFocus(page, "textbox", "CPR-nummer");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("290201-1234");
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
  await expectFocus(page, "textbox", "CPR-nummer");

  await page.keyboard.press("Tab");
  await expectFocus(page, "button", "Hent data");
  for (const name of ["Kopiér udgavens id", "Overfør"]) {
    await page.keyboard.press("Tab");
    await expectFocus(page, "button", name);
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectFocus(page, "button", "Annuller");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectFocus(page, "button", "Overfør");
  await page.keyboard.press("Enter");
  await expectFocus(page, "button", "Annuller");
  await page.keyboard.press("Shift+Tab");
  await expectFocus(page, "button", "Overfør");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  await expectFocus(page, "button", "Overfør");

  await tabTo(page, "button", "Ryd");
  await page.keyboard.press("Space");
  await expect(sheet(page)).toHaveCount(0);
  await expectFocus(page, "textbox", "CPR-nummer");
});

test("a text, from the search to the saved one", async ({ page }) => {
  await signIn(page, "Ingrid Søgaard");
  await onPage(page, "Dynamiske tekster");
  await expectFocus(page, "heading", "Dynamiske tekster");
  await page.keyboard.press("Tab");
  await expectFocus(page, "searchbox", "Søg i tekster");
  await page.keyboard.type("xyzzy");
  await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
  await tabTo(page, "link", "Vis alle tekster");
  await page.keyboard.press("Enter");
  // As many as the journeys before this one left.
  const counted = page.getByText(/^(\d+) af \1 tekster$/);
  await expect(counted).toBeVisible();
  const all = Number.parseInt((await counted.textContent()) ?? "", 10);

  await tabTo(page, "link", "Ny tekst");
  await page.keyboard.press("Enter");
  await onPage(page, "Ny tekst");
  await expectFocus(page, "heading", "Ny tekst");
  await page.keyboard.press("Tab");
  await expectFocus(page, "textbox", "Tekst");
  await page.keyboard.type("Skrevet uden mus");
  await page.keyboard.press("Tab");
  await expectFocus(page, "textbox", "Visningstekst");
  await page.keyboard.type("Med tastaturet alene");
  await page.keyboard.press("Tab");
  await expectFocus(page, "combobox", "Gruppe");
  await page.keyboard.press("Tab");
  await expectFocus(page, "button", "Gem");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await expectFocus(page, "heading", "Dynamiske tekster");
  await expect(page.getByText(`${all + 1} af ${all + 1} tekster`)).toBeVisible();

  // Back leads to the form, and there, too, the focus is on the heading.
  await page.goBack();
  await onPage(page, "Ny tekst");
  await expectFocus(page, "heading", "Ny tekst");
});

test("the first Tab offers to skip to the content", async ({ page }) => {
  await page.goto("/");
  await onPage(page, "Log ind");
  await page.keyboard.press("Tab");
  await expectFocus(page, "link", "Gå til indhold");
  await expect(page.getByRole("link", { name: "Gå til indhold" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expectFocus(page, "button", "Log ind som Ingrid Søgaard");
});
