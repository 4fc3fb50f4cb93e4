// Before the app: a browser that cannot run it learns why, and which setting to look for.
import { expect, test } from "./fixtures";

const WITHOUT: [string, () => void, string][] = [
  ["WebAssembly", () => Reflect.deleteProperty(globalThis, "WebAssembly"), "WebAssembly er slået fra"],
  ["compiling it", () => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError("refused by policy"));
    Object.assign(WebAssembly, { compileStreaming: refuse, instantiateStreaming: refuse, instantiate: refuse });
  }, "WebAssembly er slået fra"],
  ["AbortSignal.any", () => Reflect.deleteProperty(AbortSignal, "any"), "Browseren er for gammel"],
  ["showModal", () => Reflect.deleteProperty(HTMLDialogElement.prototype, "showModal"), "Browseren er for gammel"],
];

for (const [name, take, heading] of WITHOUT) {
  test(`without ${name} the page says what is missing`, async ({ page }) => {
    await page.addInitScript(take);
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText(heading);
    await expect(page.getByText("Henter …")).toHaveCount(0);
  });
}

test("a browser that is too old is told what it lacks, in both languages", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(AbortSignal, "any"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Det mangler: AbortSignal.any.");
  await expect(page.getByRole("alert")).toContainText("It lacks: AbortSignal.any.");
});
