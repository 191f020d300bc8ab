import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from '../scripts/find-browser.mjs';
import { HOST } from '../scripts/serve.mjs';

/** npm test names a free port; alone, a port apart from the app's own keeps saved plans apart too. */
const port = process.env.TURFCAST_E2E_PORT ?? '17485';
const executablePath = findBrowser();
const json = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  forbidOnly: true,
  retries: 0,
  // Files side by side: no test measures time, and each has a profile of its own.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: json === undefined ? [['list']] : [['list'], ['json', { outputFile: json }]],
  // No traces: recording them takes a third of the time. `--trace on` has one of a test that fails.
  use: {
    baseURL: `http://${HOST}:${port}/`,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { args: browserArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: `node ../scripts/serve.mjs --port ${port}`,
    url: `http://${HOST}:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
