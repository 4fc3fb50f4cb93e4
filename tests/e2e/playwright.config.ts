// How the journeys run: in the system's Chromium, as a Danish user, against a backend that each worker starts itself.
import { defineConfig } from "@playwright/test";

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
    { name: "journeys", testIgnore: ["pictures/**", "measure/**"] },
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
    launchOptions: {
      executablePath: process.env.LETASYL_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
