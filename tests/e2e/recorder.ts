// Records all that a browser sends, gets, keeps and says during a journey, apart by where a CPR may stand and where not.
import type { BrowserContext, Page, Request, Response } from "@playwright/test";
import { CITIZEN_API } from "./steps";

/** A piece of what was recorded, with where it stood. */
export type Piece = { where: string; text: string };

/** The one header that carries a CPR. */
const CPR_HEADER = "x-civilregistrationidentifier";
/** What the page says of itself through the console, so that it is recorded like all else. */
const TOLD = "recorded: ";

export class Recorder {
  /** The CPR header of requests about a citizen, and the successful answers to them: here a CPR may stand. */
  readonly allowed: Piece[] = [];
  /** Everything else: here none may. */
  readonly forbidden: Piece[] = [];
  /** `cache-control` of every answer about a citizen. */
  readonly caching: string[] = [];
  readonly #pending: Promise<void>[] = [];

  /** Listens to a context from its first page on. */
  static async of(context: BrowserContext): Promise<Recorder> {
    const recorder = new Recorder();
    const hear = (where: string, text: string) => recorder.forbidden.push({ where, text });
    context.on("request", (request) => recorder.#later(recorder.#request(request)));
    context.on("response", (response) => recorder.#later(recorder.#response(response)));
    context.on("console", (message) => hear("console", message.text()));
    context.on("weberror", (error) => hear("thrown", String(error.error().stack)));
    context.on("page", (page) => {
      page.on("framenavigated", (frame) => hear("address", frame.url()));
      page.on("download", (download) => hear("download", `${download.url()} ${download.suggestedFilename()}`));
    });
    await context.addInitScript(tellAll, TOLD);
    return recorder;
  }

  /** What the browser keeps at this moment. */
  async snapshot(page: Page): Promise<void> {
    const kept = await page.evaluate(async () => ({
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      cookie: document.cookie,
      history: [history.length, history.state],
      names: [window.name, document.title, location.href, document.referrer],
      frames: [...document.querySelectorAll("iframe")].map((frame) => [frame.src, frame.title, frame.name]),
      resources: performance.getEntries().map((entry) => entry.name),
    }));
    this.forbidden.push({ where: "kept", text: JSON.stringify(kept) });
    this.forbidden.push({ where: "cookies", text: JSON.stringify(await page.context().cookies()) });
  }

  /** Waits until all that is under way has been read: needed before the page goes, which takes its answers with it. */
  async settled(): Promise<void> {
    let read = -1;
    while (read !== this.#pending.length) {
      read = this.#pending.length;
      await Promise.all(this.#pending);
    }
  }

  #later(reading: Promise<void>): void {
    this.#pending.push(reading);
  }

  async #request(request: Request): Promise<void> {
    this.forbidden.push({ where: "request address", text: request.url() });
    this.forbidden.push({ where: `request body ${request.url()}`, text: request.postData() ?? "" });
    for (const { name, value } of await request.headersArray()) {
      const mayHold = aboutCitizen(request) && name.toLowerCase() === CPR_HEADER;
      const piece = { where: `request header ${name} ${path(request)}`, text: `${name}: ${value}` };
      (mayHold ? this.allowed : this.forbidden).push(piece);
    }
  }

  async #response(response: Response): Promise<void> {
    const request = response.request();
    const headers = await response.allHeaders();
    this.forbidden.push({ where: `response headers ${path(request)}`, text: JSON.stringify(headers) });
    if (aboutCitizen(request)) this.caching.push(headers["cache-control"] ?? "none");
    // What a blob holds came in an answer that has been recorded.
    if (request.url().startsWith("blob:")) return;
    // Neither an answer that was called off nor "not modified" has a body.
    if ((await response.finished()) || response.status() === 304) return;
    const body = await response.body();
    const mayHold = aboutCitizen(request) && response.ok();
    const piece = { where: `response body ${response.status()} ${path(request)}`, text: body.toString("utf8") };
    (mayHold ? this.allowed : this.forbidden).push(piece);
  }
}

/** "/v1/LetasylIntegrationslov", without the query, which is recorded with the address. */
function path(request: Request): string {
  const url = new URL(request.url());
  return url.protocol === "blob:" ? "(blob)" : url.pathname;
}

function aboutCitizen(request: Request): boolean {
  // What a demo offers to look up is about invented citizens.
  const places = [CITIZEN_API, "/session/demo-citizens"];
  return places.includes(path(request)) || path(request).startsWith(`${CITIZEN_API}/`);
}

/** Runs in the page before anything else: tells of every title, entry of the history, and write into a storage. */
function tellAll(told: string): void {
  const tell = (what: string, ...values: unknown[]) => console.debug(told + what, JSON.stringify(values));
  const tap = (of: string, name: string) => {
    // A frame that is still blank has not all of them.
    const target = (Reflect.get(globalThis, of) as { prototype: object } | undefined)?.prototype;
    const original: unknown = target && Reflect.get(target, name);
    if (!target || typeof original !== "function") return;
    Reflect.set(target, name, function (this: unknown, ...values: unknown[]) {
      tell(`${of}.${name}`, ...values);
      return Reflect.apply(original, this, values);
    });
  };
  tap("Storage", "setItem");
  tap("IDBFactory", "open");
  tap("CacheStorage", "open");
  tap("History", "pushState");
  tap("History", "replaceState");
  new MutationObserver(() => tell("title", document.title)).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
