// Every state of every page, and the way to it: what is looked at for all of them is looked at here.
import { expect, type Page } from "@playwright/test";
import { action, CITIZEN_API, lookUp, PDF_API, sheet, signIn, TEXTS_API, transfer, TRANSFER_API } from "./steps";
import { moveChosen } from "./texts-exchange";
import { allBox } from "./texts-steps";

/** A state, and the way to it in Danish. */
export type State = { name: string; reach: (page: Page) => Promise<void> };

/** Moves all texts, none of which arrives. */
async function moveAll(page: Page): Promise<void> {
  await signIn(page, "star-admin");
  await page.route(/\/v1\/DynamicTexts\/[0-9a-f-]{36}$/, () => {});
  await allBox(page).check();
  await moveChosen(page, "Uden gruppe");
}

export const STATES: State[] = [
  { name: "signing in", reach: async (page) => {
      await page.goto("/");
      await expect(page.getByRole("list", { name: "Demobrugere" })).toBeVisible();
    },
  },
  {
    name: "where one is signed in",
    reach: async (page) => {
      await signIn(page, "kommune", "/sessioner");
      await expect(page.getByRole("list", { name: "Dine sessioner" })).toBeVisible();
    },
  },
  { name: "nothing looked up", reach: (page) => signIn(page, "sagsbehandler") },
  {
    name: "a wrong number",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "310401-1234");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "looking up, slowly",
    reach: async (page) => {
      await page.clock.install();
      await page.route(`**${CITIZEN_API}`, () => {});
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await page.clock.runFor(6_000);
      await expect(page.getByText("LetAsyl er langsom i dag.")).toBeVisible();
    },
  },
  {
    name: "every field filled",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await expect(sheet(page)).toBeVisible();
    },
  },
  {
    name: "the hard citizen",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290205-1234");
      await expect(sheet(page)).toBeVisible();
    },
  },
  {
    name: "only what is required",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290202-1234");
      await expect(sheet(page)).toBeVisible();
    },
  },
  {
    name: "what has changed since the last fetch",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await expect(sheet(page)).toBeVisible();
      await page.route(`**${CITIZEN_API}`, async (route) => {
        const answer = await route.fetch();
        const json = await answer.json();
        const data = json.integrationslovsdata;
        delete data.kommentar;
        data.kontraktvarighed.programSlutdato = "2020-01-01T00:00:00";
        data.borgersprog[0].taleniveauType = 1;
        data.borgersprog[1].sprogStamdata = { sprognavn: "Fransk" };
        await route.fulfill({ response: answer, json });
      });
      await action(page, "Hent igen").click();
      await expect(sheet(page).getByRole("table").locator(".badge-changed")).toHaveCount(3);
    },
  },
  {
    name: "no data",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290203-1234");
      await expect(page.getByText("Der er ingen data om borgeren i LetAsyl")).toBeVisible();
    },
  },
  {
    name: "an error of the operator",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290209-1287");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "not one's own citizen",
    reach: async (page) => {
      await signIn(page, "sagsbehandler-anden-kommune");
      await lookUp(page, "290201-1234");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "the dialog before a transfer",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await action(page, "Overfør").click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "a receipt",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await action(page, "Overfør").click();
      await page.getByRole("dialog").getByRole("button", { name: "Overfør" }).click();
      await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
    },
  },
  {
    name: "a transfer under way",
    reach: async (page) => {
      await page.route(`**${TRANSFER_API}`, () => {});
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await transfer(page);
      await expect(page.getByRole("button", { name: "Vent ikke længere" })).toBeVisible();
    },
  },
  { name: "a transfer that nobody knows of", reach: unknownTransfer },
  {
    name: "the dialog before an unsettled transfer is left",
    reach: async (page) => {
      await unknownTransfer(page);
      await action(page, "Ryd").click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "a transfer that a reload interrupted", reach: interruptedTransfer },
  {
    name: "the dialog after an interrupted transfer",
    reach: async (page) => {
      await interruptedTransfer(page);
      await lookUp(page, "290201-1234");
      await action(page, "Overfør").click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "a PDF under way",
    reach: async (page) => {
      await page.route(`**${PDF_API}`, () => {});
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await action(page, "Hent PDF").click();
      await expect(page.getByText("Henter PDF …")).toBeVisible();
    },
  },
  {
    name: "a PDF that the browser cannot show",
    reach: async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "pdfViewerEnabled", { value: false }));
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await action(page, "Vis PDF").click();
      await expect(page.getByText("Browseren kan ikke vise PDF'er.")).toBeVisible();
    },
  },
  {
    name: "the dialog before an unused page is cleared",
    reach: async (page) => {
      await page.clock.install();
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await expect(sheet(page)).toBeVisible();
      await page.clock.runFor(11 * 60_000);
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "an unused page that was cleared",
    reach: async (page) => {
      await page.clock.install();
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await expect(sheet(page)).toBeVisible();
      await page.clock.fastForward(16 * 60_000);
      await expect(page.getByText("Borgerens oplysninger er fjernet fra siden, fordi siden ikke har været brugt i 15 minutter")).toBeVisible();
    },
  },
  {
    name: "the list of texts",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await expect(page.getByRole("grid")).toBeVisible();
    },
  },
  {
    name: "a search without hits",
    reach: async (page) => {
      await signIn(page, "star-admin", "/admin/tekster?soeg=xyzzy");
      await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
    },
  },
  {
    name: "no texts at all",
    reach: async (page) => {
      await page.route(`**${TEXTS_API}`, (route) => route.fulfill({ json: [] }));
      await signIn(page, "star-admin", "/admin/tekster");
      await expect(page.getByText("Der er ingen tekster endnu")).toBeVisible();
    },
  },
  {
    name: "a list that cannot be read",
    reach: async (page) => {
      await page.route(`**${TEXTS_API}`, (route) => route.abort());
      await signIn(page, "star-admin", "/admin/tekster");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "a new text with nothing in it",
    reach: async (page) => {
      await signIn(page, "star-admin", "/admin/tekster/ny");
      await page.getByRole("button", { name: "Gem", exact: true }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "an existing text",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByRole("grid").getByRole("link").first().click();
      await expect(page.getByLabel("Visningstekst")).not.toBeEmpty();
    },
  },
  {
    name: "a text that is gone",
    reach: (page) => signIn(page, "star-admin", "/admin/tekster/00000000-0000-4000-8000-000000000000"),
  },
  {
    name: "reading the list, slowly",
    reach: async (page) => {
      await page.route(`**${TEXTS_API}`, () => {});
      await signIn(page, "star-admin", "/admin/tekster");
      await expect(page.getByText("Henter tekster …")).toBeVisible();
      // It turns only once the wait is long.
      await expect(page.locator(".spinner")).toBeVisible();
    },
  },
  {
    name: "no network",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await page.context().setOffline(true);
      await lookUp(page, "290201-1234");
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "the session ended in the middle",
    reach: async (page) => {
      await signIn(page, "sagsbehandler");
      await lookUp(page, "290201-1234");
      await expect(sheet(page)).toBeVisible();
      await page.request.delete("/session", { headers: { origin: new URL(page.url()).origin } });
      await action(page, "Hent igen").click();
      await expect(page.getByRole("heading", { level: 1, name: "Du er blevet logget ud" })).toBeVisible();
    },
  },
  {
    name: "a deletion that can be undone",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.clock.install();
      await page.getByRole("grid").getByRole("link").first().click();
      await page.getByRole("button", { name: "Slet" }).click();
      await expect(page.getByRole("button", { name: "Fortryd" })).toBeVisible();
    },
  },
  { name: "a page for others", reach: (page) => signIn(page, "sagsbehandler", "/admin/tekster") },
  { name: "nothing allowed", reach: (page) => signIn(page, "kommune") },
  { name: "an address that leads nowhere", reach: (page) => signIn(page, "sagsbehandler", "/x") },
  {
    name: "the keys of the list",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByRole("button", { name: "Genvejstaster" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "some texts chosen",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByRole("grid").getByRole("checkbox").nth(1).click();
      await expect(page.getByText("1 valgt", { exact: true })).toBeVisible();
    },
  },
  {
    name: "an open row",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByRole("grid").getByRole("button", { name: /^Vis hele teksten/ }).first().click();
      await expect(page.getByRole("grid").getByRole("combobox")).toBeVisible();
    },
  },
  {
    name: "the question before many texts are deleted",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await allBox(page).check();
      await page.getByRole("button", { name: "Slet valgte" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "many texts under way",
    reach: async (page) => {
      await moveAll(page);
      await expect(page.getByRole("progressbar")).toBeVisible();
    },
  },
  {
    name: "work that goes on, seen from another page",
    reach: async (page) => {
      await moveAll(page);
      await page.getByRole("link", { name: "Dine sessioner" }).click();
      await expect(page.getByText(/^Flytter tekster: 0 af/)).toBeVisible();
    },
  },
  {
    name: "find and replace, with nothing entered",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByText("Søg og erstat", { exact: true }).click();
      await page.getByRole("button", { name: "Vis ændringerne" }).click();
      await expect(page.getByText("Skriv, hvad der skal erstattes")).toBeVisible();
    },
  },
  {
    name: "a new text that is there several times",
    reach: async (page) => {
      await signIn(page, "star-admin", "/admin/tekster/ny");
      const texts: { text: string }[] = await (await page.request.get(TEXTS_API)).json();
      const twin = texts.find(({ text }, at) => texts.findIndex((other) => other.text === text) < at);
      await page.getByLabel("Tekst", { exact: true }).fill(twin?.text ?? "");
      await expect(page.getByRole("button", { name: "Teksten findes allerede" })).toBeVisible();
    },
  },
  {
    name: "a text that somebody else has changed",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.getByRole("grid").getByRole("link").first().click();
      await page.getByLabel("Visningstekst").fill("Skrevet her");
      await page.route(/\/v1\/DynamicTexts\/[0-9a-f-]{36}$/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...(await answer.json()), displayText: "Skrevet der" } });
      });
      await page.getByRole("button", { name: "Gem", exact: true }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "nothing imported yet",
    reach: (page) => signIn(page, "star-admin", "/admin/tekster/import"),
  },
  {
    name: "the plan of a file",
    reach: async (page) => {
      await signIn(page, "star-admin", "/admin/tekster/import");
      const [text] = await (await page.request.get(TEXTS_API)).json();
      const rows = `${text.externalIdentifier};#NAVN?;y\r\n;z;z\r\n;å;å\r\n;;z\r\n`;
      const buffer = Buffer.from(`externalIdentifier;text;displayText\r\n${rows}`);
      await page.locator("#fil").setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer });
      await expect(page.getByRole("heading", { level: 3 })).toBeVisible();
    },
  },
  {
    name: "a file that cannot be used",
    reach: async (page) => {
      await signIn(page, "star-admin", "/admin/tekster/import");
      const buffer = Buffer.from("x;y");
      await page.locator("#fil").setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer });
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "what became of many texts",
    reach: async (page) => {
      await signIn(page, "star-admin");
      await page.route(`${TEXTS_API}/*`, (route) => (route.request().url().endsWith("groups") ? route.fallback() : route.fulfill({ status: 404, json: { status: 404 } })));
      await allBox(page).check();
      await moveChosen(page, "Uden gruppe");
      await expect(page.getByRole("heading", { level: 2, name: /^0 udført, \d+ mislykkedes$/ })).toBeVisible();
    },
  },
];

async function unknownTransfer(page: Page): Promise<void> {
  await page.route(`**${TRANSFER_API}`, (route) => route.abort("connectionreset"));
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290201-1234");
  await transfer(page);
  await expect(page.getByRole("alert")).toBeVisible();
}

async function interruptedTransfer(page: Page): Promise<void> {
  await unknownTransfer(page);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByRole("region", { name: "En overførsel blev afbrudt" })).toBeVisible();
}
