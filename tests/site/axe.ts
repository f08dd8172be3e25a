import { readFileSync } from 'node:fs';
import type axeCore from 'axe-core';
import type { Page } from '@playwright/test';

/** Defined in the page by `loadAxe` and `keepAxe`. */
declare const axe: typeof axeCore;

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Puts axe into the page as it stands; evaluated by the driver, which the page's policy does not bind. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
}

/** Puts axe into every address the page will visit: sent once, not once for each of hundreds. */
export async function keepAxe(page: Page): Promise<void> {
  await page.addInitScript(axeSource);
}

/** WCAG 2.2 AA. */
export const allRules: axeCore.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

/** Those of them that another theme can break on a page that keeps all the others: a theme changes colours only. */
export const colourRules: axeCore.RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block'],
};

/**
 * Rules broken on the page as it stands, or in the part a selector names, each with the first element that breaks it.
 */
export async function violations(page: Page, selector = 'html', rules = allRules): Promise<string[]> {
  return page.evaluate(
    async ([part, runOnly]) => {
      const result = await axe.run(part, { resultTypes: ['violations'], runOnly });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    },
    [selector, rules] as const,
  );
}
