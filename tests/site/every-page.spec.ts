import { readFileSync } from 'node:fs';
import type axeCore from 'axe-core';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { builtPages } from './pages.ts';
import { watch } from './watch.ts';

/** Defined in the page by the script below. */
declare const axe: typeof axeCore;

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules broken on the page as it stands, by the WCAG 2.2 AA tags, each with the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const result = await axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/**
 * Scrolls to the end, which wakes every island, waits until what they asked for has come, and goes back to the top: a
 * link that happens to stand under the fixed header is no smaller for it.
 */
async function wake(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
}

// One visit a page: theme and width change as they do for a reader who turns the phone or the lights.
for (const path of builtPages()) {
  test(`${path} is accessible, quiet and fits in both themes, 390 and 1280 px wide`, async ({
    page,
    baseURL,
  }) => {
    const complaints = await watch(page, baseURL ?? '');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    // Evaluated by the driver, which the page's policy does not bind.
    await page.evaluate(axeSource);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await wake(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await test.step(`${colorScheme}, ${width} px`, async () => {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await violations(page)).toEqual([]);
          expect(complaints.all).toEqual([]);
        });
      }
    }
  });
}
