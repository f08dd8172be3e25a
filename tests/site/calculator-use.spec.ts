import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { standardTyped } from '../../src/calculators/shared/fields.ts';
import type { CalculatorCase } from '../calculators/shared/calculator-case.ts';
import { everyCalculator } from '../calculators/shared/every-calculator.ts';
import { openCalculator } from './open-calculator.ts';

/** Goes through a calculator's controls with Tab; gives what stood in focus, in order. */
async function tabThrough(page: Page, section: Locator): Promise<string[]> {
  await section.evaluate((node) => {
    node.tabIndex = -1;
    node.focus();
  });
  const reached: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const own = await section.evaluate((node) => {
      const { activeElement } = document;
      const all = [...node.querySelectorAll('*')];
      return activeElement !== null && node.contains(activeElement) ? all.indexOf(activeElement) : -1;
    });
    if (own === -1) return reached;
    reached.push(String(own));
  }
}

/** Places of the controls that a reader with script can use now. */
async function controls(section: Locator): Promise<string[]> {
  return section.evaluate((node) => {
    const all = [...node.querySelectorAll('*')];
    return [...node.querySelectorAll<HTMLInputElement>('input, select, textarea, button')]
      .filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }))
      .map((each) => String(all.indexOf(each)));
  });
}

/**
 * Begins to note every layout shift around the results, those right after an input included. Within the results a number
 * of more digits begins further left; that is no shift of the page.
 */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources: unknown = 'sources' in entry ? entry.sources : [];
        const nodes = Array.isArray(sources) ? sources.map((each: { node?: Node }) => each.node) : [];
        const around = nodes.filter((node) => node?.parentElement?.closest('.results') === null);
        if (around.length > 0) document.documentElement.dataset.shifts = around.map(String).join();
      }
    }).observe({ type: 'layout-shift' });
  });
}

/** The layout shifts since `watchShifts`, once what was asked for has been painted. */
async function shifts(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        requestAnimationFrame(() =>
          setTimeout(() => {
            resolve(document.documentElement.dataset.shifts ?? '');
          }, 60),
        );
      }),
  );
}

/** The text field that a calculator's change is typed into, and what it holds at first. */
function fieldOf(own: CalculatorCase, section: Locator, field: string): { input: Locator; standard: string } {
  const typed = { ...standardTyped(own.fields), ...own.start };
  const texts = Object.keys(own.read(typed).checked).filter(
    (name) => own.fields[name]?.kind !== 'choice' && own.fields[name]?.kind !== 'text',
  );
  return {
    input: section.locator('input[type="text"]').nth(texts.indexOf(field)),
    standard: typed[field] ?? '',
  };
}

for (const own of everyCalculator) {
  test(`${own.name} is used with the keyboard alone, and nothing shifts`, async ({ page }) => {
    const section = await openCalculator(page, own, 'en', own.start);
    const reached = new Set(await tabThrough(page, section));
    expect((await controls(section)).filter((control) => !reached.has(control))).toEqual([]);

    const results = async (): Promise<string> => section.locator('.results').innerText();
    const standard = await results();
    if (own.change === undefined) return;
    const [field, other] = own.change;
    const { input, standard: typed } = fieldOf(own, section, field);
    await input.focus();
    await watchShifts(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription('Enter a number.');
    await page.keyboard.type('x');
    await expect(input).toHaveValue('x');
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText(typed);
    await expect(input).toHaveAttribute('aria-invalid', 'false');
    await expect.poll(results).toBe(standard);
    expect(await shifts(page)).toBe('');

    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(other);
    await expect(input).toHaveAttribute('aria-invalid', 'false');
    await expect.poll(() => new URL(page.url()).searchParams.get(`${own.prefix}.${field}`)).toBe(other);
    expect(await shifts(page)).toBe('');
    await section.getByRole('button', { name: 'Reset' }).press('Enter');
    await expect(input).toHaveCount(own.start === undefined ? 1 : 0);
    await expect(page).toHaveURL(new RegExp(`/en/${own.slug}/$`));
    if (own.start === undefined) await expect.poll(results).toBe(standard);
  });
}

test.describe('the training run', () => {
  test('starts with Enter, draws as it goes, and stops with Enter', async ({ page }) => {
    const own = everyCalculator.find(({ name }) => name === 'training-run');
    if (own === undefined) throw new Error('there is no training run');
    const section = await openCalculator(page, own, 'en');
    const button = section.locator('.training-actions button');
    await button.focus();
    const built = await section.locator('.results').innerText();
    await page.keyboard.press('Enter');
    await expect(button).toHaveText('Stop');
    await expect(section.locator('.results')).not.toHaveText(built);
    await page.keyboard.press('Enter');
    await expect(section.getByRole('status')).toContainText(/stopped/i);
    await section.getByRole('button', { name: 'Reset' }).press('Enter');
    expect(await section.locator('.results').innerText()).toBe(built);
  });
});
