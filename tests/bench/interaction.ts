import { chromium } from '@playwright/test';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { chromiumFlags, chromiumPath, ensureBrowser } from '../site/browser.ts';
import { noteSlugs } from '../site/pages.ts';
import { serveSite } from '../site/serve.ts';

/** What one input of a calculator takes. */
export interface InputTime {
  /** Note and anchor. */
  readonly calculator: string;
  readonly label: string;
  readonly milliseconds: number;
}

const cpuSlowdown = 4;
const warmUps = 6;
const changes = 20;
const rounds = 3;

/** Training trains, and memory walks whole networks: both say that they are busy. */
const withoutBudget = ['ex-run', 'ex-memory'];

/**
 * From an input to the painted result, at a CPU four times slower, for every field of every calculator; the slowest of
 * each calculator.
 *
 * It is four times the processor time that the main thread takes for script, style, layout and paint and all that
 * follows from the change there, a mean over `changes` changes; the least of `rounds` such means, since what else the
 * machine does can only lengthen them. A wall clock would add the wait for the next frame, and so does the browser's own
 * throttling, which stretches by the wall clock.
 */
export async function slowestInputs(): Promise<InputTime[]> {
  ensureBrowser();
  const { server, origin } = await serveSite('dist');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const slowest: InputTime[] = [];
  for (const slug of noteSlugs()) {
    await page.goto(`${origin}/en/${slug}/`);
    for (const anchor of await calculatorsOf(page)) {
      if (withoutBudget.includes(anchor)) continue;
      const calculator = page.locator(`#${anchor}`);
      await calculator.scrollIntoViewIfNeeded();
      await page.waitForSelector(`#${anchor} astro-island:not([ssr])`, { state: 'attached' });
      const times = await inputTimes(calculator, devtools);
      const [worst] = times.sort((left, right) => right.milliseconds - left.milliseconds);
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

/** Every text field and slider of a calculator, changed to twice or half its value and back. */
async function inputTimes(
  calculator: Locator,
  devtools: CDPSession,
): Promise<Omit<InputTime, 'calculator'>[]> {
  const times: Omit<InputTime, 'calculator'>[] = [];
  for (const input of await calculator.locator('input, textarea').all()) {
    const label = await input.evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent ?? '');
    await change(input, warmUps);
    let least = Infinity;
    for (let round = 0; round < rounds; round++) {
      const before = await mainThreadSeconds(devtools);
      await change(input, changes);
      least = Math.min(least, (await mainThreadSeconds(devtools)) - before);
    }
    times.push({ label, milliseconds: (1000 * cpuSlowdown * least) / changes });
  }
  return times;
}

async function mainThreadSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/** Changes a field to another value and back, `times` times in all, each painted before the next. */
async function change(input: Locator, times: number): Promise<void> {
  await input.evaluate(async (field: HTMLInputElement, count) => {
    const first = field.value;
    const half = String(Math.ceil(Number(first) / 2));
    const other = half === first || half === 'NaN' ? String(2 * Number(first)) : half;
    for (let turn = 0; turn < count; turn++) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          field.value = turn % 2 === 0 ? other : first;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          setTimeout(resolve);
        });
      });
    }
  }, times);
}
