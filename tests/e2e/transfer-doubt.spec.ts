// A transfer in doubt stays in doubt: nothing but 200 or 412 for its own id settles it, and the id outlives reloads and
// a new sign-in.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, atCitizen, chooseUser, sentTo, sheet, transfer, TRANSFER_API } from "./steps";

const NOBODY_KNOWS = "Vi ved ikke, om overførslen nåede frem";

/** A transfer that took effect and whose answer was lost. */
async function inDoubt(page: Page) {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await page.route(TRANSFER_API, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await transfer(page);
  await expect(alert(page, NOBODY_KNOWS)).toBeVisible();
  await page.unroute(TRANSFER_API);
  return { ids: () => Promise.all(sent.map((request) => request.headerValue("x-requestid"))) };
}

async function again(page: Page): Promise<void> {
  await alert(page, NOBODY_KNOWS).getByRole("button", { name: "Prøv igen" }).click();
}

async function settled(page: Page): Promise<void> {
  await again(page);
  await expect(page.getByText("Overførslen var allerede modtaget")).toBeVisible();
}

for (const status of [400, 403, 404, 429, 500]) {
  test(`a retry that is answered ${status} settles nothing`, async ({ page }) => {
    const { ids } = await inDoubt(page);
    await page.route(TRANSFER_API, (route) => route.fulfill({ status, json: { status } }));
    await again(page);
    await expect.poll(async () => (await ids()).length).toBe(2);
    await expect(alert(page, NOBODY_KNOWS)).toBeVisible();
    await expect(page.getByText("Overførslen er ikke gennemført")).toHaveCount(0);
    await page.unroute(TRANSFER_API);
    await settled(page);
    expect(new Set(await ids()).size).toBe(1);
  });
}

test("a retry without a network settles nothing", async ({ page, context }) => {
  const { ids } = await inDoubt(page);
  await context.setOffline(true);
  await again(page);
  await expect(alert(page, NOBODY_KNOWS)).toContainText("Du har ingen forbindelse til nettet");
  await context.setOffline(false);
  await settled(page);
  expect(new Set(await ids()).size).toBe(1);
});

test("a retry that finds the session ended settles nothing, and signing in again keeps the id", async ({ page }) => {
  const { ids } = await inDoubt(page);
  await page.request.delete("/session");
  await again(page);
  await chooseUser(page, "sagsbehandler");
  await settled(page);
  expect(new Set(await ids()).size).toBe(1);
});

test("the id outlives a reload and the end of the session together, for its sender only", async ({ page }) => {
  const { ids } = await inDoubt(page);
  const [id = ""] = await ids();
  page.once("dialog", (dialog) => dialog.accept());
  await page.request.delete("/session");
  await page.reload();
  const interrupted = page.getByRole("region", { name: "En overførsel blev afbrudt" });
  await chooseUser(page, "star-admin");
  await page.getByRole("link", { name: "Borger" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Integrationslovsdata" })).toBeVisible();
  await expect(interrupted).toHaveCount(0);

  await page.request.delete("/session");
  await page.reload();
  await chooseUser(page, "sagsbehandler");
  await expect(interrupted).toContainText(id ?? "");
});

test("a first attempt that is refused did not happen, and the next one carries the same id", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await page.route(TRANSFER_API, (route) => route.fulfill({ status: 429, json: { status: 429 } }), { times: 1 });
  await transfer(page);
  await expect(page.getByText("Overførslen er ikke gennemført")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  const ids = await Promise.all(sent.map((request) => request.headerValue("x-requestid")));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("the question closes with the citizen that it is about", async ({ page }) => {
  await page.clock.install();
  await atCitizen(page);
  await action(page, "Overfør").click();
  await expect(page.getByRole("dialog", { name: "Overfør integrationslovsdata fra LetAsyl?" })).toBeVisible();
  await page.clock.fastForward(16 * 60_000);
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
});
