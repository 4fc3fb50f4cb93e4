// The PDF: saved under a name that tells nothing of the citizen, holding what the page shows; shown in the page from a
// blob that is revoked; and a word when there is none or it cannot be used.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { CITIZEN, hyphened } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { readSheet } from "./sheet";
import { action, alert, lookUp, PDF_API, sentTo, sheet, signIn } from "./steps";

const FRAME = "PDF med integrationslovsdata";

async function bytesOf(page: Page, name: string): Promise<{ bytes: Buffer; path: string; file: string }> {
  const download = page.waitForEvent("download");
  await action(page, name).click();
  const done = await download;
  const path = await done.path();
  return { bytes: readFileSync(path), path, file: done.suggestedFilename() };
}

/** Keeps account of the blobs that the page creates and revokes URLs for. */
async function countBlobs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const address = createObjectURL.call(URL, blob);
      held.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      revokeObjectURL.call(URL, address);
      held.delete(address);
    };
    Object.assign(globalThis, { held });
  });
}

async function heldBlobs(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { held: Set<string> }).held]);
}

/** The words of a text, however it is broken into lines. */
function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

test('"Hent PDF" saves a file of the day that holds what the page shows', async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-01-02T00:30:00+01:00"));
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  const { bytes, path, file } = await bytesOf(page, "Hent PDF");
  await expect(page.getByText("PDF'en er hentet")).toBeVisible();
  // The day here, though it is still the day before in UTC.
  expect(file).toBe("integrationslovsdata-2026-01-02-0030-6f1f5f0a.pdf");
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");

  const text = words(execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }));
  expect(text).toContain(hyphened(CITIZEN.full));
  // What a viewer or a file manager shows of the file without opening it tells nothing of the citizen.
  const about = execFileSync("pdfinfo", [path], { encoding: "utf8", stdio: "pipe" });
  expect(about).toContain("Integrationslovsdata");
  expect(about.replaceAll("-", "")).not.toContain(CITIZEN.full);
  const shown = await readSheet(page);
  const values = [...shown.flatMap((section) => section.rows.map(([, value]) => value))];
  expect(values.length).toBeGreaterThan(20);
  for (const value of values.flatMap((value) => value.split("\n"))) expect(text).toContain(words(value));
  for (const { heading } of shown) expect(text).toContain(heading);
  for (const [language, number] of shown.flatMap((section) => section.table.slice(1))) {
    expect(text).toContain(language);
    expect(text).toContain(number);
  }
});

test('"Vis PDF" shows it in the page, and "Skjul PDF" revokes it', WITH_VIEWER, async ({ page }) => {
  await countBlobs(page);
  await signIn(page, "sagsbehandler");
  expect(await page.evaluate(() => navigator.pdfViewerEnabled)).toBe(true);
  await lookUp(page, CITIZEN.full);
  await action(page, "Vis PDF").click();
  const frame = page.getByTitle(FRAME);
  await expect(frame).toBeVisible();
  const address = (await frame.getAttribute("src")) ?? "";
  expect(address).toMatch(/^blob:http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/);
  const isShown = () => page.frames().some((candidate) => candidate.url() === address);
  await expect.poll(isShown, "the browser has put the blob into the frame").toBe(true);

  expect(await heldBlobs(page)).toEqual([address]);
  await page.getByRole("button", { name: "Skjul PDF" }).click();
  await expect(frame).toHaveCount(0);
  await expect.poll(() => heldBlobs(page)).toEqual([]);
});

test('"Ryd" takes a shown PDF away', WITH_VIEWER, async ({ page }) => {
  await countBlobs(page);
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle(FRAME)).toBeVisible();
  await action(page, "Ryd").click();
  await expect(page.getByTitle(FRAME)).toHaveCount(0);
  await expect.poll(() => heldBlobs(page)).toEqual([]);
});

test("a PDF that is shown again, or left with its page, is revoked", WITH_VIEWER, async ({ page }) => {
  await countBlobs(page);
  await signIn(page, "star-admin", "/borger");
  await lookUp(page, CITIZEN.full);
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle(FRAME)).toBeVisible();
  const [first] = await heldBlobs(page);
  await action(page, "Vis PDF").click();
  await expect.poll(async () => (await heldBlobs(page)).includes(first ?? "")).toBe(false);
  await expect(page.getByTitle(FRAME)).toBeVisible();
  expect(await heldBlobs(page)).toHaveLength(1);
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expect.poll(() => heldBlobs(page)).toEqual([]);
});

test("a saved PDF is revoked once the browser has had its time to save it", async ({ page }) => {
  await countBlobs(page);
  await page.clock.install();
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await bytesOf(page, "Hent PDF");
  expect(await heldBlobs(page)).toHaveLength(1);
  await page.clock.fastForward("00:10");
  await expect.poll(() => heldBlobs(page)).toEqual([]);
});

test("a browser that cannot show PDFs says so, and offers to save what has come already", WITH_VIEWER, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "pdfViewerEnabled", { value: false });
  });
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  const sent = sentTo(page, PDF_API);
  await action(page, "Vis PDF").click();
  await expect(page.getByText("Browseren kan ikke vise PDF'er. Hent PDF'en i stedet.")).toBeVisible();
  await expect(page.getByTitle(FRAME)).toHaveCount(0);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent PDF" }).last().click();
  const path = await (await download).path();
  expect(readFileSync(path).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await expect(page.getByText("PDF'en er hentet")).toBeVisible();
  expect(sent).toHaveLength(1);
});

test("while it is made that is said after a moment, and it can be called off for good", WITH_VIEWER, async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.slow);
  await expect(sheet(page)).toBeVisible({ timeout: 20_000 });
  await action(page, "Vis PDF").click();
  await expect(page.getByText("Henter PDF …")).toBeVisible();
  const calledOff = page.waitForEvent("requestfailed", (request) => request.url().endsWith(PDF_API));
  await page.getByRole("button", { name: "Annuller" }).click();
  expect((await calledOff).failure()?.errorText).toBe("net::ERR_ABORTED");
  await expect(page.getByText("Henter PDF …")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(action(page, "Vis PDF")).toBeEnabled();
});

test("twenty megabytes are saved whole, and the page goes on meanwhile", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  const large = Buffer.alloc(20_000_000, "0123456789abcdef");
  large.write("%PDF-1.7");
  // With line breaks, as MIME writes base64, so that no slice ends where a letter group does.
  const pdfData = large.toString("base64").replace(/.{76}/g, "$&\r\n");
  await page.route(PDF_API, (route) => route.fulfill({ json: { letAsylIntegrationslovdataSomPdf: { pdfData } } }));
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: "longtask",
    });
    Object.assign(globalThis, { tasks });
  });
  const { bytes } = await bytesOf(page, "Hent PDF");
  expect(bytes.equals(large)).toBe(true);
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  console.log(`long tasks: ${tasks.map((task) => Math.round(task)).join(", ")} ms`);
  // On a machine that is busy with other tests; alone, none is a third of it.
  expect(Math.max(0, ...tasks)).toBeLessThan(1_000);
});

test("a second click while it is under way asks only once", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  const sent = sentTo(page, PDF_API);
  const download = page.waitForEvent("download");
  await action(page, "Hent PDF").dblclick();
  await download;
  await expect(page.getByText("PDF'en er hentet")).toBeVisible();
  expect(sent).toHaveLength(1);
});

for (const [data, title] of [
  ["", "PDF'en er tom"],
  ["%%%", "PDF'en er ødelagt undervejs (den er ikke base64-kodet)"],
  ["aGVq", "Det modtagne er ikke en PDF"],
] as const) {
  test(`what comes instead of a PDF is told: ${title}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    await lookUp(page, CITIZEN.full);
    await page.route(PDF_API, async (route) => {
      const answer = await route.fetch();
      const json = JSON.parse((await answer.text()).replace(/("pdfData":")[^"]*/, `$1${data}`));
      await route.fulfill({ response: answer, json });
    });
    await action(page, "Hent PDF").click();
    const told = alert(page, title);
    await expect(told).toContainText("Fejlen ligger hos STAR.");
    // What was fetched stays, and trying again helps once a PDF comes.
    await expect(sheet(page)).toBeVisible();
    await page.unroute(PDF_API);
    const download = page.waitForEvent("download");
    await told.getByRole("button", { name: "Prøv igen" }).click();
    await download;
    await expect(told).toHaveCount(0);
  });
}

test("the citizen's job centre, which comes with the PDF, is told beside it and goes with the citizen", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(page.getByText("Borgerens jobcenter")).toHaveCount(0);
  await action(page, "Hent PDF").click();
  await expect(page.getByText("Borgerens jobcenter 10100")).toBeVisible();
  await action(page, "Ryd").click();
  await expect(page.getByText("Borgerens jobcenter")).toHaveCount(0);
});
