// Nine operations and everything that can go wrong between browser and backend: for each of both, what the user sees
// and what the database holds. Never a blank page, never a wait without end, never a lost word, never a second effect,
// never "gemt" of what is not.
import type { Page } from "@playwright/test";
import { CASES } from "./matrix/faults";
import { expect, test } from "./matrix/network";
import { READS } from "./matrix/reads";
import { go } from "./matrix/ways";
import { WRITES } from "./matrix/writes";
import { alert, onPage, TEXTS_API } from "./steps";
import { mark, openTexts, search } from "./texts-steps";

/** What users wait for at most, in milliseconds. */
const LIMIT = 60_000;

async function nothingWaits(page: Page): Promise<void> {
  await expect(page.locator(".spinner, main [aria-busy=true]")).toHaveCount(0);
}

for (const { name, path, spared, reach, well, stays, words } of READS) {
  test(`${name}: a read that fails is told, and asking again shows it`, async ({ page, network, held, limits }) => {
    // A text alone on its page: what the list beside it says is another read's.
    if (name === "GetText") await page.setViewportSize({ width: 1_000, height: 720 });
    test.setTimeout(180_000);
    // An answer that the browser knows already has no body to cut.
    const browser = await page.context().newCDPSession(page);
    await browser.send("Network.enable");
    await browser.send("Network.setCacheDisabled", { cacheDisabled: true });
    const ask = await reach(page, held);
    let sent = 0;
    const isMeant = (url: string) => {
      const asked = new URL(url).pathname;
      return asked.startsWith(path) && !spared?.includes(asked);
    };
    page.on("request", (request) => (sent += Number(isMeant(request.url()))));
    // What was read before stands on the page all the while: the answer itself shows that the question is over, and that
    // the next fault cannot meet it.
    const answered = () => page.waitForResponse((response) => response.ok() && isMeant(response.url()));
    for (const { name: case_, fault, told, attempts } of CASES) {
      await test.step(case_, async () => {
        sent = 0;
        await network.fault(
          ...(spared ?? []).map((path) => ({ fault: { kind: "delay" as const, by: 0 }, path })),
          { fault, method: "GET", path },
        );
        const read = told ? undefined : answered();
        await ask(page);
        await (await read)?.finished();
        if (told) {
          await expect(alert(page, words?.[case_] ?? told).first()).toBeVisible();
          await expect.poll(() => sent, "attempts").toBe(attempts);
        }
        await expect(stays(page)).toBeVisible();
        await nothingWaits(page);
        await network.clear();
        if (told) {
          const again = page.getByRole("button", { name: "Prøv igen" });
          const read = answered();
          await ((await again.isVisible()) ? again.click() : ask(page));
          await (await read).finished();
        }
        await expect(well(page).first()).toBeVisible();
        await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
        await nothingWaits(page);
      });
    }
    expect(limits.length).toBeGreaterThan(CASES.length);
    expect(new Set(limits)).toEqual(new Set([LIMIT]));
  });
}

for (const { name, method, path, bare, reach, type, send, again, well, kept, effects } of WRITES) {
  test(`${name}: a write that fails loses nothing, and sent again takes effect once`, async ({ page, network, held }) => {
    test.setTimeout(180_000);
    await reach(page);
    for (const { name: case_, fault, told: usually, bare: whole, write } of CASES) {
      await test.step(case_, async () => {
        const told = bare && whole ? null : usually;
        const word = mark();
        await type(page, held, word);
        const before = await effects(held, word);
        await network.fault({ fault, method, path });
        await send(page);
        if (told) {
          await expect(page.getByRole("main").getByRole("alert")).toContainText(told);
          await expect(well(page)).toHaveCount(0);
          await kept(page, word);
          await nothingWaits(page);
        } else {
          await expect(well(page).first()).toBeVisible();
        }
        expect((await effects(held, word)) - before, "what the database holds").toBe(write.done ? 1 : 0);
        await network.clear();
        if (told) await again(page);
        await expect(well(page).first()).toBeVisible();
        expect((await effects(held, word)) - before, "once").toBe(1);
        await page.reload();
      });
    }
  });
}

test("DeleteText: the page says that a text is gone, is not, or that nobody knows", async ({ page, network, held }) => {
  test.setTimeout(180_000);
  await page.clock.install();
  await openTexts(page);
  for (const { name: case_, fault, told, bare, write } of CASES) {
    await test.step(case_, async () => {
      const word = mark();
      const id = await held.put(`Slettes ${word}`, "x");
      const row = page.getByRole("link", { name: `Slettes ${word}` });
      // By way of the list, loaded again: what it shows afterwards must not depend on whether it was read before the fault.
      const remove = async () => {
        await go(page, `/admin/tekster/${id}`);
        await go(page, "/admin/tekster");
        await search(page).fill(word);
        await row.click();
        await page.getByRole("button", { name: "Slet" }).click();
        await onPage(page, "Dynamiske tekster");
        await search(page).fill(word);
        await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
      };
      await remove();
      await network.fault({ fault, method: "DELETE", path: `${TEXTS_API}/` });
      const sent: string[] = [];
      page.on("request", (request) => request.url().endsWith(id) && sent.push(request.method()));
      await page.clock.fastForward(8_000);
      // Where nothing gets through, the page cannot look whether the text may be deleted, and sends nothing. Where nobody
      // knows, it sends the same deletion again, and then looks whether the text is gone.
      const isCut = fault.kind === "refuse";
      // What is done may be known at once: by the head of an answer, and browsers repeat a deletion that was cut off.
      const isKnown = told === null || bare || write.refused;
      const way = write.done ? /^GET DELETE( DELETE GET)?$/ : isKnown ? /^GET DELETE$/ : /^GET DELETE DELETE GET$/;
      if (fault.kind.startsWith("hang")) {
        // The last read, too, has a time limit: browsers keep it back while a request to its address is open.
        for (const far of ["GET DELETE", "GET DELETE DELETE", "GET DELETE DELETE GET"]) {
          await expect.poll(() => sent.join(" ")).toBe(far);
          await page.clock.fastForward(LIMIT);
        }
      }
      await expect.poll(() => sent.join(" ")).toMatch(isCut ? /^GET GET GET$/ : way);
      const notGone = page.getByText("Teksten blev ikke slettet");
      const nobodyKnows = page.getByText("Vi ved ikke, om teksten blev slettet");
      if (write.refused || isCut) {
        await expect(notGone).toBeVisible();
        await expect(row).toBeVisible();
        expect(await held.texts(word)).toHaveLength(1);
        await network.clear();
        await remove();
        await page.clock.fastForward(8_000);
      } else if (!write.done) {
        await expect(nobodyKnows).toBeVisible();
        await network.clear();
        await page.getByRole("button", { name: "Prøv igen" }).click();
      }
      await expect.poll(() => held.texts(word)).toEqual([]);
      await network.clear();
      await page.reload();
      await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
    });
  }
});
