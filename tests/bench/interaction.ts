import { chromium } from '@playwright/test';
import type { Browser, Locator, Page } from '@playwright/test';
import { chromiumFlags, chromiumPath, ensureBrowser } from '../site/browser.ts';
import { noteSlugs } from '../site/pages.ts';
import { serveSite } from '../site/serve.ts';
import type { Painted } from './painted.ts';
import { answeredMark, paintedIn, traceCategories } from './painted.ts';

/** What one input of a calculator takes. */
export interface InputTime {
  /** Note and anchor. */
  readonly calculator: string;
  readonly label: string;
  /** Until the answer is painted. */
  readonly answerMilliseconds: number;
  /** Until all that follows is painted as well. */
  readonly allMilliseconds: number;
}

const cpuSlowdown = 4;
const warmUps = 4;
const changes = 8;
const rounds = 5;

/** Training trains, and memory walks whole networks: both say that they are busy. */
const withoutBudget = ['ex-run', 'ex-memory'];

/**
 * From an input to the painted answer, and to all that follows it, at a CPU four times slower, for every field of every
 * calculator; the slowest of each calculator.
 *
 * It is four times the processor time that the main thread takes for script, style, layout and paint, a mean over
 * `changes` changes; the least of `rounds` such means, since what else the machine does can only lengthen them. A wall
 * clock would add the wait for the next frame, and so does the browser's own throttling, which stretches by the wall
 * clock.
 */
export async function slowestInputs(): Promise<InputTime[]> {
  ensureBrowser();
  const { server, origin } = await serveSite('dist');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  const slowest: InputTime[] = [];
  for (const slug of noteSlugs()) {
    await page.goto(`${origin}/en/${slug}/`);
    for (const anchor of await calculatorsOf(page)) {
      if (withoutBudget.includes(anchor)) continue;
      const calculator = page.locator(`#${anchor}`);
      await calculator.scrollIntoViewIfNeeded();
      await page.waitForSelector(`#${anchor} astro-island:not([ssr])`, { state: 'attached' });
      const times = await inputTimes(calculator, browser);
      const [worst] = times.sort((left, right) => right.answerMilliseconds - left.answerMilliseconds);
      if (worst !== undefined) slowest.push({ calculator: `/${slug}/#${anchor}`, ...worst });
    }
  }
  await browser.close();
  server.close();
  return slowest;
}

async function calculatorsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.calculator[id], figure[id]:has(astro-island)')].map(({ id }) => id),
  );
}

/** Every field, slider and list of choices of a calculator, changed and back. */
async function inputTimes(calculator: Locator, browser: Browser): Promise<Omit<InputTime, 'calculator'>[]> {
  const inputs = await calculator.locator('input, textarea, select').all();
  for (const input of inputs) await change(input, warmUps, 'warm-up');
  await browser.startTracing(undefined, { categories: traceCategories });
  for (let round = 0; round < rounds; round++) {
    for (const [index, input] of inputs.entries()) await change(input, changes, `input-${index}-${round}`);
  }
  const painted = paintedIn(await browser.stopTracing(), 'input-');
  const leastMean = (index: number, of: (one: Painted) => number): number =>
    Math.min(
      ...Array.from({ length: rounds }, (_, round) => {
        const own = painted.filter(({ mark }) => mark === `input-${index}-${round}`);
        return own.reduce((total, one) => total + of(one), 0) / own.length;
      }),
    );
  return Promise.all(
    inputs.map(async (input, index) => ({
      label: await input.evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent ?? ''),
      answerMilliseconds: cpuSlowdown * leastMean(index, (one) => one.answerMilliseconds),
      allMilliseconds: cpuSlowdown * leastMean(index, (one) => one.allMilliseconds),
    })),
  );
}

/**
 * Changes the first number in a field to half or twice of it, or a choice to the next one, and back, `times` times in all,
 * each painted with all that follows, and what a worker sends, before the next. An answer counts as given in the first
 * picture after which its results are not busy.
 */
async function change(input: Locator, times: number, mark: string): Promise<void> {
  await input.evaluate(
    async (field: HTMLInputElement | HTMLSelectElement, { count, name, answered }) => {
      const first = field.value;
      const otherNumber = (number: number): number => {
        const half = Math.ceil(number / 2);
        if (half !== number) return half;
        return number === 0 ? 1 : 2 * number;
      };
      const otherText = (): string =>
        first === '' ? '1' : first.replace(/\d+/, (digits) => String(otherNumber(Number(digits))));
      const otherChoice = ({ options, selectedIndex }: HTMLSelectElement): string =>
        options[(selectedIndex + 1) % options.length]?.value ?? first;
      const isList = field instanceof HTMLSelectElement;
      const other = isList ? otherChoice(field) : otherText();
      const frame = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            setTimeout(resolve);
          });
        });
      for (let turn = 0; turn < count; turn++) {
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            performance.mark(name);
            field.value = turn % 2 === 0 ? other : first;
            field.dispatchEvent(new Event(isList ? 'change' : 'input', { bubbles: true }));
            setTimeout(resolve);
          });
        });
        const own = field.closest('.calculator, figure');
        while (own?.querySelector('.results[aria-busy="true"]')) await frame();
        performance.mark(answered);
        do await frame();
        while (own?.querySelector('[aria-busy="true"]'));
        await frame();
      }
    },
    { count: times, name: mark, answered: answeredMark },
  );
}
