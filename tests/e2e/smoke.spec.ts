// The site starts: under the policy that the backend really sends, in what the build really made, and when it
// cannot start, it says so in words instead of leaving an empty page.
import { expect, test } from "./fixtures";

test("starts without an error under its own content security policy", async ({ page }) => {
  const faults: string[] = [];
  page.on("console", (message) => {
    // Being asked to sign in is no fault, though the browser writes the 401 into its console.
    if (message.type() === "error" && !message.text().includes("401")) faults.push(message.text());
  });
  const answer = await page.goto("/");
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self' 'wasm-unsafe-eval'");
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.getByText("Henter …")).toHaveCount(0);
  expect(faults).toEqual([]);
});

test("the watch over all journeys sees it when the policy is broken", async ({ page, watch }) => {
  await page.goto("/");
  await expect(page.locator("main h1")).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("globalThis.ran = true");
    document.body.append(script);
    const style = document.createElement("style");
    style.append("body { display: none }");
    document.body.append(style);
  });
  await expect.poll(() => watch.faults.join("\n")).toContain("securitypolicyviolation: style-src");
  expect(watch.faults.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  await expect(page.locator("main h1")).toBeVisible();
  // Broken on purpose, so no fault of the page's.
  watch.faults.length = 0;
});

for (const html of [
  "<img src=x onerror=alert(1)>",
  '<span onclick="alert(1)"></span>',
  '<a href="javascript:alert(1)">x</a>',
  "<script>alert(1)</script>",
  '<iframe srcdoc="x"></iframe>',
  '<p style="color: red">x</p>',
  "<b>&lt;script&gt;</b>",
]) {
  test(`no text becomes HTML that could run: ${html}`, async ({ page, watch }) => {
    await page.goto("/");
    await expect(page.locator("main h1")).toBeVisible();
    const refused = await page.evaluate((html) => {
      const element = document.createElement("div");
      try {
        element.innerHTML = html;
      } catch (error) {
        return error instanceof TypeError && element.childElementCount === 0;
      }
      return false;
    }, html);
    expect(refused).toBe(true);
    await expect.poll(() => watch.faults.join("\n")).toContain("securitypolicyviolation: require-trusted-types-for");
    watch.faults.length = 0;
  });
}

test("inert elements pass, as Leptos makes them", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("main h1")).toBeVisible();
  const made = await page.evaluate(() => {
    const element = document.createElement("div");
    element.innerHTML = '<span class="spinner" aria-hidden="true"></span>';
    return element.firstElementChild?.className;
  });
  expect(made).toBe("spinner");
});

test("says so, and offers to reload, when the program cannot be fetched", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Integrationslov kunne ikke hentes");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Hent siden igen" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("main h1")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("tells that it is needed", async ({ page }) => {
    await page.goto("/");
    // A search by text leaves out what stands in noscript.
    await expect(page.locator("noscript p").first()).toBeVisible();
    await expect(page.locator("noscript p").first()).toContainText("Integrationslov kræver JavaScript.");
    await expect(page.getByText("Henter …")).toBeHidden();
  });
});
