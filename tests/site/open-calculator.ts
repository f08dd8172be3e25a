import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../../src/i18n/index.ts';
import { typedToQuery } from '../../src/calculators/shared/fields.ts';
import type { CalculatorCase } from '../calculators/shared/calculator-case.ts';

type Typed = Readonly<Record<string, string>>;

/** The query that holds what was typed. */
export function queryOf({ prefix, fields }: CalculatorCase, typed: Typed): string {
  return typedToQuery(prefix, fields, typed, new URLSearchParams()).toString();
}

/** Opens the note a calculator stands in and wakes the calculator; gives the section it stands in. */
export async function openCalculator(
  page: Page,
  own: CalculatorCase,
  locale: Locale,
  typed: Typed = {},
): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const query = queryOf(own, typed);
  await page.goto(`/${locale}/${own.slug}/${query === '' ? '' : `?${query}`}`);
  const section = page.locator(`#${own.anchor}`);
  await section.scrollIntoViewIfNeeded();
  await expect(section.locator('astro-island[ssr]')).toHaveCount(0);
  return section;
}

/** What a calculator shows: its results' texts in order, and the messages beside its fields. */
export interface Shown {
  readonly texts: readonly string[];
  readonly errors: readonly string[];
  /** Whether the result is withheld. */
  readonly waits: boolean;
}

/** Goes to each query as going back would, without loading the page again, and reads what is shown. */
export async function shownFor(section: Locator, queries: readonly string[]): Promise<Shown[]> {
  return section.evaluate(async (node, all) => {
    const textsOf = (selector: string): string[] =>
      [...node.querySelectorAll(selector)].map((each) => each.textContent);
    // A state set by an effect is drawn a frame later than one set by the event itself.
    const frame = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(resolve);
        });
      });
    const shown: Shown[] = [];
    for (const query of all) {
      history.replaceState(history.state, '', `${location.pathname}?${query}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
      await frame();
      do await frame();
      while (node.querySelector('[aria-busy="true"]') !== null);
      // The working follows its answer by a frame.
      await frame();
      shown.push({
        texts: textsOf('.results :is(.result, td, strong, .reads)'),
        errors: textsOf('.field-error').filter((text) => text !== ''),
        waits: node.querySelector('.results .waiting') !== null,
      });
    }
    return shown;
  }, queries);
}
