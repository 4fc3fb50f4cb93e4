// The longest piece of work in which the page cannot answer, and how long the whole takes: 100,000 texts out and in
// again, and 10,000 moved. A measurement, not a test: it says what it found. `cargo xtask bench`.
import { expect, test } from "../fixtures";
import { onPage } from "../steps";
import { choose, exported, heap, moveChosen, watchLongTasks } from "../texts-exchange";
import { allBox, counts, openTexts, search } from "../texts-steps";

test.use({ flags: "--demo-texts 100000" });
test.setTimeout(900_000);

test("a hundred thousand texts at once", async ({ page }) => {
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const longest = await watchLongTasks(page);
    const begun = Date.now();
    const answer = await work();
    const seconds = ((Date.now() - begun) / 1000).toFixed(1).padStart(7);
    console.log(`${what.padEnd(40)}${seconds} s   longest piece of work ${(await longest()).toFixed(0)} ms`);
    return answer;
  };
  await openTexts(page);
  await counts(page, 100_000, 100_000);
  await timed("100,000 texts loaded again", async () => {
    await page.getByRole("link", { name: "Borger" }).click();
    await onPage(page, "Integrationslovsdata");
    await page.getByRole("link", { name: "Dynamiske tekster" }).first().click();
    await counts(page, 100_000, 100_000);
  });
  const { bytes } = await timed("100,000 texts out as CSV", () => exported(page, /^Alle tekster som CSV/));
  await timed("100,000 texts out as JSON", () => exported(page, /^Alle tekster som JSON/));
  await page.getByRole("link", { name: "Importér", exact: true }).click();
  await onPage(page, "Importér tekster");
  await timed("100,000 rows planned", async () => {
    await choose(page, "alle.csv", bytes);
    await heap(page, "Uændrede", 100_000);
  });
  await page.getByRole("link", { name: "Dynamiske tekster" }).first().click();
  await counts(page, 100_000, 100_000);
  // About ten thousand have it in their numbers.
  await search(page).fill("12");
  await expect(page.locator("main [role=status][aria-busy=true]")).toHaveCount(0);
  await timed("all found chosen", async () => {
    await allBox(page).click();
    await expect(page.getByLabel("Flyt de valgte til")).toBeVisible();
  });
  const chosen = await page.getByText(/^[\d.]+ valgte?$/).first().textContent();
  await timed(`moved (${chosen})`, async () => {
    await moveChosen(page, "Uden gruppe");
    await expect(page.getByRole("heading", { level: 2, name: "Færdig" })).toBeVisible({ timeout: 600_000 });
  });
});
