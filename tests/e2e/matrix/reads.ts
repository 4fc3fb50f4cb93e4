// How a user comes to each of the five reads, and what is seen when it went well.
import type { Locator, Page } from "@playwright/test";
import { action, atCitizen, CITIZEN_API, onPage, PDF_API, sheet, TEXTS_API } from "../steps";
import { groups, mark, openTexts, table } from "../texts-steps";
import type { Held } from "./network";
import { go } from "./ways";

export type Read = {
  name: string;
  path: string;
  /** Paths that begin the same, and are not meant. */
  spared?: string[];
  /** Signs in, and brings the page to where the operation can be called; answers what calls it. */
  reach: (page: Page, held: Held) => Promise<() => Promise<void>>;
  well: (page: Page) => Locator;
  /** What stands on the page however it ends. */
  stays: (page: Page) => Locator;
  /** What is told where it is not the heading that all others have. */
  words?: Record<string, string>;
};

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The list is read whenever one comes to it. */
async function fromTheList(page: Page, address = "/admin/tekster"): Promise<() => Promise<void>> {
  // The module of the pages is no read of theirs: it is there before the first fault.
  const module = page.waitForResponse(/-texts\.wasm$/);
  await openTexts(page, "/borger");
  await (await module).finished();
  return async () => {
    await go(page, "/borger");
    await onPage(page, "Integrationslovsdata");
    await go(page, address);
  };
}

export const READS: Read[] = [
  {
    name: "GetTexts",
    path: TEXTS_API,
    spared: [`${TEXTS_API}/groups`],
    reach: (page) => fromTheList(page),
    well: (page) => table(page),
    stays: heading,
  },
  {
    name: "GetAllGroups",
    path: `${TEXTS_API}/groups`,
    reach: (page) => fromTheList(page),
    well: (page) => groups(page).filter({ has: page.getByText("Danskuddannelse") }),
    stays: heading,
  },
  {
    name: "GetText",
    path: `${TEXTS_API}/`,
    spared: [`${TEXTS_API}/groups`],
    reach: async (page, held) => fromTheList(page, `/admin/tekster/${await held.put(`Læses ${mark()}`, "x")}`),
    well: (page) => page.getByLabel("Visningstekst"),
    stays: heading,
  },
  {
    name: "GetIntegrationslovsdata",
    path: CITIZEN_API,
    spared: [PDF_API],
    words: { "403": "Du har ikke adgang til borgeren" },
    reach: async (page) => {
      await atCitizen(page);
      return () => page.getByRole("button", { name: "Hent data" }).click();
    },
    well: (page) => page.getByText(/^Data om 290201-1234 er hentet/),
    stays: heading,
  },
  {
    name: "GetIntegrationslovsdataPdf",
    path: PDF_API,
    words: { "403": "Du har ikke adgang til borgeren" },
    reach: async (page) => {
      await atCitizen(page);
      return () => action(page, "Hent PDF").click();
    },
    well: (page) => page.getByText("PDF'en er hentet"),
    stays: sheet,
  },
];
