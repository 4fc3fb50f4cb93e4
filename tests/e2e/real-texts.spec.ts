// Texts that a service sends incomplete: each is a row that one can open, repair and delete, and hides no other.
import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { onPage, TEXTS_API } from "./steps";
import { allGroups, mark, openTexts, putText, search, table, textOf } from "./texts-steps";

test("a text without its texts is marked, opened and repaired, and its group may have no name", async ({ page }) => {
  await openTexts(page);
  const word = mark();
  const id = await putText(page, `Hel ${word}`, "Vises");
  const [group] = await allGroups(page);
  const nameless = { externalIdentifier: group?.externalIdentifier };
  const odd = { externalIdentifier: id.toUpperCase(), text: "", displayText: null, group: nameless };
  const whole = { externalIdentifier: randomUUID(), text: `Anden ${word}`, displayText: "Vises også" };
  await page.route(TEXTS_API, (route) => route.fulfill({ json: [odd, whole] }));
  await page.route(`${TEXTS_API}/${id}`, (route) => route.fulfill({ json: odd }));
  await page.reload();
  await expect(table(page).getByRole("link")).toHaveText(["(mangler)", `Anden ${word}`]);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("grid").getByRole("link").first()).toHaveText("(missing)");
  await page.getByRole("button", { name: "Dansk" }).click();
  await search(page).fill("Anden");
  await expect(table(page).getByRole("link")).toHaveCount(1);
  await search(page).fill("");

  await table(page).getByRole("link", { name: "(mangler)" }).click();
  await page.getByLabel("Tekst", { exact: true }).fill(`Repareret ${word}`);
  await page.getByLabel("Visningstekst").fill("Vises igen");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await onPage(page, "Dynamiske tekster");
  expect(await textOf(page, id)).toMatchObject({ text: `Repareret ${word}`, displayText: "Vises igen" });
});
