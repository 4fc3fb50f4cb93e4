// Where a CPR goes: a journey over everything that the site can do, with all that the browser sends, gets, keeps and
// says recorded, and the backend's log. A CPR stands in one request header and in the answers about a citizen, and
// nowhere else.
import type { BrowserContext, Page } from "@playwright/test";
import { ALL_CPR, CITIZEN } from "./demo";
import { expect, test, WITH_VIEWER } from "./fixtures";
import { written } from "./leaks";
import { type Piece, Recorder } from "./recorder";
import { action, alert, chooseUser, lookUp, onPage, sheet, signIn, toEnglish, TRANSFER_API } from "./steps";

const NUMBERS = ALL_CPR.map((cpr): [string, RegExp] => [cpr, written(cpr)]);

/** Where each number stands. */
function found(pieces: Piece[]): string[] {
  return pieces.flatMap(({ where, text }) =>
    NUMBERS.filter(([, number]) => number.test(text)).map(([cpr]) => `${cpr} in ${where}`),
  );
}

/** Everything that one can do with citizens. */
async function citizens(page: Page, recorder: Recorder): Promise<void> {
  await signIn(page, "sagsbehandler");
  for (const cpr of [CITIZEN.full, CITIZEN.bare, CITIZEN.hard]) {
    await lookUp(page, cpr.replace(/^.{6}/, "$&-"));
    await expect(sheet(page)).toContainText(cpr.slice(0, 6));
    await recorder.snapshot(page);
  }
  await lookUp(page, CITIZEN.full);
  await action(page, "Hent igen").click();
  await expect(page.getByText("Intet er ændret, siden du sidst hentede")).toBeVisible();
  const download = page.waitForEvent("download");
  await action(page, "Hent PDF").click();
  await (await download).path();
  await action(page, "Vis PDF").click();
  await expect(page.getByTitle("PDF med integrationslovsdata")).toBeVisible();
  await recorder.snapshot(page);
  await toEnglish(page);
  await page.getByRole("button", { name: "Dansk" }).click();

  await page.route(TRANSFER_API, async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await action(page, "Overfør").click();
  await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
  await expect(alert(page, "Vi ved ikke, om overførslen nåede frem")).toBeVisible();
  await page.unroute(TRANSFER_API);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen var allerede modtaget")).toBeVisible();
  await recorder.snapshot(page);
  await action(page, "Ryd").click();
  await recorder.snapshot(page);
}

/** All that goes wrong about citizens. */
async function failures(page: Page, recorder: Recorder): Promise<void> {
  for (const [cpr, heading] of [
    ["2902091292", "LetAsyl svarede ikke i tide"],
    [CITIZEN.dead, "Borgeren er død"],
    [CITIZEN.unknown, "Der findes ingen person med CPR-nummeret"],
    [CITIZEN.elsewhere, "Du har ikke adgang til borgeren"],
    [CITIZEN.referredElsewhere, "Du har ikke adgang til borgeren"],
  ] as const) {
    await lookUp(page, cpr);
    await expect(alert(page, heading)).toBeVisible();
  }
  await lookUp(page, CITIZEN.withoutData);
  await expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
  await action(page, "Hent PDF").click();
  await expect(page.getByText("Der er ingen PDF om borgeren i LetAsyl")).toBeVisible();
  await lookUp(page, CITIZEN.slow);
  await page.getByRole("button", { name: "Annuller" }).click();
  await lookUp(page, `${CITIZEN.full}5`);
  await expect(page.getByRole("alert").filter({ hasText: "Indtast 10 cifre" })).toBeVisible();
  await recorder.snapshot(page);
}

/** Other pages with a citizen's data behind one, and the end. */
async function onwards(page: Page, recorder: Recorder): Promise<void> {
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await recorder.settled();
  await page.reload();
  await onPage(page, "Integrationslovsdata");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await page.getByRole("button", { name: "Log ud" }).click();
  await onPage(page, "Log ind");
  await recorder.snapshot(page);

  await chooseUser(page, "star-admin");
  await onPage(page, "Dynamiske tekster");
  await page.getByRole("link", { name: "Borger" }).click();
  await lookUp(page, CITIZEN.elsewhere);
  await expect(sheet(page)).toBeVisible();
  await page.getByRole("link", { name: "Dynamiske tekster" }).click();
  await page.getByRole("searchbox").fill("samtale");
  await page.getByRole("link", { name: "Ny tekst" }).click();
  await page.getByLabel("Tekst", { exact: true }).fill("Sporet");
  await page.getByLabel("Visningstekst").fill("Sporet");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await recorder.snapshot(page);
  await page.getByRole("button", { name: "Log ud" }).click();
  await onPage(page, "Log ind");
  await recorder.snapshot(page);
}

async function journey(context: BrowserContext): Promise<Recorder> {
  const recorder = await Recorder.of(context);
  const page = await context.newPage();
  await citizens(page, recorder);
  await failures(page, recorder);
  await onwards(page, recorder);
  await recorder.settled();
  return recorder;
}

test("a CPR stands in one header and in the answers about a citizen, and nowhere else", WITH_VIEWER, async ({ context, backend }) => {
  const { allowed, forbidden, caching } = await journey(context);
  const log = backend.log();

  // The search finds what there is to be found: every number that was sent, and every citizen that was answered.
  const sent = found(allowed).filter((place) => place.includes("in request header"));
  for (const cpr of [...Object.values(CITIZEN), "2902091292"]) {
    expect(sent.map((place) => place.slice(0, 10))).toContain(cpr);
  }
  const answered = found(allowed).filter((place) => place.endsWith("response body 200 /v1/LetasylIntegrationslov"));
  expect(new Set(answered.map((place) => place.slice(0, 10)))).toEqual(
    new Set([CITIZEN.full, CITIZEN.bare, CITIZEN.hard, CITIZEN.elsewhere]),
  );
  expect(found([{ where: "x", text: "?cpr=290201%2D1234" }])).toEqual(["2902011234 in x"]);

  // And it has looked at everything: every kind of thing was recorded, and the log tells of these very requests.
  for (const kind of ["request address", "request header", "response headers", "response body", "address", "kept"]) {
    expect(forbidden.filter(({ where }) => where.startsWith(kind)).length, kind).toBeGreaterThan(5);
  }
  const console = forbidden.filter(({ where }) => where === "console").map(({ text }) => text);
  for (const told of ["recorded: title", "recorded: History.pushState", "recorded: Storage.setItem"]) {
    expect(console.some((text) => text.startsWith(told)), told).toBe(true);
  }
  expect(log).toMatch(/GET \/v1\/LetasylIntegrationslov 200 \d+ ms/);
  expect(log).toMatch(/POST \/v1\/LetasylIntegrationslov\/action\/transfer 412 \d+ ms/);

  expect(found(forbidden)).toEqual([]);
  expect(found([{ where: "the backend's log", text: log }])).toEqual([]);

  expect(caching.length).toBeGreaterThan(15);
  expect(new Set(caching)).toEqual(new Set(["no-store"]));
});

test("what may be remembered in the browser is the language, and nothing else", WITH_VIEWER, async ({ context }) => {
  const recorder = await Recorder.of(context);
  const page = await context.newPage();
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await toEnglish(page);
  await recorder.snapshot(page);
  const kept = JSON.parse(recorder.forbidden.find(({ where }) => where === "kept")?.text ?? "{}");
  expect(kept).toMatchObject({ localStorage: { sprog: "en" }, sessionStorage: {}, databases: [], caches: [], cookie: "" });
  expect(Object.keys(kept.localStorage)).toEqual(["sprog"]);
  expect(Object.keys(kept.sessionStorage)).toEqual([]);
  await recorder.settled();
});
