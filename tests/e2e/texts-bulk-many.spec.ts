// A hundred thousand texts: they go out, come in again and are planned, and thousands are deleted, while the page
// answers all the time.
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { choose, exported, heap, moveChosen, openImport, watchLongTasks } from "./texts-exchange";
import { chooseAll, counts, openTexts } from "./texts-steps";

test.use({ flags: "--demo-texts 100000" });

// What nobody takes for a frozen page, in milliseconds, on a machine that does much else. `cargo xtask bench` measures.
const FREE = 1_000;

test("a hundred thousand go out and are planned again, in steps", async ({ page }) => {
  test.setTimeout(240_000);
  await openTexts(page);
  await counts(page, 100_000, 100_000);
  const outgoing = await watchLongTasks(page);
  const { bytes } = await exported(page, /^Alle tekster som CSV/);
  expect(await outgoing()).toBeLessThan(FREE);
  expect(bytes.toString().match(/\r\n/g)?.length).toBeGreaterThan(100_000);

  // One row says otherwise, one is new, one is wrong.
  const lines = bytes.toString().split("\r\n");
  lines[1] = lines[1]?.replace(/^("[^"]*";"[^"]*";")/, "$1Ændret: ") ?? "";
  const file = [...lines.slice(0, -1), '"";"Ny";"x";"";""', '"x";"Forkert";"x";"";""', ""].join("\r\n");
  await page.getByRole("link", { name: "Importér", exact: true }).click();
  await onPage(page, "Importér tekster");
  const incoming = await watchLongTasks(page);
  await choose(page, "alle.csv", file);
  await expect(page.getByRole("progressbar", { name: "Læser filen" })).toBeVisible();
  await expect(await heap(page, "Ændres", 1)).toContainText(["Ændret: "], { timeout: 120_000 });
  await heap(page, "Nye", 1);
  await expect(await heap(page, "Fejl, som springes over", 1)).toHaveText(["Linje 100003: Id'et er ikke et gyldigt id"]);
  // Fifty at a time, however many there are.
  const same = await heap(page, "Uændrede", 99_999);
  await expect(same).toHaveCount(50);
  await expect(page.getByText("1–50 af 99.999")).toBeVisible();
  await page.getByRole("button", { name: "Næste" }).click();
  await expect(page.getByText("51–100 af 99.999")).toBeVisible();
  await expect(same.first()).toHaveText("Linje 53");
  expect(await incoming()).toBeLessThan(FREE);
});

test('reading can be stopped', async ({ page }) => {
  await openImport(page);
  await page.route(`**${TEXTS_API}`, () => {});
  await choose(page, "alle.csv", "text;displayText\r\na;b\r\n");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Planen" })).toHaveCount(0);
});

test("a hundred thousand are chosen and sent, and stopped at once", async ({ page }) => {
  test.setTimeout(120_000);
  await openTexts(page);
  await counts(page, 100_000, 100_000);
  await chooseAll(page, "100.000");
  const longest = await watchLongTasks(page);
  await moveChosen(page, "Uden gruppe");
  await expect(page.getByText(/^\d+ af 100\.000, ca\. .* tilbage$/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("heading", { name: "Stoppet" })).toBeVisible();
  expect(await longest()).toBeLessThan(FREE);
});
