// The first minute of somebody who tries the product: whom to sign in as, and whom to look up.
import { CITIZEN, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, chooseUser, onPage, sheet, signIn, signInAs } from "./steps";

test("each demo user is shown with organisation and permissions, and who was last comes first", async ({ page }) => {
  await page.goto("/");
  const users = page.getByRole("list", { name: "Demobrugere" }).getByRole("listitem");
  await expect(users).toHaveCount(5);
  const caseworker = users.filter({ hasText: "Mette Åkjær" });
  await expect(caseworker).toContainText("Jobcenter Østervang (Jobcenter)");
  await expect(caseworker).toContainText("Kan læse borgerens data, hente PDF og overføre");
  await expect(users.filter({ hasText: "Poul Erik" })).toContainText("Har ikke adgang til noget");
  await expect(users.first()).toContainText("Ingrid Søgaard");
  await chooseUser(page, "anden-aktoer");
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(users.first()).toContainText("Samira Lind");
  await page.reload();
  await expect(users.first()).toContainText("Samira Lind");
});

test("two clicks lead from the start page to a citizen, whose number is nowhere before", async ({ page }) => {
  await page.goto("/");
  await signInAs(page, "sagsbehandler").click();
  await onPage(page, "Integrationslovsdata");
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
  const offered = page.getByRole("region", { name: "Prøv med en demoborger" });
  await expect(offered.getByRole("button")).toHaveCount(8);
  expect(await page.content()).not.toContain(CITIZEN.full);
  await offered.getByRole("button", { name: "Alle felter er udfyldt" }).click();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await expect(page.getByLabel("CPR-nummer")).toHaveValue(hyphened(CITIZEN.full));
  await expect(offered).toHaveCount(0);
  await action(page, "Ryd").click();
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
  await expect(offered).toBeVisible();
});

test("without demo people there are none to try, and nobody asks for them", async ({ page }) => {
  await page.route("/session", async (route) => {
    const answer = await route.fetch();
    const { demo: _, ...session } = await answer.json();
    await route.fulfill({ response: answer, json: session });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await signIn(page, "sagsbehandler");
  await onPage(page, "Integrationslovsdata");
  await expect(page.getByLabel("CPR-nummer")).toBeFocused();
  await expect(page.getByText("Prøv med en demoborger")).toHaveCount(0);
  expect(asked.filter((url) => url.includes("demo-citizens"))).toEqual([]);
});
