import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { keepAxe } from './axe.ts';
import { watch } from './watch.ts';
import type { Complaints } from './watch.ts';

interface OnePage {
  readonly page: Page;
  readonly complaints: Complaints;
}

/**
 * One page for all tests of a worker, axe in it, and all it complained of: hundreds of addresses are visited one after
 * another as a reader does, who has no new browser for each. A context of its own would cost more than the look at the
 * page. `hasScript` is false for readers whose browser runs none.
 */
export const test = base.extend<object, { hasScript: boolean; onePage: OnePage }>({
  hasScript: [true, { option: true, scope: 'worker' }],
  onePage: [
    async ({ browser, hasScript }, use, worker) => {
      const baseURL = worker.project.use.baseURL ?? '';
      const context = await browser.newContext({
        baseURL,
        javaScriptEnabled: hasScript,
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await keepAxe(page);
      await use({ page, complaints: await watch(page, baseURL) });
      await context.close();
    },
    { scope: 'worker' },
  ],
});
