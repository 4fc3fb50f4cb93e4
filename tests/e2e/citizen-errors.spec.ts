// What goes wrong about a citizen, each told so that the caseworker knows what failed, with whom, and what to do: the
// ten codes of the document, and the failures that have none.
import { CITIZEN, CODES, hyphened } from "./demo";
import { expect, test } from "./fixtures";
import { action, alert, CITIZEN_API, lookUp, sentTo, sheet, signIn } from "./steps";

for (const { cpr, code, title, whose, next, retry } of CODES) {
  test(`code ${code}: ${title}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    const answered = page.waitForResponse(CITIZEN_API);
    await lookUp(page, cpr);
    const { fejlkode, fejltekst } = await (await answered).json();
    expect(fejlkode).toBe(code);

    const told = alert(page, title);
    await expect(told).toContainText(whose ? `Fejlen ligger hos ${whose}. ${next}` : next);
    await expect(told.getByText("Fejlen ligger hos")).toHaveCount(whose ? 1 : 0);
    await expect(told).toContainText(fejltekst);
    await expect(told).toContainText(`Fejlkode ${code}`);
    await expect(sheet(page)).toHaveCount(0);
    await expect(page.getByLabel("CPR-nummer")).toHaveValue(cpr);

    const again = told.getByRole("button", { name: "Prøv igen" });
    await expect(again).toHaveCount(retry ? 1 : 0);
    if (retry) {
      const asked = page.waitForRequest(CITIZEN_API);
      await again.click();
      expect((await asked).headers()["x-civilregistrationidentifier"]).toBe(cpr);
      await expect(told).toBeVisible();
    }
  });
}

for (const [status, body, title, whose] of [
  [500, '{"title":"Intern fejl","status":500}', "Der er en fejl på denne side", "Fejlen ligger hos os."],
  [503, "<html>", "Der er en fejl på denne side", "Fejlen ligger hos os."],
  [504, "", "Svaret kom ikke i tide", "Prøv igen om lidt"],
  [200, "ikke json", "Svaret kunne ikke læses", "Fejlen ligger hos os."],
  [200, '{"integrationslovsdata":{"personnummer":7}}', "Svaret kunne ikke læses", "Fejlen ligger hos os."],
  [502, '{"fejlkode":4242}', "Ukendt fejl", "Fejlen ligger hos STAR."],
] as const) {
  test(`an answer ${status} with ${body || "nothing"}: ${title}`, async ({ page }) => {
    await signIn(page, "sagsbehandler");
    await page.route(CITIZEN_API, (route) => route.fulfill({ status, body, contentType: "application/json" }));
    await lookUp(page, CITIZEN.full);
    await expect(alert(page, title)).toContainText(whose);
    await expect(sheet(page)).toHaveCount(0);
  });
}

test("a broken connection is told, and trying again helps", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await page.route(CITIZEN_API, (route) => route.abort("connectionreset"));
  await lookUp(page, CITIZEN.full);
  const told = alert(page, "Der kom intet svar");
  await expect(told).toBeVisible();
  await page.unroute(CITIZEN_API);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
  await expect(told).toHaveCount(0);
});

test("without a network that is said", async ({ page, context }) => {
  await signIn(page, "sagsbehandler");
  await context.setOffline(true);
  await lookUp(page, CITIZEN.full);
  const told = alert(page, "Du har ingen forbindelse til nettet");
  await expect(told).toContainText("Tjek forbindelsen, og prøv igen.");
  await context.setOffline(false);
  await told.getByRole("button", { name: "Prøv igen" }).click();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
});

test("the browser's word that there is no network stops no call", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "onLine", { value: false }));
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
});

test("fetching again that fails leaves what was fetched before", async ({ page }) => {
  await signIn(page, "sagsbehandler");
  await lookUp(page, CITIZEN.full);
  await expect(sheet(page)).toBeVisible();
  await page.route(CITIZEN_API, (route) => route.fulfill({ status: 500 }));
  await action(page, "Hent igen").click();
  await expect(alert(page, "Der er en fejl på denne side")).toBeVisible();
  await expect(sheet(page)).toContainText(hyphened(CITIZEN.full));
});
