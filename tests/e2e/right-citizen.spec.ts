// What is shown, and what is done, is about one citizen, who is named: never about the number that merely stands in the
// field, never about whom the answer came for by mistake, never in a mixture of old and new.
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { action, alert, atCitizen, changeData, CITIZEN_API, lookUp, sheet, transfer, TRANSFER_API } from "./steps";

const FULL = hyphened(CITIZEN.full);
const BARE = hyphened(CITIZEN.bare);

for (const [what, typed] of [
  ["another number", CITIZEN.bare],
  ["a wrong number", "310401-1234"],
  ["nothing", ""],
] as const) {
  test(`with ${what} in the field, the page says whom it still shows and acts on`, async ({ page }) => {
    await atCitizen(page);
    const still = page.getByRole("status").filter({ hasText: `Du ser stadig ${FULL}.` });
    await expect(still).toHaveCount(0);
    await page.getByLabel("CPR-nummer").fill(typed);
    await expect(still).toBeVisible();
    await expect(page.getByRole("group", { name: `Handlinger for ${FULL}` })).toBeVisible();
    await action(page, "Overfør").click();
    await expect(page.getByRole("dialog")).toContainText(FULL);
    await page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true }).click();
    await expect(page.getByRole("region", { name: "Kvittering" })).toContainText(FULL);
    await page.getByLabel("CPR-nummer").fill(FULL);
    await expect(still).toHaveCount(0);
  });
}

test("an answer about another citizen shows nothing, and is told as STAR's serious fault", async ({ page }) => {
  await atCitizen(page);
  await changeData(page, (data) => (data.personnummer = CITIZEN.bare));
  await action(page, "Hent igen").click();
  const told = alert(page, "STAR sendte en anden borgers data");
  await expect(told).toContainText("alvorlig fejl");
  await expect(told).toContainText(/Fejl-id \S+/);
  await expect(sheet(page)).toHaveCount(0);
  await expect(action(page, "Overfør")).toHaveCount(0);
  expect(await page.content()).not.toContain(BARE);
});

for (const [status, body] of [
  [403, {}],
  [409, { fejlkode: 4405, fejltekst: "x" }],
  [404, { fejlkode: 110001, fejltekst: "x" }],
  [400, {}],
] as const) {
  test(`fetched again and answered ${status} ${JSON.stringify(body)}: nothing old stays`, WITH_VIEWER, async ({ page }) => {
    await atCitizen(page);
    await action(page, "Vis PDF").click();
    await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
    await page.route(CITIZEN_API, (route) => route.fulfill({ status, json: { status, ...body } }));
    await action(page, "Hent igen").click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await expect(sheet(page)).toHaveCount(0);
    await expect(page.getByTitle("PDF med integrationslovsdata")).toHaveCount(0);
    await expect(action(page, "Overfør")).toHaveCount(0);
  });
}

for (const [what, status] of [
  ["a fault of the server's", 500],
  ["a lost connection", 0],
] as const) {
  test(`fetched again and met by ${what}: the data stay, with their age`, async ({ page }) => {
    await page.clock.setFixedTime(new Date("2026-03-05T09:07:00+01:00"));
    await atCitizen(page);
    await page.route(CITIZEN_API, (route) => (status ? route.fulfill({ status }) : route.abort("internetdisconnected")));
    await action(page, "Hent igen").click();
    await expect(page.getByText("Du ser stadig data, der blev hentet 5. marts 2026 kl. 09.07.")).toBeVisible();
    await expect(sheet(page)).toContainText(FULL);
  });
}

test("every request about a citizen goes past all caches", WITH_VIEWER, async ({ page }) => {
  await page.addInitScript(() => {
    const fetched: string[] = [];
    Object.assign(globalThis, { fetched });
    const send = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (input instanceof Request) fetched.push(`${new URL(input.url).pathname} ${input.cache}`);
      return send(input, init);
    };
  });
  await atCitizen(page);
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
  await transfer(page);
  await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
  const fetched = await page.evaluate(() => (globalThis as unknown as { fetched: string[] }).fetched);
  const about = fetched.filter((one) => one.startsWith(CITIZEN_API));
  expect(new Set(about)).toEqual(
    new Set([`${CITIZEN_API} no-store`, `${CITIZEN_API}/pdf no-store`, `${TRANSFER_API} no-store`]),
  );
});

test("a browser that translates the page mixes no two citizens", async ({ page }) => {
  await atCitizen(page);
  // As a translator does: it replaces each text by an element of its own, which the app does not know.
  const translate = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts.filter((text) => text.data.trim() && !text.parentElement?.closest("[translate=no]"))) {
        text.replaceWith(Object.assign(document.createElement("font"), { textContent: text.data }));
      }
    });
  await translate();
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toContainText(BARE);
  await translate();
  await action(page, "Hent igen").click();
  await expect(page.getByText("Intet er ændret")).toBeVisible();
  expect(await page.content()).not.toContain(FULL);
  expect(await page.content()).not.toContain("Konventionsstatus");
});

test("a PDF older than the data says so, and saving another keeps it open", WITH_VIEWER, async ({ page }) => {
  await atCitizen(page);
  const frame = page.getByTitle("PDF med integrationslovsdata");
  const outdated = page.getByText("PDF'en er ældre end de viste data.");
  await action(page, "Vis PDF").click();
  await expect(frame).toBeVisible();
  await expect(outdated).toHaveCount(0);
  const saved = page.waitForEvent("download");
  await action(page, "Hent PDF").click();
  expect((await saved).suggestedFilename()).toMatch(/^integrationslovsdata-\d{4}-\d\d-\d\d-\d{4}-6f1f5f0a\.pdf$/);
  await expect(frame).toBeVisible();
  await action(page, "Hent igen").click();
  await expect(outdated).toBeVisible();
  await action(page, "Vis PDF").click();
  await expect(outdated).toHaveCount(0);
  await expect(frame).toBeVisible();
});

test("the notice that a citizen was cleared is gone with the next one", async ({ page }) => {
  await atCitizen(page);
  await action(page, "Ryd").click();
  const cleared = page.getByText("Borgerens oplysninger er fjernet fra siden");
  await expect(cleared).toBeVisible();
  await lookUp(page, CITIZEN.bare);
  await expect(sheet(page)).toContainText(BARE);
  await expect(cleared).toHaveCount(0);
});

test('"Udskriv kvittering" prints the receipt: whose, when, which id, by whom', async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-03-05T09:07:00+01:00"));
  await atCitizen(page);
  await transfer(page);
  const receipt = page.getByRole("region", { name: "Kvittering" });
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec((await receipt.textContent()) ?? "")?.[0];
  // The browser's dialog, in which the user chooses paper.
  await page.evaluate(() => (globalThis.print = () => {}));
  await receipt.getByRole("button", { name: "Udskriv kvittering" }).click();
  const text = textOf(await page.pdf());
  expect(text).toContain("Overførslen er modtaget");
  for (const part of [FULL, "5. marts 2026 kl. 09.07", id ?? "", "Mette Åkjær, Jobcenter Østervang"]) {
    expect(text.replace(/\s+/g, " ")).toContain(part);
  }
  expect(text).not.toContain("Konventionsstatus");
  // The next print is the sheet's again.
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(textOf(await page.pdf())).toContain("Konventionsstatus");
});

/** The text of a PDF as it is read. */
function textOf(pdf: Buffer): string {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { encoding: "utf8", input: pdf });
}
