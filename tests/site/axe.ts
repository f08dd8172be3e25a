import { readFileSync } from 'node:fs';
import type axeCore from 'axe-core';
import type { Page } from '@playwright/test';

/** Defined in the page by `loadAxe`. */
declare const axe: typeof axeCore;

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Puts axe into a page; evaluated by the driver, which the page's policy does not bind. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
}

/**
 * Rules broken on the page as it stands, or in the part a selector names, by the WCAG 2.2 AA tags, each with the first
 * element that breaks it.
 */
export async function violations(page: Page, selector = 'html'): Promise<string[]> {
  return page.evaluate(async (part) => {
    const result = await axe.run(part, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, selector);
}
