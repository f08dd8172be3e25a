import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../site/browser.ts';
import { serveSite } from '../site/serve.ts';

/** Milliseconds from a click or a key to the next picture. */
export type TableTimes = Readonly<Record<'open' | 'sort' | 'filter', number>>;

/** The network with the most operators: over a thousand rows. */
const largest = '/en/architectures/llama3_1_405b/';
const slowdown = 4;

/** How long the largest table of layers takes to open, sort and filter on a processor slowed down four times. */
export async function layerTableTimes(folder: string): Promise<TableTimes> {
  const { server, origin } = await serveSite(folder);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(`${origin}${largest}?net.view=layers`);
    await page.locator('#totals').scrollIntoViewIfNeeded();
    await page.locator('.layer-table tbody tr').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    /** Runs in the page, so that the driver's own time is not measured. */
    const timed = (selector: string, value?: string): Promise<number> =>
      page.evaluate(
        async ([wanted, text]) => {
          const element = document.querySelector<HTMLElement>(wanted);
          if (element === null) throw new Error(`nothing is ${wanted}`);
          const start = performance.now();
          if (element instanceof HTMLSelectElement || element instanceof HTMLInputElement) {
            element.value = text ?? '';
            element.dispatchEvent(
              new Event(element instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }),
            );
          } else element.click();
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          return performance.now() - start;
        },
        [selector, value] as const,
      );
    return {
      sort: await timed('.layer-table thead th:nth-child(5) button'),
      filter: await timed('.filters input', 'mlp'),
      open: await timed('.filters select', 'modules'),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
