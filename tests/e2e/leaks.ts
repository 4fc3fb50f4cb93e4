// Looks in every journey for what belongs to a citizen, in every place where it must not stand: addresses, headers,
// titles, history, storages, caches, service workers, cookies, the console, the backend's technical log and its files.
import { type APIRequestContext, type BrowserContext, type Page, request } from "@playwright/test";
import { ALL_CPR, CITIZEN } from "./demo";
import { CITIZEN_API } from "./steps";

/** A number however it is written: with a hyphen, blanks, or these encoded for an address. */
export function written(cpr: string): RegExp {
  return new RegExp(`${cpr.slice(0, 6)}(?:\\W|%[0-9A-F]{2}){0,6}${cpr.slice(6)}`, "i");
}

const NUMBERS = ALL_CPR.map(written);

/** The one header that carries a CPR. */
const CPR_HEADER = "x-civilregistrationidentifier";

/** Finds the numbers of the demo people, and whatever was written of them freely. */
export class Secrets {
  private constructor(private readonly words: string[]) {}

  /** Asks the backend itself what it knows of the demo people. */
  static async of(origin: string): Promise<Secrets> {
    const api = await request.newContext({ baseURL: origin });
    await api.post("/session", { data: { user: "star-admin" } });
    const words = new Set<string>();
    for (const cpr of [CITIZEN.full, CITIZEN.bare, CITIZEN.hard, CITIZEN.elsewhere]) {
      for (const word of freeTexts(await answer(api, cpr))) words.add(word);
    }
    await api.delete("/session");
    await api.dispose();
    if (words.size < 20) throw new Error(`only ${words.size} free texts of the demo people were found`);
    return new Secrets([...words].flatMap((word) => [word, encodeURIComponent(word), JSON.stringify(word).slice(1, -1)]));
  }

  /** What of it stands in a text. */
  in(text: string): string[] {
    const numbers = NUMBERS.map((number) => number.exec(text)?.[0] ?? "").filter(Boolean);
    return [...numbers, ...this.words.filter((word) => text.includes(word))];
  }
}

async function answer(api: APIRequestContext, cpr: string): Promise<unknown> {
  const found = await api.get(CITIZEN_API, { headers: { [CPR_HEADER]: cpr } });
  if (!found.ok()) throw new Error(`${cpr} is answered with ${found.status()}`);
  return found.json();
}

/** The beginnings of all sentences of which there is but one: no names of codes, no dates. */
function freeTexts(value: unknown): string[] {
  if (typeof value === "string") {
    const sentences = value.length < 40 ? [] : value.split(/[\n.]/).map((sentence) => sentence.trim());
    return sentences.filter((sentence) => sentence.split(" ").length > 3).map((sentence) => sentence.slice(0, 30));
  }
  return value && typeof value === "object" ? Object.values(value).flatMap(freeTexts) : [];
}

/** What was found so far, each with where it stood. */
export type Leaks = { found: string[]; look: (where: string, text: string) => void };

/** Listens to a context from its first page on. */
export function listen(context: BrowserContext, secrets: Secrets): Leaks {
  const found: string[] = [];
  const look = (where: string, text: string) => {
    for (const secret of secrets.in(text)) found.push(`${secret} in ${where}`);
  };
  context.on("request", (sent) => {
    look("an address that was asked for", sent.url());
    for (const [name, value] of Object.entries(sent.headers())) {
      if (name !== CPR_HEADER) look(`the header ${name}`, value);
    }
  });
  context.on("console", (message) => look("the console", message.text()));
  context.on("page", (page) => {
    page.on("framenavigated", (frame) => look("an address", frame.url()));
    page.on("download", (download) => look("a file's name", download.suggestedFilename()));
  });
  return { found, look };
}

/** Looks through all that the browser keeps at this moment. */
export async function lookThrough(page: Page, leaks: Leaks): Promise<void> {
  // A page that shows none of the site, or is on its way elsewhere, keeps nothing of it.
  const kept = await page
    .evaluate(async () => ({
      history: JSON.stringify(history.state),
      "the title": document.title,
      "the window's name": window.name,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      IndexedDB: JSON.stringify(await indexedDB.databases()),
      caches: JSON.stringify(
        await Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)])),
      ),
      "a service worker": (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).join(),
      "the addresses of what was loaded": performance.getEntries().map(({ name }) => name).join("\n"),
    }))
    .catch(() => ({}));
  for (const [where, text] of Object.entries(kept)) leaks.look(where, String(text));
  leaks.look("a cookie", JSON.stringify(await page.context().cookies()));
}
