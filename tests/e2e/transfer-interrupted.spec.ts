// A transfer that is not settled is not left unasked, and outlives a reload: the tab remembers its id and its time,
// nothing of the citizen, so that the same citizen's next attempt settles it.
import type { Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, atCitizen, chooseUser, lookUp, onPage, sentTo, sheet, signIn, transfer, TRANSFER_API } from "./steps";

const NOBODY_KNOWS = "Vi ved ikke, om overførslen nåede frem";
const INTERRUPTED = "En overførsel blev afbrudt";
const WHOSE = "Hvilken borger gjaldt den afbrudte overførsel?";

/** A transfer of which nobody knows whether it arrived; its id. */
async function leftUnknown(page: Page): Promise<string> {
  await page.route(TRANSFER_API, (route) => route.abort("connectionreset"));
  const asked = page.waitForRequest(TRANSFER_API);
  await transfer(page);
  await expect(alert(page, NOBODY_KNOWS)).toBeVisible();
  await page.unroute(TRANSFER_API);
  return (await (await asked).headerValue("x-requestid")) ?? "";
}

const question = (page: Page) => page.getByRole("dialog", { name: "Det er uafklaret, om overførslen nåede frem" });
const interrupted = (page: Page) => page.getByRole("region", { name: INTERRUPTED });
const kept = (page: Page) => page.evaluate(() => ({ ...sessionStorage }));

test("a reload in the middle does not cut it, and after it the same citizen's attempt settles it", async ({
  page,
  backend,
}) => {
  await atCitizen(page, CITIZEN.slow);
  const before = backend.log().length;
  await transfer(page);
  await expect(page.getByText("Overfører …", { exact: true })).toBeVisible();
  const [id] = Object.keys(await kept(page)).map((name) => name.replace("overfoersel ", ""));
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const asks = new Promise<string>((told) => page.once("dialog", (dialog) => {
    told(dialog.type());
    void dialog.accept();
  }));
  await page.reload();
  expect(await asks).toBe("beforeunload");

  await onPage(page, "Integrationslovsdata");
  await expect(interrupted(page)).toContainText(id ?? "");
  await expect(interrupted(page)).toContainText(/kl\. \d\d\.\d\d/);
  const notes = await kept(page);
  expect(Object.keys(notes)).toEqual([`overfoersel ${id}`]);
  expect(Object.values(notes)[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z sagsbehandler$/);
  // The browser saw it through, though the page that sent it is gone.
  await expect.poll(() => backend.log().slice(before), { timeout: 20_000 }).toMatch(/POST \S+\/transfer 200/);

  await lookUp(page, CITIZEN.slow);
  await expect(sheet(page)).toBeVisible({ timeout: 20_000 });
  await expect(interrupted(page)).toContainText(id ?? "");
  await action(page, "Overfør").click();
  const dialog = page.getByRole("dialog", { name: WHOSE });
  await expect(dialog.getByRole("button", { name: "Annuller" })).toBeFocused();
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === TRANSFER_API);
  await dialog.getByRole("button", { name: `${hyphened(CITIZEN.slow)}: prøv igen med samme id` }).click();
  expect((await answered).status()).toBe(412);
  expect(await (await answered).request().headerValue("x-requestid")).toBe(id);
  await expect(page.getByText("Overførslen var allerede modtaget")).toBeVisible();
  await expect(interrupted(page)).toHaveCount(0);
  expect(await kept(page)).toEqual({});
});

test("another citizen's transfer after it has an id of its own, and the old one stays open", async ({ page }) => {
  await atCitizen(page);
  const id = await leftUnknown(page);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toBeVisible();
  const asked = page.waitForRequest(TRANSFER_API);
  await action(page, "Overfør").click();
  await page.getByRole("dialog", { name: WHOSE }).getByRole("button", { name: `En anden borger: overfør ${hyphened(CITIZEN.bare)} med nyt id` }).click();
  expect(await (await asked).headerValue("x-requestid")).not.toBe(id);
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  await expect(interrupted(page)).toContainText(id);
  expect(Object.keys(await kept(page))).toEqual([`overfoersel ${id}`]);

  await interrupted(page).getByRole("button", { name: "Fjern beskeden" }).click();
  const dialog = page.getByRole("dialog", { name: "Fjern beskeden?" });
  await expect(dialog).toContainText("kan den ikke længere prøves igen med samme anmodnings-id");
  await expect(dialog.getByRole("button", { name: "Behold beskeden" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(interrupted(page)).toContainText(id);
  await interrupted(page).getByRole("button", { name: "Fjern beskeden" }).click();
  await dialog.getByRole("button", { name: "Fjern beskeden" }).click();
  await expect(interrupted(page)).toHaveCount(0);
  expect(await kept(page)).toEqual({});
});

test("what was settled leaves no note, and a page without an open transfer is left unasked", async ({ page }) => {
  await atCitizen(page);
  await transfer(page);
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  expect(await kept(page)).toEqual({});
  page.once("dialog", () => expect.soft("the browser", "asks nothing").toBe(""));
  await page.reload();
  await onPage(page, "Integrationslovsdata");
  await expect(interrupted(page)).toHaveCount(0);
});

for (const [way, leave] of [
  ["the link to the start page", (page: Page) => page.getByRole("link", { name: "Integrationslov" }).click()],
  ["back", (page: Page) => page.evaluate(() => history.back())],
] as const) {
  test(`leaving the page by ${way} asks first, and coming back tells of it`, async ({ page }) => {
    await signIn(page, "star-admin", "/admin/tekster");
    await onPage(page, "Dynamiske tekster");
    await page.getByRole("link", { name: "Borger" }).click();
    await lookUp(page, CITIZEN.full);
    await expect(sheet(page)).toBeVisible();
    const id = await leftUnknown(page);

    await leave(page);
    await expect(question(page)).toContainText("hvilken borger det gjaldt");
    await expect(page).toHaveURL("/borger");
    await question(page).getByRole("button", { name: "Bliv her" }).click();
    await expect(question(page)).toHaveCount(0);
    await expect(page).toHaveURL("/borger");
    await expect(sheet(page)).toBeVisible();
    await expect(alert(page, NOBODY_KNOWS)).toBeVisible();

    await leave(page);
    await question(page).getByRole("button", { name: "Gå videre" }).click();
    await onPage(page, "Dynamiske tekster");
    expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
    await page.getByRole("link", { name: "Borger" }).click();
    await expect(interrupted(page)).toContainText(id);
  });
}

test("another look-up asks first", async ({ page }) => {
  await atCitizen(page);
  const id = await leftUnknown(page);
  await lookUp(page, CITIZEN.bare);
  await question(page).getByRole("button", { name: "Bliv her" }).click();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await lookUp(page, CITIZEN.bare);
  await question(page).getByRole("button", { name: "Gå videre" }).click();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.bare));
  // This page still knows whose it was: another citizen's transfer is not asked about it, the same one's uses its id.
  await expect(interrupted(page)).toContainText(`${hyphened(CITIZEN.full)} · `);
  await expect(interrupted(page)).toContainText(id);
  await action(page, "Overfør").click();
  await expect(page.getByRole("dialog", { name: "Overfør integrationslovsdata fra LetAsyl?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  const asked = page.waitForRequest(TRANSFER_API);
  await action(page, "Overfør").click();
  await page.getByRole("dialog", { name: NOBODY_KNOWS }).getByRole("button", { name: "Prøv igen" }).click();
  expect(await (await asked).headerValue("x-requestid")).toBe(id);
  await expect(interrupted(page)).toHaveCount(0);
});

test('"Ryd" asks first, and then nothing of the citizen is left; the id stays', async ({ page }) => {
  await atCitizen(page);
  const id = await leftUnknown(page);
  await action(page, "Ryd").click();
  await question(page).getByRole("button", { name: "Bliv her" }).click();
  await expect(sheet(page)).toBeVisible();
  await action(page, "Ryd").click();
  await question(page).getByRole("button", { name: "Gå videre" }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(interrupted(page)).toContainText(id);
  expect(await page.content()).not.toContain(hyphened(CITIZEN.full));
  expect(Object.keys(await kept(page))).toEqual([`overfoersel ${id}`]);
});

test("signing out asks first, and then the id is gone, too", async ({ page }) => {
  await atCitizen(page);
  await leftUnknown(page);
  await page.getByRole("button", { name: "Log ud" }).click();
  await question(page).getByRole("button", { name: "Bliv her" }).click();
  await expect(sheet(page)).toBeVisible();
  await page.getByRole("button", { name: "Log ud" }).click();
  await question(page).getByRole("button", { name: "Gå videre" }).click();
  await onPage(page, "Log ind");
  expect(await kept(page)).toEqual({});
  await chooseUser(page, "anden-aktoer");
  await expect(interrupted(page)).toHaveCount(0);
});

test("who waits no longer is told that nobody knows, and trying again settles it", async ({ page }) => {
  await atCitizen(page, CITIZEN.slow);
  const sent = sentTo(page, TRANSFER_API);
  await transfer(page);
  await expect(page.getByText("Overførslen kan ikke trækkes tilbage.")).toBeVisible();
  await page.getByRole("button", { name: "Vent ikke længere" }).click();
  const told = alert(page, NOBODY_KNOWS);
  await expect(told).toContainText("Der kom intet svar.");
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText(/Overførslen (er|var allerede) modtaget/)).toBeVisible({ timeout: 20_000 });
  const [first, second] = await Promise.all(sent.map((request) => request.headerValue("x-requestid")));
  expect(second).toBe(first);
});
