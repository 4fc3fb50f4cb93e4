// "Dine sessioner": a user sees where they are signed in, and can end what they left open elsewhere.
import { request as http } from "@playwright/test";
import { expect, test } from "./fixtures";
import { onPage, signIn } from "./steps";

async function elsewhere(baseURL: string | undefined) {
  const other = await http.newContext({ baseURL });
  expect((await other.post("/session", { data: { user: "kommune" } })).status()).toBe(200);
  return other;
}

test("another session can be ended, and all others at once", async ({ page, baseURL }) => {
  await signIn(page, "kommune");
  const others = [await elsewhere(baseURL), await elsewhere(baseURL), await elsewhere(baseURL)];
  await page.getByRole("link", { name: "Dine sessioner" }).click();
  await onPage(page, "Dine sessioner");
  await expect(page).toHaveTitle("Dine sessioner – Integrationslov");
  const list = page.getByRole("list", { name: "Dine sessioner" });
  const own = list.getByRole("listitem").filter({ hasText: "Denne browser" });
  await expect(own).toContainText(/Logget ind \d+\. \S+ \d{4} kl\. \d\d\.\d\d/);
  await expect(own.getByRole("button")).toHaveCount(0);
  const before = await list.getByRole("listitem").count();
  expect(before).toBeGreaterThanOrEqual(4);

  const statuses = async () => Promise.all(others.map(async (other) => (await other.get("/session")).status()));
  await list.getByRole("button", { name: /^Afslut sessionen fra/ }).first().click();
  await expect(page.getByText("Afsluttet")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(before - 1);
  expect((await statuses()).filter((status) => status === 401)).toHaveLength(1);

  await page.getByRole("button", { name: "Afslut alle andre" }).click();
  await expect(page.getByText("Du er ikke logget ind andre steder.")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  expect(await statuses()).toEqual([401, 401, 401]);
  await expect(page.getByRole("banner")).toContainText("Poul Erik");
  for (const other of others) await other.dispose();
});

test("where the sessions cannot be read or ended, that is said", async ({ page, baseURL }) => {
  await signIn(page, "kommune");
  const other = await elsewhere(baseURL);
  await page.route("/session/all", (route) => route.fulfill({ status: 500 }));
  await page.goto("/sessioner");
  await expect(page.getByRole("alert")).toContainText("Der er en fejl på denne side");
  await page.unroute("/session/all");
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await page.route("/session/others", (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "Afslut alle andre" }).click();
  await expect(page.getByRole("alert")).toContainText("Der kom intet svar");
  expect((await other.get("/session")).status()).toBe(200);
  await other.dispose();
});
