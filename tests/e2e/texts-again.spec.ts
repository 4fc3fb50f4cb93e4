// The list is revalidated on every visit: once, and only what has changed is sent.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { allBox, allTexts, counts, mark, openTexts, putText, table } from "./texts-steps";

const LIST = new RegExp(`${TEXTS_API}$`);
const menu = (page: Page, name: string) => page.getByRole("navigation", { name: "Hovedmenu" }).getByRole("link", { name });

async function away(page: Page): Promise<void> {
  await menu(page, "Borger").click();
  await onPage(page, "Integrationslovsdata");
}

test("it is there at once, and what is news comes after it", async ({ page }) => {
  await openTexts(page);
  const { length } = await allTexts(page);
  await counts(page, length, length);
  await away(page);
  await putText(page, `Ny ${mark()}`, "x");
  let go = () => {};
  const held = new Promise<void>((free) => (go = free));
  await page.route(LIST, async (route) => {
    await held;
    return route.fallback();
  });
  await menu(page, "Dynamiske tekster").click();
  await counts(page, length, length);
  go();
  await counts(page, length + 1, length + 1);
});

test("where reading it again fails, the list of before can still be worked with", async ({ page }) => {
  await openTexts(page);
  const { length } = await allTexts(page);
  await counts(page, length, length);
  await away(page);
  await page.route(LIST, (route) => route.fulfill({ status: 500 }));
  await menu(page, "Dynamiske tekster").click();
  await expect(page.getByRole("alert")).toContainText("Der er en fejl på denne side");
  await allBox(page).check();
  await expect(page.getByText(`${length} valgte`, { exact: true })).toBeVisible();
});

test("a version that was read before is not read again, but for what was changed here since", async ({ page }) => {
  await openTexts(page);
  const texts = await allTexts(page);
  await counts(page, texts.length, texts.length);
  // Somebody else's list under the same version: only who reads it would show it.
  await page.route(LIST, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: texts.slice(0, 3) });
  });
  const again = async () => {
    await away(page);
    const read = page.waitForResponse(LIST);
    await menu(page, "Dynamiske tekster").click();
    await (await read).finished();
  };
  await again();
  await counts(page, texts.length, texts.length);
  // Saved here: the version may be what it was, and the texts are not.
  await table(page).getByRole("link").first().click();
  await page.getByLabel("Visningstekst").fill("Andet");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  await again();
  await counts(page, 3, 3);
});

test("reading that nobody waits for is called off", async ({ page }) => {
  await openTexts(page);
  await expect(table(page)).toBeVisible();
  await away(page);
  await page.route(LIST, () => {});
  for (let n = 0; n < 3; n += 1) {
    const asked = page.waitForRequest(LIST);
    await menu(page, "Dynamiske tekster").click();
    await asked;
    const off = page.waitForEvent("requestfailed", (request) => LIST.test(request.url()));
    await away(page);
    expect((await off).failure()?.errorText).toContain("ABORTED");
  }
});
