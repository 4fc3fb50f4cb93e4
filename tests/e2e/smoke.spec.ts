// The site starts: under the policy that the backend really sends, in what the build really made, and when it
// cannot start, it says so in words instead of leaving an empty page.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const root = resolve(__dirname, "../..");
const program = process.env.LETASYL_BACKEND ?? join(root, "target/release/letasyl-backend");
const site = process.env.LETASYL_DIST ?? join(root, "dist");

let backend: ChildProcess;
let data: string;
let origin: string;

test.beforeAll(async () => {
  const port = await new Promise<number>((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
  data = mkdtempSync(join(tmpdir(), "letasyl-"));
  origin = `http://127.0.0.1:${port}`;
  const database = join(data, "letasyl.sqlite");
  const flags = ["--listen", `127.0.0.1:${port}`, "--site", site, "--database", database, "--demo"];
  backend = spawn(program, flags, { stdio: ["ignore", "inherit", "inherit"] });
  await expect(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200)).toPass({ timeout: 20_000 });
});

test.afterAll(() => {
  backend.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
});

test("starts without an error under its own content security policy", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // Being asked to sign in is no fault, though the browser writes the 401 into its console.
    if (message.type() === "error" && !message.text().includes("401")) faults.push(message.text());
  });
  const answer = await page.goto(origin);
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self' 'wasm-unsafe-eval'");
  await expect(page.locator("main h1")).toBeVisible();
  await expect(page.getByText("Henter …")).toHaveCount(0);
  expect(faults).toEqual([]);
});

test("says so, and offers to reload, when the program cannot be fetched", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(origin);
  await expect(page.getByRole("alert")).toContainText("Integrationslov kunne ikke hentes");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Hent siden igen" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("main h1")).toBeVisible();
});

test("says so when the browser has no WebAssembly", async ({ page }) => {
  await page.addInitScript("delete globalThis.WebAssembly");
  await page.goto(origin);
  await expect(page.getByRole("alert")).toContainText("Browseren er for gammel");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("tells that it is needed", async ({ page }) => {
    await page.goto(origin);
    // A search by text leaves out what stands in noscript.
    await expect(page.locator("noscript p").first()).toBeVisible();
    await expect(page.locator("noscript p").first()).toContainText("Integrationslov kræver JavaScript.");
    await expect(page.getByText("Henter …")).toBeHidden();
  });
});
