// How a user comes to each of the writes, what is seen when it went well, and what must not be lost else. Deleting goes
// another way: see the test.
import { expect, type Locator, type Page } from "@playwright/test";
import { CITIZEN } from "../demo";
import { action, lookUp, sheet, signIn, TEXTS_API, TRANSFER_API } from "../steps";
import { openTexts } from "../texts-steps";
import type { Held } from "./network";
import { go } from "./ways";

export type Write = {
  name: string;
  method: string;
  path: string;
  /** Whether its answer has no body. */
  bare?: boolean;
  reach: (page: Page) => Promise<void>;
  /** Brings the page to where all is typed, the word in all of it. */
  type: (page: Page, held: Held, word: string) => Promise<void>;
  send: (page: Page) => Promise<void>;
  /** Sends what still stands there once more. */
  again: (page: Page) => Promise<void>;
  well: (page: Page) => Locator;
  /** Fails when something of what was typed is lost. */
  kept: (page: Page, word: string) => Promise<void>;
  /** How often it has taken effect. */
  effects: (held: Held, word: string) => Promise<number>;
};

const saved = (page: Page) => page.getByText("Teksten er gemt");
const displayText = (page: Page) => page.getByLabel("Visningstekst");
const save = (page: Page) => page.getByRole("button", { name: "Gem", exact: true }).click();
const saveAgain = (page: Page) => page.getByRole("button", { name: /^(Prøv igen|Gem)$/ }).first().click();

export const WRITES: Write[] = [
  {
    name: "CreateText",
    method: "POST",
    path: `${TEXTS_API}/create`,
    reach: (page) => openTexts(page),
    type: async (page, _, word) => {
      await go(page, "/admin/tekster/ny");
      await page.getByLabel("Tekst", { exact: true }).fill(`Ny ${word}`);
      await displayText(page).fill(`  Linje 1\nLinje 2 ${word} `);
    },
    send: save,
    again: saveAgain,
    well: saved,
    kept: async (page, word) => {
      await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue(`Ny ${word}`);
      await expect(displayText(page)).toHaveValue(`  Linje 1\nLinje 2 ${word} `);
    },
    effects: async (held, word) => (await held.texts(word)).length,
  },
  {
    name: "UpdateText",
    method: "PUT",
    path: `${TEXTS_API}/update/`,
    bare: true,
    reach: (page) => openTexts(page),
    type: async (page, held, word) => {
      await go(page, `/admin/tekster/${await held.put(`Rettes ${word}`, "før")}`);
      await displayText(page).fill(` efter ${word}`);
    },
    send: save,
    again: saveAgain,
    well: saved,
    kept: (page, word) => expect(displayText(page)).toHaveValue(` efter ${word}`),
    effects: async (held, word) => {
      const texts = await held.texts(word);
      expect(texts).toHaveLength(1);
      return texts.filter((text) => text.displayText === ` efter ${word}`).length;
    },
  },
  {
    name: "Transfer",
    method: "POST",
    path: TRANSFER_API,
    bare: true,
    reach: (page) => signIn(page, "sagsbehandler", "/borger"),
    type: async (page) => {
      await lookUp(page, CITIZEN.full);
      await action(page, "Overfør").click();
    },
    send: (page) => page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true }).click(),
    again: async (page) => {
      const again = page.getByRole("button", { name: "Prøv igen" });
      if (await again.isVisible()) return again.click();
      await action(page, "Overfør").click();
      await page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true }).click();
    },
    well: (page) => page.getByText(/Overførslen (er|var allerede) modtaget/),
    kept: (page) => expect(sheet(page)).toBeVisible(),
    effects: (held) => held.transfers(),
  },
];
