// Several tabs share one session: what one of them does to it loses nothing in the others.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, signInAs } from "./steps";
import { mark, openTexts, putText, textOf } from "./texts-steps";

async function signOutInAnotherTab(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto("/borger");
  await other.getByRole("button", { name: "Log ud" }).click();
  await onPage(other, "Log ind");
  await other.close();
}

async function signInAgain(page: Page): Promise<void> {
  await onPage(page, "Du er blevet logget ud");
  await signInAs(page, "star-admin").click();
}

test("signing out in one tab keeps what is typed in another", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await page.getByLabel("Visningstekst").fill("Halvvejs");
  await signOutInAnotherTab(page);
  await signInAgain(page);
  await onPage(page, "Ny tekst");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs");
});

test("signing out in one tab does not silently drop a deletion that another is about to send", async ({ page }) => {
  await page.clock.install();
  await openTexts(page, "/borger");
  const word = mark();
  const id = await putText(page, `Tekst ${word}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await page.getByRole("button", { name: "Slet" }).click();
  await onPage(page, "Dynamiske tekster");
  await signOutInAnotherTab(page);
  await onPage(page, "Du er blevet logget ud");
  await page.clock.fastForward(8_000);
  await expect(page.getByText(`Teksten blev ikke slettet: Tekst ${word}`)).toBeVisible();
  await signInAgain(page);
  await onPage(page, "Dynamiske tekster");
  expect(await textOf(page, id)).toMatchObject({ displayText: "x" });
});

test("signing out in one tab takes a page without anything typed away in another", async ({ page }) => {
  await openTexts(page);
  await signOutInAnotherTab(page);
  await onPage(page, "Log ind");
});
