// The search that goes along with every journey finds what is put in each of the places that it looks at.
import { CITIZEN } from "./demo";
import { expect, test } from "./fixtures";
import { lookThrough } from "./leaks";
import { lookUp, sheet, signIn } from "./steps";

const CPR = CITIZEN.full;
const SENTENCE = "Har haft astma siden barndommen, som er velbehandlet";

const PLACES: [string, (secret: string) => unknown][] = [
  ["an address that was asked for", (secret) => fetch(`/?x=${encodeURIComponent(secret)}`)],
  ["the header x-test", (secret) => fetch("/", { headers: { "x-test": encodeURIComponent(secret) } })],
  ["the console", (secret) => console.log(secret)],
  ["an address", (secret) => history.pushState(null, "", `?x=${encodeURIComponent(secret)}`)],
  ["history", (secret) => history.replaceState({ secret }, "")],
  ["the title", (secret) => void (document.title = secret)],
  ["the window's name", (secret) => void (window.name = secret)],
  ["localStorage", (secret) => localStorage.setItem("x", secret)],
  ["sessionStorage", (secret) => sessionStorage.setItem("x", secret)],
  ["IndexedDB", (secret) => new Promise((opened) => (indexedDB.open(secret).onsuccess = opened))],
  ["caches", async (secret) => (await caches.open("x")).put(`/?x=${encodeURIComponent(secret)}`, new Response())],
  ["a cookie", (secret) => void (document.cookie = `x=${encodeURIComponent(secret)}`)],
];

for (const [where, put] of PLACES) {
  test(`found in ${where}`, async ({ page, watch }) => {
    await signIn(page, "sagsbehandler");
    await lookUp(page, CPR);
    await expect(sheet(page)).toContainText(SENTENCE);
    await lookThrough(page, watch.leaks);
    expect(watch.leaks.found).toEqual([]);
    for (const secret of [CPR, `${CPR.slice(0, 6)}-${CPR.slice(6)}`, SENTENCE]) {
      await page.evaluate(put, secret);
      await lookThrough(page, watch.leaks);
      const found = watch.leaks.found.splice(0);
      expect(found.some((leak) => leak.endsWith(` in ${where}`)), `${secret}: ${found.join("; ")}`).toBe(true);
    }
    // Away with it, before the search that ends every journey.
    await page.evaluate(() => {
      [document.title, window.name] = ["", ""];
      localStorage.removeItem("x");
      sessionStorage.clear();
    });
    await page.context().clearCookies();
    await page.goto("about:blank");
    watch.leaks.found.splice(0);
  });
}

test("found in the technical log", ({ secrets, backend }) => {
  expect(secrets.in(`${backend.log()} cpr=${CPR}`)).toEqual([CPR]);
  expect(secrets.in(`${backend.log()} ${SENTENCE}`)).not.toEqual([]);
});
