// How the journeys run: in the system's Chromium, as a Danish user, against a backend that each worker starts itself.
import { defineConfig } from "@playwright/test";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const launched = (executablePath: string) => ({ launchOptions: { executablePath, args: ARGUMENTS } });

/** The whole browser. */
const WHOLE = launched(process.env.LETASYL_CHROMIUM ?? "/usr/bin/chromium");
/** The same without what surrounds a page: a fresh context takes a third of the time, which is most of a short test. */
const SHELL = launched(process.env.LETASYL_CHROMIUM_SHELL ?? "/usr/bin/chromium-headless-shell");

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that fails now and then is a fault to find, not one to run again.
  retries: 0,
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./slowest.ts"]],
  projects: [
    { name: "journeys", testIgnore: ["pictures/**", "measure/**"], grepInvert: /@viewer/, use: SHELL },
    { name: "journeys-viewer", testIgnore: ["pictures/**", "measure/**"], grep: /@viewer/ },
    // Takes the pictures for the README: `cargo xtask screenshots`.
    { name: "pictures", testMatch: "pictures/**" },
    // How long the page is busy while one types, a measurement: `cargo xtask bench`.
    { name: "measure", testMatch: "measure/**" },
  ],
  use: {
    browserName: "chromium",
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    screenshot: "only-on-failure",
    ...WHOLE,
  },
});
