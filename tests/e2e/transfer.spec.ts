// A transfer: asked for and confirmed, called off, received once however often one clicks, or refused with what is known.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, atCitizen, pasted, sentTo, TRANSFER_API } from "./steps";

const QUESTION = "Overfør integrationslovsdata fra LetAsyl?";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function confirm(page: Page): Promise<void> {
  await action(page, "Overfør").click();
  await page.getByRole("dialog", { name: QUESTION }).getByRole("button", { name: "Overfør" }).click();
}

test("asks first; calling off sends nothing and gives the focus back", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  const dialog = page.getByRole("dialog", { name: QUESTION });
  await action(page, "Overfør").click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("heading", { name: QUESTION })).toBeVisible();
  await dialog.getByRole("button", { name: "Annuller" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(action(page, "Overfør")).toBeFocused();

  await action(page, "Overfør").click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(action(page, "Overfør")).toBeFocused();
  expect(sent).toHaveLength(0);
});

test("accepted: a receipt with the time and the request id, to copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.setFixedTime(new Date("2026-03-05T09:07:00+01:00"));
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await confirm(page);
  const receipt = page.getByRole("region", { name: "Kvittering" }).filter({ hasText: "Overførslen er modtaget" });
  await expect(receipt).toContainText("5. marts 2026 kl. 09.07");
  expect(sent).toHaveLength(1);
  const headers = await sent[0]?.allHeaders();
  const id = headers?.["x-requestid"] ?? "";
  expect(id).toMatch(UUID);
  expect(headers?.["x-civilregistrationidentifier"]).toBe(CITIZEN.full);
  expect(sent[0]?.postData()).toBeNull();
  await expect(receipt).toContainText(id);

  await receipt.getByRole("button", { name: "Kopiér kvittering" }).click();
  await expect(page.getByText("Kopieret")).toBeVisible();
  expect(await pasted(page)).toBe(
    `Overførslen er modtaget\nCPR-nummer: 290201-1234\nTidspunkt: 5. marts 2026 kl. 09.07\nAnmodnings-id: ${id}\nSendt af: Mette Åkjær, Jobcenter Østervang`,
  );
});

test("a double click on the button on the page asks, and sends nothing", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").dblclick();
  await expect(page.getByRole("dialog", { name: QUESTION })).toBeVisible();
  expect(sent).toHaveLength(0);
});

test("a double click in the dialog sends one request", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).dblclick();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  expect(sent).toHaveLength(1);
});

test("while one is under way, a second is not sent", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  let letGo = () => {};
  const held = new Promise<void>((go) => (letGo = go));
  await page.route(TRANSFER_API, async (route) => {
    await held;
    await route.continue();
  });
  await confirm(page);
  await expect(page.getByText("Overfører …", { exact: true })).toBeVisible();
  // What is asked now says so, and offers nothing to send.
  await action(page, "Overfør").click();
  const dialog = page.getByRole("dialog", { name: "Overførslen er i gang" });
  await expect(dialog).toContainText("290201-1234 bliver overført lige nu. Vent på svaret.");
  await expect(dialog.getByRole("button")).toHaveText(["Luk"]);
  await dialog.getByRole("button", { name: "Luk" }).click();
  letGo();
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  expect(sent).toHaveLength(1);
});

test("a new intent after a receipt has an id of its own", async ({ page }) => {
  await atCitizen(page);
  const sent = sentTo(page, TRANSFER_API);
  await page.clock.setFixedTime(new Date("2026-03-05T23:45:00+01:00"));
  await confirm(page);
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  // Another question than before, because the answer means another thing.
  await action(page, "Overfør").click();
  const dialog = page.getByRole("dialog", { name: "Overfør igen?" });
  await expect(dialog).toContainText("290201-1234 blev overført kl. 23.45.");
  await expect(dialog.getByRole("button", { name: "Annuller" })).toBeFocused();
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === TRANSFER_API);
  await dialog.getByRole("button", { name: "Overfør igen" }).click();
  expect((await answered).status()).toBe(200);
  await expect.poll(() => sent.length).toBe(2);
  const ids = await Promise.all(sent.map((request) => request.headerValue("x-requestid")));
  expect(new Set(ids).size).toBe(2);
});

test("refused: says that it did not happen, and why", async ({ page }) => {
  await atCitizen(page);
  await page.route(TRANSFER_API, (route) => route.fulfill({ status: 403, json: { status: 403 } }));
  const asked = page.waitForRequest(TRANSFER_API);
  await confirm(page);
  const id = (await (await asked).headerValue("x-requestid")) ?? "";
  await expect(page.getByText("Overførslen er ikke gennemført")).toBeVisible();
  const told = alert(page, "Du har ikke adgang");
  await expect(told).toContainText("Kontakt den administrator, der styrer jeres adgang.");
  await expect(told).toContainText(`Anmodnings-id ${id}`);
  await expect(told.getByRole("button", { name: "Prøv igen" })).toHaveCount(0);
  await expect(page.getByText("Overførslen er modtaget")).toHaveCount(0);
});
