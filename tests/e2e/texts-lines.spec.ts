// Line breaks stay as they are, in both fields and of every kind, whatever is written elsewhere in the text.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { mark, openTexts, putText, textOf } from "./texts-steps";

const text = (page: Page) => page.getByLabel("Tekst", { exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Gem", exact: true }).click();

for (const [name, end] of [["a line feed", "\n"], ["a Windows line ending", "\r\n"], ["a lone carriage return", "\r"]] as const) {
  test(`${name} survives writing elsewhere in the text, and is pointed out`, async ({ page }) => {
    await openTexts(page, "/borger");
    const word = mark();
    const id = await putText(page, `Første${end}${word}`, `En${end}to${end}tre`);
    await page.goto(`/admin/tekster/${id}`);
    await expect(text(page)).toHaveValue(`Første\n${word}`);
    await expect(page.getByText("Linjeskift: 2")).toBeVisible();
    await text(page).press("ControlOrMeta+End");
    await text(page).pressSequentially("!");
    const displayText = page.getByLabel("Visningstekst");
    await displayText.press("ControlOrMeta+Home");
    await displayText.pressSequentially("Nr. ");
    await expect(displayText).toHaveValue("Nr. En\nto\ntre");
    await save(page);
    await expect(page.getByText("Teksten er gemt")).toBeVisible();
    expect(await textOf(page, id)).toMatchObject({ text: `Første${end}${word}!`, displayText: `Nr. En${end}to${end}tre` });
  });
}

test("the caret stays where one writes, among line endings of every kind", async ({ page }) => {
  await openTexts(page, "/borger");
  const id = await putText(page, `Et ${mark()}`, "a\r\nb\rc\nd");
  await page.goto(`/admin/tekster/${id}`);
  const displayText = page.getByLabel("Visningstekst");
  await displayText.press("ControlOrMeta+Home");
  await displayText.press("ArrowDown");
  await displayText.pressSequentially("123");
  await displayText.press("Enter");
  await displayText.pressSequentially("4");
  await expect(displayText).toHaveValue("a\n123\n4b\nc\nd");
  await save(page);
  await expect(page.getByText("Teksten er gemt")).toBeVisible();
  expect(await textOf(page, id)).toMatchObject({ displayText: "a\r\n123\n4b\rc\nd" });
});

test("text that is pasted into “Tekst” keeps its lines", async ({ page }) => {
  await openTexts(page, "/admin/tekster/ny");
  await text(page).fill("En\nto");
  await expect(text(page)).toHaveValue("En\nto");
});
