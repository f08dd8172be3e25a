import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { allRules, colourRules, violations } from './axe.ts';
import { test } from './one-page.ts';
import { builtPages } from './pages.ts';

/**
 * Scrolls to every island, which wakes it, waits until what they asked for has come, and goes back to the top: a link
 * that happens to stand under the fixed header is no smaller for it. A network's islands ask for nothing but their
 * scripts, so that no silence has to be waited for.
 */
async function wake(page: Page, path: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const island of document.querySelectorAll('astro-island')) {
      while (island.hasAttribute('ssr')) {
        island.firstElementChild?.scrollIntoView();
        await new Promise(requestAnimationFrame);
      }
    }
  });
  if (!networkPage.test(path)) await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
}

/** Pages of single networks: hundreds of one template. */
const networkPage = /\/architectures\/(?!compare)[^/]+\/$/;

type Theme = 'light' | 'dark';
type Look = readonly [width: number, themes: readonly Theme[]];

const allLooks: readonly Look[] = [
  [390, ['light', 'dark']],
  [1280, ['light', 'dark']],
];

/**
 * Theme and width of each look at a page. All four, but for networks' pages, which differ in their numbers only: they
 * take turns, and every tenth is seen in all four. That nothing hangs over the side is seen at both widths on all.
 */
function looks(path: string, index: number): readonly Look[] {
  if (!networkPage.test(path) || index % 10 === 0) return allLooks;
  const turn = index % 4;
  return allLooks.map(([width, themes], row) => [
    width,
    themes.filter((_, column) => 2 * row + column === turn),
  ]);
}

// One visit a page: theme and width change as they do for a reader who turns the phone or the lights.
builtPages().forEach((path, index) => {
  test(`${path} is accessible, quiet and fits in both themes, 390 and 1280 px wide`, async ({ onePage }) => {
    const { page, complaints } = onePage;
    complaints.all.length = 0;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await wake(page, path);
    for (const [width, themes] of looks(path, index)) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const [index, colorScheme] of themes.entries()) {
        await test.step(`${colorScheme}, ${width} px`, async () => {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page, 'html', index === 0 ? allRules : colourRules)).toEqual([]);
        });
      }
    }
    expect(complaints.all).toEqual([]);
  });
});
