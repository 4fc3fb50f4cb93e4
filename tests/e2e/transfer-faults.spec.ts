// A transfer over a network that fails in every way: the user always knows whether it happened, or that nobody does;
// and whatever happened, it took effect once.
import type { Page } from "@playwright/test";
import { CITIZEN } from "./demo";
import { type Fault, type FaultProxy, startFaultProxy } from "./fault-proxy";
import { expect, test as base } from "./fixtures";
import { shortenLimits } from "./limits";
import { action, alert, lookUp, sheet, signIn, TRANSFER_API } from "./steps";

const test = base.extend<object, { network: FaultProxy }>({
  network: [
    async ({ backend }, use) => {
      const proxy = await startFaultProxy(backend.origin);
      await use(proxy);
      proxy.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ network }, use) => use(network.origin),
});

const NOBODY_KNOWS = "Vi ved ikke, om overførslen nåede frem";

async function transfer(page: Page, how: "click" | "dblclick" | "Enter twice"): Promise<void> {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await action(page, "Overfør").click();
  const button = page.getByRole("dialog").getByRole("button", { name: "Overfør", exact: true });
  if (how === "click") await button.click();
  if (how === "dblclick") await button.dblclick();
  if (how === "Enter twice") {
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  }
}

async function reached(network: FaultProxy): Promise<number> {
  const seen = (await network.seen()).filter((request) => request.path === TRANSFER_API);
  return seen.reduce((sum, request) => sum + request.forwarded, 0);
}

test.afterEach(({ network }) => network.clear());

for (const how of ["dblclick", "Enter twice"] as const) {
  test(`${how}: one request`, async ({ page, network }) => {
    const before = await reached(network);
    await transfer(page, how);
    await expect(page.getByText("Overførslen er modtaget")).toBeVisible();
    expect((await reached(network)) - before).toBe(1);
  });
}

type Case = { name: string; fault: Fault; reason: string; settled: "now" | "before" };

/** What befalls the first attempt, what is said of it, and whether the second finds that it had arrived. */
const UNKNOWN: Case[] = [
  { name: "cut before it is sent", fault: { kind: "reset-before-body" }, reason: "Der kom intet svar", settled: "now" },
  { name: "cut after it arrived", fault: { kind: "lose-answer" }, reason: "Der kom intet svar", settled: "before" },
  { name: "cut in the answer's head", fault: { kind: "reset-after-head" }, reason: "", settled: "before" },
  { name: "answered 500", fault: { kind: "answer", status: 500 }, reason: "Der er en fejl på denne side", settled: "now" },
  { name: "answered 502", fault: { kind: "answer", status: 502 }, reason: "Der er en fejl på denne side", settled: "now" },
  { name: "answered 504", fault: { kind: "answer", status: 504 }, reason: "Svaret kom ikke i tide", settled: "now" },
  {
    name: "answered by somebody else's text",
    fault: { kind: "answer", status: 200, headers: { "content-type": "text/plain" }, body: "Wi-Fi" },
    reason: "Svaret kunne ikke læses",
    settled: "now",
  },
];

for (const { name, fault, reason, settled } of UNKNOWN) {
  test(`${name}: nobody knows, and trying again settles it`, async ({ page, network }) => {
    await network.fault({ fault, method: "POST", path: TRANSFER_API, times: 1 });
    await transfer(page, "click");
    // An answer whose head came through said 200: that is all there is to know.
    const received = page.getByText("Overførslen er modtaget");
    await expect(alert(page, NOBODY_KNOWS).or(received)).toBeVisible();
    if (reason === "" && (await received.isVisible())) return;
    await expect(alert(page, NOBODY_KNOWS)).toContainText(reason);
    await expect(page.getByText("Overførslen er ikke gennemført")).toHaveCount(0);
    await expect(page.getByText("Overfører …")).toHaveCount(0);
    await alert(page, NOBODY_KNOWS).getByRole("button", { name: "Prøv igen" }).click();
    const told = settled === "now" ? "Overførslen er modtaget" : "Overførslen var allerede modtaget";
    await expect(page.getByText(told)).toBeVisible();
  });
}

for (const [status, title] of [
  [400, "Oplysningerne blev ikke godkendt"],
  [403, "Du har ikke adgang"],
  [404, "Forespørgslen blev afvist"],
  [429, "Der kom for mange forespørgsler på kort tid"],
] as const) {
  test(`answered ${status}: it has not happened`, async ({ page, network }) => {
    const fault: Fault = { kind: "answer", status, body: JSON.stringify({ status }) };
    await network.fault({ fault, method: "POST", path: TRANSFER_API, times: 1 });
    await transfer(page, "click");
    await expect(page.getByText("Overførslen er ikke gennemført")).toBeVisible();
    await expect(alert(page, title)).toContainText("Anmodnings-id");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
}

test("answered 412: it had been received", async ({ page, network }) => {
  await network.fault({ fault: { kind: "answer", status: 412 }, method: "POST", path: TRANSFER_API, times: 1 });
  await transfer(page, "click");
  await expect(page.getByText("Overførslen var allerede modtaget")).toBeVisible();
});

test("sent twice on its way: it took effect once, and is received", async ({ page, network, backend }) => {
  await network.fault({ fault: { kind: "duplicate" }, method: "POST", path: TRANSFER_API, times: 1 });
  const before = backend.log().length;
  await transfer(page, "click");
  await expect(page.getByText(/Overførslen (er|var allerede) modtaget/)).toBeVisible();
  const log = backend.log().slice(before);
  expect(log.match(/transfer 200/g)).toHaveLength(1);
});

test("no answer at all: after a minute nobody knows, and trying again settles it", async ({ page, network, context }) => {
  const limits = await shortenLimits(context);
  await network.fault({ fault: { kind: "hang-after-effect" }, method: "POST", path: TRANSFER_API, times: 1 });
  await transfer(page, "click");
  const told = alert(page, NOBODY_KNOWS);
  await expect(told).toContainText("Svaret kom ikke i tide");
  expect(limits.at(-1)).toBe(60_000);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(page.getByText("Overførslen var allerede modtaget")).toBeVisible();
});
