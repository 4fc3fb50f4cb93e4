// Saving that fails loses nothing of what was typed, and trying again sends the same request id, so that a text is
// never created twice.
import type { Page, Request } from "@playwright/test";
import { expect, test } from "./fixtures";
import { alert, onPage, sentTo, TEXTS_API } from "./steps";
import { group, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

const CREATE = `${TEXTS_API}/create`;

async function write(page: Page, word: string): Promise<void> {
  await page.getByLabel("Tekst", { exact: true }).fill(`Ny ${word}`);
  await page.getByLabel("Visningstekst").fill("  Linje 1\nLinje 2 ");
  await group(page).selectOption({ index: 2 });
  await page.getByRole("button", { name: "Gem", exact: true }).click();
}

async function stillThere(page: Page, word: string): Promise<void> {
  await onPage(page, "Ny tekst");
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue(`Ny ${word}`);
  await expect(page.getByLabel("Visningstekst")).toHaveValue("  Linje 1\nLinje 2 ");
  await expect(group(page).getByRole("option").nth(2)).toHaveJSProperty("selected", true);
  await expect(page.getByText("Teksten er gemt")).toHaveCount(0);
}

async function ids(requests: Request[]): Promise<(string | null)[]> {
  return Promise.all(requests.map((request) => request.headerValue("x-requestid")));
}

test("the service fails: all is still there, and trying again saves with the same id", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  const sent = sentTo(page, CREATE);
  await page.route(CREATE, (route) => route.fulfill({ status: 500 }));
  await write(page, word);
  const told = alert(page, "Der er en fejl på denne side");
  await expect(told).toContainText("Fejlen er vores, ikke din.");
  await stillThere(page, word);
  const [id] = await ids(sent);
  await expect(told).toContainText(`Anmodnings-id ${id}`);

  await page.unroute(CREATE);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await ids(sent)).toEqual([id, id]);
  expect(await withWord(page, word)).toHaveLength(1);
});

test("the answer is lost: trying again finds it saved, once", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  const sent = sentTo(page, CREATE);
  await page.route(CREATE, async (route) => {
    expect((await route.fetch()).status()).toBe(200);
    await route.abort("connectionreset");
  });
  await write(page, word);
  await expect(alert(page, "Der kom intet svar")).toBeVisible();
  await stillThere(page, word);
  await page.unroute(CREATE);
  const answered = page.waitForResponse(CREATE);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  expect((await answered).status()).toBe(412);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  await onPage(page, "Dynamiske tekster");
  expect(new Set(await ids(sent)).size).toBe(1);
  expect(await withWord(page, word)).toHaveLength(1);
});

test("what is corrected after a failure is another text, with an id of its own", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  const sent = sentTo(page, CREATE);
  await page.route(CREATE, (route) => route.abort("connectionrefused"));
  await write(page, word);
  await expect(alert(page, "Der kom intet svar")).toBeVisible();
  await page.unroute(CREATE);
  await page.getByLabel("Visningstekst").fill("Rettet");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(new Set(await ids(sent)).size).toBe(2);
  expect((await withWord(page, word)).map((saved) => saved.displayText)).toEqual(["Rettet"]);
});

test("a refusal is told at each field, and once", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const errors = [
    { pointer: "/groupExternalIdentifier", detail: "Gruppen findes ikke" },
    { pointer: "/text", detail: "Må højst være på 4 tegn" },
  ];
  await page.route(CREATE, (route) => route.fulfill({ status: 400, json: { status: 400, errors } }));
  const word = mark();
  await write(page, word);
  const told = page.getByRole("alert");
  await expect(told).toBeFocused();
  const gone = "Gruppen findes ikke længere. Vælg en anden";
  expect(await told.getByRole("link").allInnerTexts()).toEqual(["Må højst være på 4 tegn", gone]);
  await expect(group(page)).toHaveAccessibleDescription(gone);
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveAccessibleDescription(/^Må højst være på 4 tegn/);
  await told.getByRole("link", { name: gone }).click();
  await expect(group(page)).toBeFocused();
  await stillThere(page, word);
});

test("a refusal for something that is no field is told, without its pointer", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const errors = [{ pointer: "/andet", detail: "Det går ikke" }];
  await page.route(CREATE, (route) => route.fulfill({ status: 400, json: { status: 400, errors } }));
  await write(page, mark());
  const told = alert(page, "Oplysningerne blev ikke godkendt");
  await expect(told).toContainText("Det går ikke");
  await expect(told).not.toContainText("/andet");
  await expect(told.getByRole("button", { name: "Prøv igen" })).toHaveCount(0);
});

test("a user who may no longer write is told so, and what was typed stays", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await page.route(CREATE, (route) => route.fulfill({ status: 403 }));
  const word = mark();
  await write(page, word);
  await expect(alert(page, "Du har ikke adgang")).toBeVisible();
  await stillThere(page, word);
});

test("two clicks on Gem save once", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  const word = mark();
  const sent = sentTo(page, CREATE);
  await page.getByLabel("Tekst", { exact: true }).fill(`Én ${word}`);
  await page.getByLabel("Visningstekst").fill("x");
  await page.getByRole("button", { name: "Gem", exact: true }).dblclick();
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(sent).toHaveLength(1);
  expect(await withWord(page, word)).toHaveLength(1);
});

test("somebody else deleted it meanwhile: that is said, and what was typed stays", async ({ page }) => {
  await openTexts(page);
  const id = await putText(page, `Slettes ${mark()}`, "x");
  await page.goto(`/admin/tekster/${id}`);
  await page.getByLabel("Visningstekst").fill("Min ændring");
  const headers = { "x-requestId": `another-${id}` };
  expect((await page.request.delete(`${TEXTS_API}/${id}`, { headers })).status()).toBe(200);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(/findes ikke/);
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Min ændring");
  expect(await textOf(page, id)).toBe(404);
});
