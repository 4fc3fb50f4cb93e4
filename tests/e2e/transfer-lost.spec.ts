// A transfer whose outcome nobody knows: the page says just that, and trying again sends the same id, so that nothing
// happens twice.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, lookUp, sentTo, sheet, signIn, TRANSFER_API } from "./steps";

const NOBODY_KNOWS = "Vi ved ikke, om overførslen nåede frem";

async function transfer(page: Page): Promise<void> {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
}

async function ids(requests: ReturnType<typeof sentTo>): Promise<(string | null)[]> {
  return Promise.all(requests.map((request) => request.headerValue("x-requestid")));
}

test("the answer is lost: trying again sends the same id, and it was already received", async ({ page }) => {
  const sent = sentTo(page, TRANSFER_API);
  // It reaches the backend and takes effect there; only the answer never comes back.
  await page.route(TRANSFER_API, async (route) => {
    expect((await route.fetch()).status()).toBe(200);
    await route.abort("connectionreset");
  });
  await transfer(page);
  const told = alert(page, NOBODY_KNOWS);
  await expect(told).toContainText("Det samme anmodnings-id bruges, så overførslen ikke kan gennemføres to gange.");
  const [id] = await ids(sent);
  await expect(told).toContainText(`Anmodnings-id ${id}`);
  await expect(page.getByText("Overførslen er modtaget")).toHaveCount(0);
  await expect(page.getByText("Overførslen er ikke gennemført")).toHaveCount(0);

  await page.unroute(TRANSFER_API);
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === TRANSFER_API);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  expect((await answered).status()).toBe(412);
  const receipt = page.getByRole("region", { name: "Kvittering" }).filter({ hasText: "Overførslen var allerede modtaget" });
  await expect(receipt).toContainText(id ?? "");
  await expect(told).toHaveCount(0);
  expect(await ids(sent)).toEqual([id, id]);
});

test("the request is lost: trying again sends the same id, and it is received now", async ({ page }) => {
  const sent = sentTo(page, TRANSFER_API);
  await page.route(TRANSFER_API, (route) => route.abort("connectionrefused"));
  await transfer(page);
  await expect(alert(page, NOBODY_KNOWS)).toBeVisible();
  await page.unroute(TRANSFER_API);
  await alert(page, NOBODY_KNOWS).getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  const [first, second] = await ids(sent);
  expect(second).toBe(first);
  expect(sent).toHaveLength(2);
});

for (const status of [500, 502, 504]) {
  test(`an answer ${status} leaves open whether it happened, also from the button above`, async ({ page }) => {
    const sent = sentTo(page, TRANSFER_API);
    await page.route(TRANSFER_API, (route) => route.fulfill({ status, json: { status } }));
    await transfer(page);
    await expect(alert(page, NOBODY_KNOWS)).toBeVisible();
    await expect(page.getByText("Overførslen er ikke gennemført")).toHaveCount(0);

    await page.unroute(TRANSFER_API);
    await action(page, "Overfør").click();
    await page.getByRole("dialog", { name: NOBODY_KNOWS }).getByRole("button", { name: "Prøv igen" }).click();
    await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
    const [first, second] = await ids(sent);
    expect(second).toBe(first);
  });
}

test("without a network nobody knows, since the browser may be wrong about it", async ({ page, context }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await context.setOffline(true);
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  const told = alert(page, NOBODY_KNOWS);
  await expect(told).toContainText("Du har ingen forbindelse til nettet");
  await context.setOffline(false);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
});
