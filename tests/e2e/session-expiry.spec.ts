// The session's own end: the backend's thirty minutes, a warning five before them, and a way to stay.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, sentTo, signIn, signInAs } from "./steps";

const MINUTE = 60_000;
const START = new Date("2026-03-05T09:00:00+01:00");

async function writing(page: Page): Promise<void> {
  await page.clock.install({ time: START });
  await signIn(page, "star-admin", "/admin/tekster/ny");
  await page.clock.pauseAt(new Date(START.getTime() + MINUTE));
  await page.getByLabel("Visningstekst").fill("Halvvejs");
  await page.mouse.move(5, 5);
}

const warning = (page: Page) => page.getByRole("dialog", { name: "Du bliver snart logget ud" });

test("five minutes before the end there is a warning that tells when, and one may stay", async ({ page }) => {
  await writing(page);
  await page.clock.runFor(24 * MINUTE);
  await expect(warning(page)).toBeHidden();
  await page.clock.runFor(90_000);
  await expect(warning(page)).toBeVisible();
  await expect(warning(page)).toContainText("kl. 09.31");
  const sent = sentTo(page, "/session");
  await page.keyboard.press("Enter");
  await expect(warning(page)).toBeHidden();
  await expect.poll(() => sent.length).toBe(1);
  await page.clock.runFor(20 * MINUTE);
  await expect(warning(page)).toBeHidden();
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs");
});

test("an absent user is signed out, and comes back to what was written", async ({ page }) => {
  await writing(page);
  await page.clock.runFor(30 * MINUTE);
  // The backend has its own clock, which the test cannot turn.
  await page.request.delete("/session");
  // Not much further: what is asked then has a time limit by the same clock.
  await page.clock.runFor(40_000);
  await onPage(page, "Du er blevet logget ud");
  await expect(page.getByLabel("Visningstekst")).toBeHidden();
  await signInAs(page, "star-admin").click();
  await onPage(page, "Ny tekst");
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs");
  await page.clock.runFor(MINUTE);
  await onPage(page, "Ny tekst");
});

test("a user who writes for long without sending anything keeps the session", async ({ page }) => {
  await writing(page);
  const sent = sentTo(page, "/session");
  for (let minutes = 0; minutes < 60; minutes += 5) {
    await page.getByLabel("Visningstekst").press("x");
    await page.clock.runFor(5 * MINUTE);
  }
  await expect(warning(page)).toBeHidden();
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(sent.length).toBeLessThanOrEqual(13);
});

test("a use in another tab counts", async ({ page, context }) => {
  // Both tabs live by the one clock of their context.
  await writing(page);
  const reported = page.waitForResponse("**/session");
  // This tab has reported its own use before the other one is there: a message that came late would be taken for a use
  // at the very time at which the other tab is used.
  await context.clock.runFor(30_000);
  await reported;
  const other = await context.newPage();
  await other.goto("/admin/tekster");
  const search = other.getByLabel("Søg i tekster");
  await search.fill("a");
  await context.clock.runFor(20 * MINUTE);
  await expect(search).toHaveValue("a");
  // The other tab is used, and tells so.
  const told = other.waitForResponse("**/session");
  await search.press("b");
  await context.clock.runFor(MINUTE);
  await told;
  // Unused itself for more than half an hour by now, this tab goes by the other.
  await context.clock.runFor(12 * MINUTE);
  await expect(warning(page)).toBeHidden();
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs");
  await context.clock.runFor(14 * MINUTE);
  await expect(warning(page)).toBeVisible();
});

test("a tab that slept asks the backend first, and ends nobody's session", async ({ page }) => {
  await writing(page);
  const deletions: string[] = [];
  page.on("request", (request) => request.method() === "DELETE" && deletions.push(request.url()));
  const sent = sentTo(page, "/session");
  await page.clock.fastForward(40 * MINUTE);
  await expect.poll(() => sent.length).toBe(1);
  await expect(page.getByLabel("Visningstekst")).toHaveValue("Halvvejs");
  await expect(page.getByLabel("Visningstekst")).toBeVisible();
  expect(deletions).toEqual([]);
  expect((await page.request.get("/session")).status()).toBe(200);
});

test("the end that no use puts off is announced five minutes before", async ({ page }) => {
  await page.clock.install({ time: START });
  const end = START.getTime() + 10 * MINUTE;
  let isRunning = false;
  await page.route("**/session", async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    // What is asked while the clock runs would be answered at another time than it was asked.
    if (isRunning) return;
    const answer = await route.fetch();
    return route.fulfill({ response: answer, json: { ...(await answer.json()), secondsLeft: (end - START.getTime()) / 1000 } });
  });
  await signIn(page, "star-admin", "/admin/tekster/ny");
  const notice = page.getByText("Gem det, du er i gang med. Du skal logge ind igen: kl. 09.10");
  isRunning = true;
  await page.clock.pauseAt(new Date(START.getTime() + 4 * MINUTE));
  await expect(notice).toHaveCount(0);
  await page.clock.runFor(90_000);
  await expect(notice).toBeVisible();
});
