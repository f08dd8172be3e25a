import { expect } from '@playwright/test';
import fc from 'fast-check';
import { standardTyped } from '../../src/calculators/shared/fields.ts';
import { errorText } from '../../src/calculators/shared/error-text.ts';
import { formatterFor } from '../../src/format/index.ts';
import { calculatorWords, languageTag, locales } from '../../src/i18n/index.ts';
import type { CalculatorCase } from '../calculators/shared/calculator-case.ts';
import { everyCalculator } from '../calculators/shared/every-calculator.ts';
import { plausibleStates } from '../calculators/shared/typed-states.ts';
import { violations } from './axe.ts';
import { test } from './one-page.ts';
import { openCalculator, queryOf, shownFor } from './open-calculator.ts';

type Typed = Readonly<Record<string, string>>;

const statesEach = 50;

/** The first expected number that is not shown after the ones before it; undefined when all are. */
function firstMissing(expected: readonly string[], shown: readonly string[]): string | undefined {
  const text = shown.join('\n');
  let from = 0;
  for (const each of expected) {
    const number = new RegExp(
      `(?<![\\d.,])${each.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\d]|[.,]\\d)`,
      'gu',
    );
    number.lastIndex = from;
    if (number.exec(text) === null) return each;
    from = number.lastIndex;
  }
  return undefined;
}

/** Every field at its largest as long as there is still a result. */
function extremeState({ fields, read }: CalculatorCase): Typed {
  return Object.entries(fields).reduce<Typed>((typed, [name, field]) => {
    const next = 'most' in field ? { ...typed, [name]: String(field.most) } : typed;
    return read(next).result === undefined ? typed : next;
  }, standardTyped(fields));
}

/** Every field that takes text left empty. */
function emptyState({ fields }: CalculatorCase): Typed {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.kind === 'choice' ? field.standard : '']),
  );
}

for (const own of everyCalculator) {
  for (const locale of locales) {
    test(`${own.name} shows what the engine counts for ${statesEach} random states, and is accessible in error and at its extremes, ${locale}`, async ({
      onePage: { page },
    }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      const states = fc.sample(plausibleStates(own.fields), { numRuns: statesEach, seed: 11 });
      const section = await openCalculator(page, own, locale);
      const shown = await shownFor(
        section,
        states.map((typed) => queryOf(own, typed)),
      );
      const show = formatterFor(languageTag[locale]);
      for (const [index, typed] of states.entries()) {
        const { checked, texts } = own.read(typed);
        const { texts: seen = [], errors = [], waits } = shown[index] ?? {};
        const expected = texts(show, locale);
        const messages = Object.values(checked).flatMap((field) =>
          'error' in field ? [errorText(field.error, calculatorWords[locale], show)] : [],
        );
        const state = JSON.stringify(typed);
        expect(errors.toSorted(), state).toEqual(messages.toSorted());
        if (own.name !== 'training-run') expect(waits, state).toBe(expected === undefined);
        if (expected !== undefined)
          expect(firstMissing(expected, seen), `${state}\n${seen.join('|')}`).toBe(undefined);
      }

      await page.setViewportSize({ width: 390, height: 844 });
      for (const typed of [emptyState(own), extremeState(own)]) {
        await shownFor(section, [queryOf(own, typed)]);
        // The header would lie over controls at the window's upper edge.
        await page.evaluate(() => {
          window.scrollTo(0, 0);
        });
        expect(await violations(page, `#${own.anchor}`), JSON.stringify(typed)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      }
    });
  }
}
