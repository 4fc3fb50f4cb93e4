// Every code and every fault, for the look-up, the PDF and the transfer: what failed, with whom, what to do next, and
// the number to quote.
import type { Page, Route } from "@playwright/test";
import { CITIZEN, CODES } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, atCitizen, CITIZEN_API, lookUp, PDF_API, sheet, signIn, toEnglish, TRANSFER_API } from "./steps";

const TRACE = "t0123456789abcdef";
const UNKNOWN = "Vi ved ikke, om overførslen nåede frem";

type Call = {
  name: string;
  path: string;
  ask: (page: Page) => Promise<void>;
  /** What the page says when it went well. */
  well: string;
};

const CALLS: Call[] = [
  {
    name: "the look-up",
    path: CITIZEN_API,
    ask: (page) => page.getByRole("button", { name: "Hent data" }).click(),
    well: "Data om 290201-1234 er hentet",
  },
  { name: "the PDF", path: PDF_API, ask: (page) => action(page, "Hent PDF").click(), well: "PDF'en er hentet" },
  {
    name: "the transfer",
    path: TRANSFER_API,
    ask: async (page) => {
      await action(page, "Overfør").click();
      // What is asked depends on what is known of the attempt before.
      const yes = { name: /^(Overfør|Overfør igen|Prøv igen)$/ };
      await page.getByRole("dialog").getByRole("button", yes).click();
    },
    well: "Overførslen er modtaget",
  },
];

type Fault = {
  name: string;
  answer: (route: Route) => Promise<void>;
  title: string;
  /** What is said of whose fault it is, and of what to do. */
  next: string;
  /** Whether the backend answered, so that there is a number to quote. */
  numbered?: boolean;
  /** Whether it refuses the citizen, so that a look-up takes away what was shown. */
  refuses?: boolean;
  /** What is known of a transfer. */
  transfer: "unknown" | "none" | "received";
};

const answered = (status: number, body: string, type: string | undefined) => (route: Route) =>
  route.fulfill({ status, body, headers: { "x-trace-id": TRACE, ...(type ? { "content-type": type } : {}) } });

const SITE = "Fejlen ligger hos os.";
const UNREADABLE = { title: "Svaret kunne ikke læses", next: `${SITE} Svaret er ikke, som det skal være.`, numbered: true };

const FAULTS: Fault[] = [
  { name: "200 with plain text", answer: answered(200, "OK", "text/plain"), ...UNREADABLE, transfer: "unknown" },
  { name: "200 of no type", answer: answered(200, "{}", undefined), ...UNREADABLE, transfer: "unknown" },
  { name: "200 with broken JSON", answer: answered(200, "{", "application/json"), ...UNREADABLE, transfer: "unknown" },
  // A transfer is answered by the status alone: an empty body, or one nobody reads, is an answer.
  { name: "200 with a list", answer: answered(200, "[]", "application/json"), ...UNREADABLE, transfer: "received" },
  {
    name: "400",
    answer: answered(400, '{"status":400}', "application/problem+json"),
    title: "Oplysningerne blev ikke godkendt",
    next: "Prøv igen senere. Kontakt support, hvis det fortsætter.",
    numbered: true,
    refuses: true,
    transfer: "none",
  },
  {
    name: "500",
    answer: answered(500, '{"status":500}', "application/problem+json"),
    title: "Der er en fejl på denne side",
    next: `${SITE} Fejlen er vores, ikke din.`,
    numbered: true,
    transfer: "unknown",
  },
  {
    name: "a code that the document does not list",
    answer: answered(502, '{"fejlkode":4242}', "application/problem+json"),
    title: "Ukendt fejl",
    next: "Fejlen ligger hos STAR. Koden står ikke i STARs beskrivelse.",
    numbered: true,
    refuses: true,
    transfer: "unknown",
  },
  {
    name: "no time left",
    answer: answered(504, "", undefined),
    title: "Svaret kom ikke i tide",
    next: "Prøv igen om lidt.",
    numbered: true,
    transfer: "unknown",
  },
  {
    name: "no connection",
    answer: (route) => route.abort("connectionreset"),
    title: "Der kom intet svar",
    next: `${SITE} Forbindelsen til denne side blev afbrudt.`,
    transfer: "unknown",
  },
];

for (const { name, path, ask, well } of CALLS) {
  test(`${name}: every fault is told`, async ({ page }) => {
    await atCitizen(page);
    for (const fault of FAULTS) {
      await test.step(fault.name, async () => {
        await page.route(path, fault.answer);
        await ask(page);
        const outcome = path === TRANSFER_API ? fault.transfer : undefined;
        if (outcome === "received") {
          await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
        } else if (outcome === "unknown") {
          await expect(alert(page, UNKNOWN)).toContainText(`${fault.title}. Prøv igen.`);
        } else {
          await expect(alert(page, fault.title)).toContainText(fault.next);
        }
        if (outcome === "none") await expect(page.getByText("Overførslen er ikke gennemført")).toBeVisible();
        if (outcome !== "received") {
          const told = page.getByRole("main").getByRole("alert");
          await expect(told.getByText(TRACE)).toHaveCount(fault.numbered ? 1 : 0);
          if (path === TRANSFER_API) await expect(told).toContainText("Anmodnings-id");
        }
        await expect(sheet(page)).toHaveCount(path === CITIZEN_API && fault.refuses ? 0 : 1);
        await page.unroute(path);
        const answer = page.waitForResponse(path);
        await ask(page);
        await answer;
        await expect(page.getByText(well).first()).toBeVisible();
        await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
      });
    }
  });

  test(`${name}: every code of the document is told`, async ({ page }) => {
    await atCitizen(page);
    for (const { code, title, whose, next } of CODES) {
      await test.step(String(code), async () => {
        await page.route(path, answered(502, JSON.stringify({ fejlkode: code }), "application/problem+json"));
        await ask(page);
        if (path === TRANSFER_API) {
          await expect(alert(page, UNKNOWN)).toContainText(`${title}. Prøv igen.`);
        } else {
          await expect(alert(page, title)).toContainText(whose ? `Fejlen ligger hos ${whose}. ${next}` : next);
        }
        const told = page.getByRole("main").getByRole("alert");
        await expect(told).toContainText(`Fejlkode ${code}`);
        await expect(told).toContainText(`Fejl-id ${TRACE}`);
        await page.unroute(path);
        const answer = page.waitForResponse(path);
        await ask(page);
        await answer;
        await expect(page.getByText(well).first()).toBeVisible();
        await expect(told).toHaveCount(0);
      });
    }
  });
}

test("the number to quote is the one under which the backend's log knows the call", async ({ page, backend }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, "290209-1287");
  const told = await page.getByRole("alert").getByText("Fejl-id").textContent();
  const id = /Fejl-id (t[0-9a-f]{16})/.exec(told ?? "")?.[1] ?? "";
  expect(id).not.toBe("");
  expect(backend.log()).toMatch(new RegExp(`trace="${id}".*GET /v1/LetasylIntegrationslov 502`));
});

test("faults that the backend finds are told in the language of the page", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, async (route) => {
    // The backend's own words for an invalid number.
    const headers = { ...route.request().headers(), "x-civilregistrationidentifier": "9999999999" };
    await route.fulfill({ response: await route.fetch({ headers }) });
  });
  await lookUp(page, CITIZEN.full);
  const danish = page.getByRole("alert").getByRole("listitem");
  await expect(danish).toContainText("Måneden 99 findes ikke.");
  await expect(danish).toHaveAttribute("lang", "da");
  await toEnglish(page);
  // What was said before keeps its language, and says so.
  await expect(danish).toHaveAttribute("lang", "da");
  await page.getByRole("button", { name: "Fetch data" }).click();
  await expect(danish).toContainText("There is no month 99.");
  await expect(danish).toHaveAttribute("lang", "en");
});
