import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../tests/site/browser.ts';

const port = 4873;

export default defineConfig({
  testDir: '../tests/site',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  // Long enough for two busy cores; nothing here measures time.
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json', { outputFile: '../test-results/report.json' }]],
  use: {
    // Requests that a service worker answers cannot be watched or routed; its own test lets it in.
    serviceWorkers: 'block',
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: chromiumPath,
      // A page is left after a second or two: optimizing its code takes longer than the code runs.
      args: [...chromiumFlags, '--js-flags=--no-opt,--no-maglev'],
    },
  },
  webServer: {
    command: `node tests/site/serve-dist.ts ${port}`,
    cwd: `${import.meta.dirname}/..`,
    port,
    reuseExistingServer: false,
  },
});
