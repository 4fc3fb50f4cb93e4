// A file comes in: first the plan, nothing before it, and what it says when told, once and only once.
import { randomUUID } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { request as http } from "@playwright/test";
import { expect, test } from "./fixtures";
import { chooseUser, onPage, signIn, TEXTS_API } from "./steps";
import { cellsOf, choose, csv, exported, finished, heap, openImport, parse } from "./texts-exchange";
import { allGroups, allTexts, mark, openTexts, putText, textOf, withWord } from "./texts-steps";

test("what was exported changes nothing where it came from", async ({ page }) => {
  await openTexts(page);
  const all = await allTexts(page);
  for (const [name, button] of [["a.csv", /^Alle tekster som CSV/], ["a.json", /^Alle tekster som JSON/]] as const) {
    const { bytes } = await exported(page, button);
    await page.getByRole("link", { name: "Importér", exact: true }).click();
    await onPage(page, "Importér tekster");
    await choose(page, name, bytes);
    await expect(page.getByText("Filen ændrer ingenting")).toBeVisible();
    await heap(page, "Uændrede", all.length);
    await expect(page.getByRole("button", { name: /^(Opret|Ret|Slet) / })).toHaveCount(0);
    await page.getByRole("link", { name: "Til listen" }).click();
    await onPage(page, "Dynamiske tekster");
  }
});

test("the plan tells what is new, what changes and how, and what is wrong; then it is carried out", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const [first, second] = await allGroups(page);
  const changed = await putText(page, `Ændres ${word}`, "Mød op klokken ni i morgen", first?.externalIdentifier);
  const same = await putText(page, `Samme ${word}`, "Som det er");
  const others = (await allTexts(page)).filter(({ text }) => !text.includes(word)).map(cellsOf);
  await openImport(page);
  const file = csv([
    [changed, `Ændres ${word}`, "Mød op klokken ti i morgen", "", second?.name ?? ""],
    [same, `Samme ${word}`, "Som det er", "", ""],
    ["", `Ny ${word}`, " Linje 1\nLinje 2; \"citat\" 🌍 ", first?.externalIdentifier ?? "", ""],
    ["", "'=1+1 " + word, "'-", "", ""],
    ["ikke-et-id", "x", "y", "", ""],
    ["", "x", "   ", "", ""],
    ["", "x", "y", "", "Findes ikke"],
    ...others,
  ]);
  await choose(page, "tekster.csv", file);
  const changes = await heap(page, "Ændres", 1);
  await expect(changes.locator("del")).toHaveText(["ni", first?.name ?? ""]);
  await expect(changes.locator("ins").first()).toHaveText("ti");
  const faults = await heap(page, "Fejl, som springes over", 3);
  // The third text has a line break of its own, so that the lines after it stand one further down.
  await expect(faults).toHaveText([
    "Linje 7: Id'et er ikke et gyldigt id",
    "Linje 8: Visningsteksten mangler",
    "Linje 9: Gruppen findes ikke, eller flere har dens navn",
  ]);
  await expect(await heap(page, "Nye", 2)).toHaveCount(2);
  await heap(page, "Uændrede", others.length + 1);
  expect(await withWord(page, word)).toHaveLength(2);

  await page.getByRole("button", { name: "Opret 2, ret 1" }).click();
  await finished(page);
  await heap(page, "Udført", 3);
  const now = await withWord(page, word);
  expect(now).toHaveLength(4);
  expect(await textOf(page, changed)).toMatchObject({ displayText: "Mød op klokken ti i morgen", group: second });
  const made = now.find(({ text }) => text === `Ny ${word}`);
  expect(made).toMatchObject({ displayText: ' Linje 1\nLinje 2; "citat" 🌍 ', group: first });
  expect(now.find(({ text }) => text === `=1+1 ${word}`)).toMatchObject({ displayText: "-" });

  // The same file once more: there is nothing left to do.
  await page.getByRole("button", { name: "Luk", exact: true }).click();
  await choose(page, "tekster.csv", file);
  await expect(page.getByText("Filen ændrer ingenting")).toBeVisible();
});

test("a file that is too large for the browser is not even read", async ({ page }) => {
  await openImport(page);
  const path = test.info().outputPath("stor.csv");
  writeFileSync(path, "");
  truncateSync(path, 200 * 1024 * 1024);
  await page.getByLabel("Fil (CSV eller JSON)").setInputFiles(path);
  await expect(page.getByRole("alert")).toContainText("Filen er for stor. Den må højst fylde 128 MB.");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("texts that the file does not name stay, unless one says otherwise", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const doomed = await putText(page, `Udgår ${word}`, "x");
  const rest = (await allTexts(page)).filter((text) => text.externalIdentifier !== doomed);
  await openImport(page);
  await choose(page, "tekster.csv", csv(rest.map(cellsOf)));
  await heap(page, "Står ikke i filen", 1);
  const also = page.getByRole("checkbox", { name: "Slet også teksterne, der ikke står i filen (1)" });
  await expect(also).not.toBeChecked();
  await expect(page.getByText("Filen ændrer ingenting")).toBeVisible();
  await also.check();
  await expect(page.getByText("Filen ændrer ingenting")).toHaveCount(0);
  await page.getByRole("button", { name: "Slet 1" }).click();
  const question = page.getByRole("dialog", { name: "Slet teksterne, der ikke står i filen?" });
  await expect(question).toContainText(`1 af ${rest.length + 1} tekster slettes. Det kan ikke fortrydes.`);
  await expect(question).toContainText(`»Udgår ${word}«`);
  await expect(question.getByRole("button", { name: "Annuller" })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await allTexts(page)).toHaveLength(rest.length + 1);
  await page.getByRole("button", { name: "Slet 1" }).click();
  await question.getByRole("button", { name: "Slet" }).click();
  await finished(page);
  expect(await textOf(page, doomed)).toBe(404);
  expect(await allTexts(page)).toHaveLength(rest.length);
});

test("a file that names no text deletes them all only after their number has been typed", async ({ page }) => {
  await openImport(page);
  const all = await allTexts(page);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "DELETE" && sent.push(request.url()));
  await choose(page, "tom.csv", csv([]));
  await page.getByRole("checkbox", { name: /^Slet også teksterne, der ikke står i filen/ }).check();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Gem først en kopi af alle tekster (CSV)" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(new RegExp(`^tekster-alle-${all.length}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  expect(parse(readFileSync(await saved.path(), "utf8"))).toHaveLength(all.length + 1);
  const go = page.getByRole("button", { name: `Slet ${all.length}` });
  const question = page.getByRole("dialog", { name: "Slet teksterne, der ikke står i filen?" });
  const number = page.getByLabel(`Skriv ${all.length} for at slette dem`);
  await go.click();
  await expect(page.getByText("Det er ikke antallet")).toBeVisible();
  await number.fill(String(all.length - 1));
  await go.click();
  await expect(page.getByText("Det er ikke antallet")).toBeVisible();
  await expect(question).toBeHidden();
  expect(sent).toEqual([]);
  // All others need the texts: what is deleted here is deleted on paper only.
  await page.route(`${TEXTS_API}/*`, (route) => (route.request().method() === "DELETE" ? route.fulfill({ status: 200 }) : route.fallback()));
  await number.fill(String(all.length));
  await go.click();
  await question.getByRole("button", { name: "Slet" }).click();
  await expect(page.getByRole("progressbar", { name: "Importerer tekster" })).toBeVisible();
  await expect.poll(() => sent.length).toBeGreaterThan(0);
});

test("what somebody has changed since the plan is left alone, and told", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Min ${word}`, "Som den var");
  await openImport(page);
  await choose(page, "tekster.csv", csv([[id, `Min ${word}`, "Fra filen", "", ""]]));
  await heap(page, "Ændres", 1);
  await page.request.put(`${TEXTS_API}/update/${id}`, {
    headers: { "x-requestId": randomUUID() },
    data: { externalIdentifier: id, text: `Min ${word}`, displayText: "En andens" },
  });
  await page.getByRole("button", { name: "Ret 1" }).click();
  await finished(page, "0 udført, 1 mislykkedes");
  await heap(page, "Ændret af en anden imens, og derfor ikke ændret", 1);
  expect(await textOf(page, id)).toMatchObject({ displayText: "En andens" });
});

test("an answer that is lost is asked for again with the same id, and nothing is there twice", async ({ page }) => {
  await openImport(page);
  const word = mark();
  const ids: (string | undefined)[] = [];
  let lost = 2;
  await page.route(`${TEXTS_API}/create`, async (route) => {
    ids.push(route.request().headers()["x-requestid"]);
    const answer = await route.fetch();
    if (lost-- > 0) await route.abort("connectionreset");
    else await route.fulfill({ response: answer });
  });
  await choose(page, "tekster.csv", csv([1, 2, 3, 4, 5].map((n) => ["", `Nr. ${n} ${word}`, "x", "", ""])));
  await page.getByRole("button", { name: "Opret 5" }).click();
  await finished(page, "3 udført, 2 mislykkedes");
  await heap(page, "Der kom intet svar", 2);
  await page.getByRole("button", { name: "Prøv de mislykkede igen" }).click();
  await finished(page);
  await heap(page, "Udført", 5);
  expect(await withWord(page, word)).toHaveLength(5);
  expect(ids).toHaveLength(7);
  expect(new Set(ids).size).toBe(5);
});

test("the session ends in the middle: signing in again goes on, and everything is there once", async ({ page, context, baseURL }) => {
  await openImport(page);
  const word = mark();
  let sent = 0;
  await page.route(`${TEXTS_API}/create`, async (route) => {
    if (++sent === 10) {
      const [cookie] = await context.cookies();
      const other = await http.newContext({ baseURL, extraHTTPHeaders: { cookie: `${cookie?.name}=${cookie?.value}` } });
      await other.delete("/session");
      await other.dispose();
    }
    await route.continue();
  });
  await choose(page, "tekster.csv", csv(Array.from({ length: 30 }, (_, n) => ["", `Nr. ${n} ${word}`, "x", "", ""])));
  await page.getByRole("button", { name: "Opret 30" }).click();
  await onPage(page, "Du er blevet logget ud");
  await chooseUser(page, "star-admin");
  await onPage(page, "Importér tekster");
  await finished(page);
  await heap(page, "Udført", 30);
  expect(await withWord(page, word)).toHaveLength(30);
});

test('"Stop" sends no more, and "Fortsæt" the rest; signing out or closing in the middle asks first', async ({ page }) => {
  await openTexts(page);
  await page.getByRole("link", { name: "Importér", exact: true }).click();
  await onPage(page, "Importér tekster");
  const word = mark();
  let go = () => {};
  const held = new Promise<void>((free) => (go = free));
  let [under, most] = [0, 0];
  await page.route(`${TEXTS_API}/create`, async (route) => {
    most = Math.max(most, ++under);
    await held;
    under--;
    await route.continue();
  });
  await choose(page, "tekster.csv", csv(Array.from({ length: 20 }, (_, n) => ["", `Nr. ${n} ${word}`, "x", "", ""])));
  await page.getByRole("button", { name: "Opret 20" }).click();
  await expect(page.getByRole("progressbar", { name: "Importerer tekster" })).toBeVisible();
  await expect(page.getByText("0 af 20")).toBeVisible();
  await expect.poll(() => under).toBe(4);

  const asked = page.getByRole("dialog", { name: "Arbejdet er ikke færdigt" });
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(asked).toContainText("Går du videre, bliver resten ikke sendt.");
  await asked.getByRole("button", { name: "Bliv her" }).click();
  await onPage(page, "Importér tekster");
  const kinds: string[] = [];
  page.on("dialog", (dialog) => {
    kinds.push(dialog.type());
    void dialog.dismiss();
  });
  await page.reload({ timeout: 2_000 }).catch(() => {});
  expect(kinds).toEqual(["beforeunload"]);

  await page.getByRole("button", { name: "Stop" }).click();
  go();
  await finished(page, "Stoppet");
  await heap(page, "Udført", 4);
  await heap(page, "Ikke sendt", 16);
  expect(await withWord(page, word)).toHaveLength(4);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await finished(page);
  expect(await withWord(page, word)).toHaveLength(20);
  expect(most).toBe(4);
  // With nothing under way, nobody asks.
  await page.getByRole("link", { name: "Til listen" }).click();
  await onPage(page, "Dynamiske tekster");
});

const ROW = "“Mød” – æøå, 5 €";

for (const [name, bytes] of [
  ["Unicode text with tabs", Buffer.from(`\u{feff}text\tdisplayText\r\n${ROW}\tx\r\n`, "utf16le")],
  ["Windows-1252 with commas", Buffer.from(`displayText,text\r\nx,"${ROW}"\r\n`.replace("€", "\x80").replace("“", "\x93").replace("”", "\x94").replace("–", "\x96"), "latin1")],
  ["JSON", Buffer.from(JSON.stringify([{ text: ROW, displayText: "x" }]))],
] as const) {
  test(`what other programs save is understood: ${name}`, async ({ page }) => {
    await openImport(page);
    await choose(page, "fil", bytes);
    await expect((await heap(page, "Nye", 1)).first()).toContainText(ROW);
  });
}

for (const [name, content, words] of [
  ["a workbook", "PK\u0003\u0004 …", "Det er en projektmappe. Gem den i Excel som CSV UTF-8, og vælg den igen."],
  ["no text", "\u0000\u0001", "Filen er ikke en tekstfil. Gem den som CSV UTF-8."],
  ["other columns", "Navn;Værdi\r\na;b\r\n", "Første linje skal have kolonnerne text og displayText, adskilt af semikolon, komma eller tabulator."],
  ["half a file", 'text;displayText\r\n"a;b\r\n', "Et anførselstegn lukkes aldrig. Er hele filen kommet med? Det åbnes på linje 2."],
  ["broken JSON", '[{"text":', "Filen er ikke en gyldig liste i JSON."],
  ["another JSON", '{"text":"a"}', "Filen er ikke en gyldig liste i JSON."],
] as const) {
  test(`what cannot be used says why, and the same file can be chosen again: ${name}`, async ({ page }) => {
    await openImport(page);
    await choose(page, "fil.csv", content);
    await expect(page.getByRole("alert")).toContainText("Filen kan ikke bruges");
    await expect(page.getByRole("alert")).toContainText(words);
    await choose(page, "fil.csv", "text;displayText\r\na;b\r\n");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await heap(page, "Nye", 1);
  });
}

test("the texts cannot be read: no plan, and another try makes it", async ({ page }) => {
  await openImport(page);
  await page.route(`**${TEXTS_API}`, (route) => route.fulfill({ status: 403 }));
  await choose(page, "fil.csv", "text;displayText\r\na;b\r\n");
  await expect(page.getByText("Teksterne kunne ikke hentes, så der er ingen plan.")).toBeVisible();
  await page.unroute(`**${TEXTS_API}`);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await heap(page, "Nye", 1);
});

test("only those who may get to it", async ({ page }) => {
  await signIn(page, "sagsbehandler", "/admin/tekster/import");
  await onPage(page, "Du har ikke adgang til siden");
});
