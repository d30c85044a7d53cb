import { defineConfig } from "@playwright/test";
import { ENDING_WITH_PARENT, SHORT_LIVED } from "./scripts/setup/child.mjs";
import { chromiumCandidates, launchOptions } from "./scripts/setup/chromium.mjs";

// `npm test` chooses a free port and a temporary data folder; by hand, `npx playwright test` uses these.
const port = process.env.E2E_PORT ?? "3900";
const dataDir = process.env.E2E_DATA_DIR ?? ".cache/e2e-data";
// The same Node: another's options have other names.
const server = [`"${process.execPath}"`, ...SHORT_LIVED, "scripts/start.mjs"].join(" ");
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "test/e2e",
  outputDir: ".cache/e2e-results",
  forbidOnly: Boolean(process.env.CI),
  // Every test has a browser context of its own and saves plans of its own, so any two may run at once.
  fullyParallel: true,
  workers: 2,
  timeout: 240_000,
  // A busy machine takes its time.
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL,
    // A trace shows each step of a test that failed; keeping one doubles what the test takes, so it is asked for.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: launchOptions(chromiumCandidates()[0]),
  },
  webServer: {
    // In place of the shell that Playwright starts it with, which would outlive a killed run, and the server with it.
    command: process.platform === "win32" ? server : `exec ${server}`,
    url: `${baseURL}/readyz`,
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: { PORT: port, HOST: "127.0.0.1", DATA_DIR: dataDir, DATABASE_URL: "", ...ENDING_WITH_PARENT },
  },
});
