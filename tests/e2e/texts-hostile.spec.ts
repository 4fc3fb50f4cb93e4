// Texts that would be more than text: markup, addresses that run, signs that turn the writing round or are not seen, and
// very long ones. They are shown as text, to the letter, and what is not seen is made visible.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { TEXTS_API } from "./steps";
import { choose, csv, heap, openImport } from "./texts-exchange";
import { changeText, mark, openTexts, putText, rows, textOf } from "./texts-steps";

const HOSTILE: [string, string][] = [
  ["a script", "<script>globalThis.ran = true</script>"],
  ["an image with a handler", '<img src=x onerror="globalThis.ran = true">'],
  ["a frame", '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>'],
  ["an address that runs", "javascript:globalThis.ran=true//"],
  ["a template", "{{constructor.constructor('globalThis.ran = true')()}} ${7*7}"],
  ["references", "&lt;b&gt; &amp; &#0; &#x202e;"],
  ["the writing turned round", "\u202eandesle\u202c og \u2067isoleret\u2069"],
  ["signs of no width", "a\u200b\u200c\u2060\ufeffb"],
  ["NUL and other control characters", "a\u0000b\u0007c\u001b[31md\u007f"],
  ["no character of Unicode's", "a\ufffe\uffffb"],
  ["many marks on one letter", `Z${"\u0351\u0327".repeat(200)}`],
];

/** Fails when something of a text has become more than text. */
async function onlyText(page: Page): Promise<void> {
  await expect(page.locator("main").locator("script, img, iframe, object, embed, base, meta, style")).toHaveCount(0);
  const addresses = await page.locator("main a").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
  expect(addresses.filter((protocol) => !protocol.startsWith("http"))).toEqual([]);
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
}

for (const [name, hostile] of HOSTILE) {
  test(`${name}: in the list, the editor, the preview and the plan of a file it is text`, async ({ page }) => {
    await openTexts(page);
    const word = mark();
    const id = await putText(page, `${word} ${hostile}`, hostile);
    expect(await textOf(page, id)).toMatchObject({ text: `${word} ${hostile}`, displayText: hostile });

    await page.goto(`/admin/tekster?soeg=${word}`);
    const link = page.getByRole("grid").getByRole("link").first();
    await expect(link).toBeVisible();
    expect(await link.evaluate((element) => element.textContent)).toBe(`${word} ${hostile}`);
    // Whatever a text does to the order of signs ends with it.
    expect(await link.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe("isolate");
    expect(await rows(page)).toHaveLength(1);
    await onlyText(page);

    await link.click();
    await expect(page.getByLabel("Visningstekst")).toHaveValue(hostile);
    const preview = page.getByRole("heading", { name: "Sådan vises teksten" }).locator("+ p");
    expect(await preview.evaluate((element) => element.textContent)).toBe(hostile);
    await onlyText(page);

    await page.goto("/admin/tekster/import");
    await choose(page, "fjendtlig.csv", csv([[id, `${word} ${hostile}`, `${hostile}!`, "", ""]]).replaceAll("\u0000", "?"));
    await expect((await heap(page, "Ændres", 1)).first()).toContainText(word);
    await onlyText(page);
  });
}

test("a text is written in the direction of its own script", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `مرحبا ${word}`, "مرحبا بكم في الدنمارك.");
  const direction = (of: Element) => getComputedStyle(of).direction;
  await page.goto(`/admin/tekster?soeg=${word}`);
  const cells = page.getByRole("grid").locator("tbody tr[aria-rowindex] td");
  await expect(cells.filter({ hasText: "الدنمارك" })).toHaveCount(1);
  expect(await cells.filter({ hasText: "الدنمارك" }).evaluate(direction)).toBe("rtl");
  await page.goto(`/admin/tekster/${id}`);
  for (const field of [page.getByLabel("Tekst", { exact: true }), page.getByLabel("Visningstekst")]) {
    await expect(field).not.toBeEmpty();
    expect(await field.evaluate(direction)).toBe("rtl");
  }
  expect(await page.locator(".prewrap.card-box").evaluate(direction)).toBe("rtl");
});

test("a text of a mebibyte is listed, opened and shown, and one that is longer is refused in words", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const long = "<b>æ</b> ".repeat(100_000).trim();
  const id = await putText(page, `${word} lang`, long);
  await page.goto(`/admin/tekster?soeg=${word}`);
  await page.getByRole("link", { name: `${word} lang` }).click();
  await expect(page.getByLabel("Visningstekst")).toHaveValue(long);
  await onlyText(page);
  await page.getByLabel("Visningstekst").fill(`${long}${long}`);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByText("Teksten er gemt")).toHaveCount(0);
  expect(await textOf(page, id)).toMatchObject({ displayText: long });
});

test("a text of a mebibyte full of what is pointed out draws no more than one can read", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const long = "a\u{200b}b\t".repeat(130_000);
  const id = await putText(page, `${word} lang`, long);
  await page.goto(`/admin/tekster/${id}`);
  const elements = () => page.evaluate(() => document.querySelectorAll("main *").length);
  await expect(page.locator(".prewrap.card-box")).toContainText("(resten er for lang til at blive vist her)");
  expect(await elements()).toBeLessThan(2_500);
  await expect(page.getByText("Usynlige tegn: 130.000")).toBeVisible();
  await changeText(page, id, `${word} lang`, `en kollegas ${long}`);
  await page.getByLabel("Visningstekst").press("ControlOrMeta+End");
  await page.getByLabel("Visningstekst").pressSequentially("!");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("En anden har ændret teksten, mens du skrev")).toBeVisible();
  expect(await elements()).toBeLessThan(10_000);
});

test("texts that end like an object of JSON leave the list readable", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  // Longer than what is parsed in one go, and a template that breaks off, many times.
  await putText(page, `Lang ${word}`, `${"a".repeat(60_000)}},{`);
  for (let number = 0; number < 20; number += 1) await putText(page, `Nr. ${number} ${word}`, `${"b".repeat(5_000)} },{`);
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect(page.getByRole("grid").getByRole("link", { name: `Lang ${word}` })).toBeVisible();
  await expect(page.getByText(/^21 af /)).toBeVisible();
});

test("half a sign in JSON is refused, and nothing of it is kept", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const answer = await page.request.post(`${TEXTS_API}/create`, {
    headers: { "x-requestId": randomUUID(), "content-type": "application/json" },
    data: Buffer.from(`{"text":"${word} \\ud800","displayText":"x"}`),
  });
  expect(answer.status()).toBe(400);
  await page.reload();
  await page.goto(`/admin/tekster?soeg=${word}`);
  await expect(page.getByText("Ingen tekster svarer til søgningen")).toBeVisible();
  // What is pasted into a field is made whole by the browser, as everywhere.
  await openImport(page);
  await choose(page, "halv.json", Buffer.from(`[{"text":"${word} \\ud800","displayText":"x"}]`));
  await expect(page.getByRole("main").getByRole("alert").or(page.getByRole("heading", { name: "Planen" }))).toBeVisible();
  await onlyText(page);
});
