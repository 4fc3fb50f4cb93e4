// Groups that only texts still have, and groups that are gone.
import { expect, test } from "./fixtures";
import { TEXTS_API } from "./steps";
import { choose, chosenGroup, group, openTexts, rows } from "./texts-steps";

const OLD = { externalIdentifier: "00000000-0000-4000-8000-00000000000a", name: "Nedlagt gruppe" };
const TEXT = { externalIdentifier: "00000000-0000-4000-8000-00000000000b", text: "Gammel", displayText: "x", group: OLD };

test("a group that only a text still has can be filtered by, and is told in the form", async ({ page }) => {
  await page.route(`**${TEXTS_API}`, (route) => route.fulfill({ json: [TEXT, { ...TEXT, externalIdentifier: OLD.externalIdentifier, group: undefined }] }));
  await page.route(`**${TEXTS_API}/${TEXT.externalIdentifier}`, (route) => route.fulfill({ json: TEXT }));
  await openTexts(page);
  await choose(page, "Nedlagt gruppe");
  await expect.poll(() => rows(page)).toEqual([["Gammel", "x", "Nedlagt gruppe"]]);
  await page.getByRole("grid").getByRole("link").click();
  await expect(group(page).getByRole("option", { selected: true })).toHaveText("Nedlagt gruppe (findes ikke længere)");
});

test("a link to a group that is gone says so", async ({ page }) => {
  await openTexts(page, `/admin/tekster?gruppe=${OLD.externalIdentifier}`);
  await expect(page.getByText("Gruppen findes ikke længere").last()).toBeVisible();
  await expect(chosenGroup(page)).toHaveText("Gruppen findes ikke længere 0");
  await page.getByRole("link", { name: "Vis alle tekster" }).click();
  await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(5);
});
