// A site behind the fault proxy, and a way past it to what the database holds.
import { type APIRequestContext, expect, request } from "@playwright/test";
import type { Backend } from "../backend";
import { type FaultProxy, startFaultProxy } from "../fault-proxy";
import { test as base } from "../fixtures";
import { shortenLimits } from "../limits";
import { TEXTS_API, TRANSFER_API } from "../steps";
import type { Text } from "../texts-steps";

/** What the database holds. */
export class Held {
  constructor(
    private readonly api: APIRequestContext,
    private readonly backend: Backend,
  ) {}

  /** The texts in which the word stands. */
  async texts(word: string): Promise<Text[]> {
    const all = (await (await this.api.get(TEXTS_API)).json()) as Text[];
    return all.filter(({ text, displayText }) => `${text}\n${displayText}`.includes(word));
  }

  /** Puts one in; answers its id. */
  async put(text: string, displayText: string): Promise<string> {
    const headers = { "x-requestId": crypto.randomUUID() };
    const answer = await this.api.post(`${TEXTS_API}/create`, { headers, data: { text, displayText } });
    expect(answer.status()).toBe(200);
    return answer.json();
  }

  /** How many transfers have taken effect. */
  async transfers(): Promise<number> {
    return this.backend.log().split(`POST ${TRANSFER_API} 200`).length - 1;
  }
}

export const test = base.extend<{ limits: number[] }, { network: FaultProxy; held: Held }>({
  network: [
    async ({ backend }, use) => {
      const proxy = await startFaultProxy(backend.origin);
      await use(proxy);
      proxy.stop();
    },
    { scope: "worker" },
  ],

  held: [
    async ({ backend }, use) => {
      const api = await request.newContext({ baseURL: backend.origin });
      expect((await api.post("/session", { data: { user: "star-admin" } })).ok()).toBe(true);
      await use(new Held(api, backend));
      await api.dispose();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ network }, use) => use(network.origin),

  /** The time limits that the page has set, in milliseconds; each is shortened, so that nobody waits for a minute. */
  limits: [
    async ({ context, network }, use) => {
      await use(await shortenLimits(context));
      await network.clear();
    },
    { auto: true },
  ],
});

export { expect };
