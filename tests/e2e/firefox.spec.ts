// The caseworker's journey in Firefox: the same site under the same policy.
import { expect, test } from "./fixtures";
import { Firefox } from "./webdriver";

test.describe.configure({ timeout: 180_000 });

test("from signing in to the data and a receipt, under the policy, which Firefox enforces", async ({ backend }) => {
  const firefox = await Firefox.start();
  try {
    await firefox.open(backend.origin);
    await firefox.run(`() => {
      window.broken = [];
      addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective + " " + event.blockedURI));
    }`);
    await firefox.click("//button[contains(., 'Mette Åkjær')]");
    await firefox.type("//input[@id='cpr-nummer']", "290201-1234\uE007");
    expect(await firefox.text("//div[@class='citizen-who']")).toContain("290201-1234");
    await firefox.click("//button[.='Overfør']");
    await firefox.click("//dialog[@open]//button[.='Overfør']");
    expect(await firefox.text("//section[@aria-label='Kvittering'][contains(., 'Overførslen er modtaget')]")).toContain("Anmodnings-id");
    expect(await firefox.run("() => window.broken")).toEqual([]);

    // Trusted types: what could run does not become HTML, what is inert does.
    const made = (html: string) =>
      firefox.run<string>(
        `(html) => { const element = document.createElement("div"); try { element.innerHTML = html } catch (error) { return error.name } return element.innerHTML }`,
        html,
      );
    expect(await made("<img src=x onerror=alert(1)>")).toBe("TypeError");
    expect(await made('<span class="spinner"></span>')).toBe('<span class="spinner"></span>');

    await firefox.click("//button[.='Ryd']");
    expect(await firefox.run("() => document.body.textContent.includes('290201')")).toBe(false);
  } finally {
    await firefox.stop();
  }
});
