import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { loadAxe, violations } from './axe.ts';
import { builtPages } from './pages.ts';
import { watch } from './watch.ts';

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
    await loadAxe(page);
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
