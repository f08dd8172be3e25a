import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../site/browser.ts';
import { serveSite } from '../site/serve.ts';
const [, , slug, anchor, labelWanted, css = ''] = process.argv;
const { server, origin } = await serveSite('dist');
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
await page.goto(`${origin}/en/${slug}/`);
if (css)
  await page.evaluate((c) => {
    const s = new CSSStyleSheet();
    s.replaceSync(c);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, s];
  }, css);
const calc = page.locator(`#${anchor}`);
await calc.scrollIntoViewIfNeeded();
await page.waitForSelector(`#${anchor} astro-island:not([ssr])`, { state: 'attached' });
let input;
for (const i of await calc.locator('input, textarea').all()) {
  const l = await i.evaluate((f: any) => f.labels?.[0]?.textContent ?? '');
  if (l.startsWith(labelWanted)) input = i;
}
const change = async (times: number) =>
  input!.evaluate(async (field: HTMLInputElement, count) => {
    const first = field.value;
    const half = String(Math.ceil(Number(first) / 2));
    const other = half === first || half === 'NaN' ? String(2 * Number(first)) : half;
    for (let turn = 0; turn < count; turn++)
      await new Promise((resolve) =>
        requestAnimationFrame(() => {
          field.value = turn % 2 === 0 ? other : first;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          setTimeout(resolve);
        }),
      );
  }, times);
await change(20);
const cdp = await browser.newBrowserCDPSession();
const events: any[] = [];
cdp.on('Tracing.dataCollected', (e: any) => events.push(...e.value));
await cdp.send('Tracing.start', {
  transferMode: 'ReportEvents',
  traceConfig: {
    includedCategories: [
      'devtools.timeline',
      'toplevel',
      'v8',
      'blink',
      'cc',
      'disabled-by-default-devtools.timeline',
      'blink.user_timing',
      'disabled-by-default-blink.debug.layout',
    ],
  },
} as any);
const N = 40;
await change(N);
const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
await cdp.send('Tracing.end');
await done;
// find main thread of renderer of the page
const threads = new Map<string, string>();
for (const e of events) if (e.name === 'thread_name') threads.set(`${e.pid}/${e.tid}`, e.args.name);
const counts = new Map<string, number>();
for (const e of events)
  if (e.name === 'Layout' || e.name === 'UpdateLayoutTree')
    counts.set(`${e.pid}/${e.tid}`, (counts.get(`${e.pid}/${e.tid}`) ?? 0) + 1);
const main = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
const evs = events
  .filter((e) => `${e.pid}/${e.tid}` === main && e.ph === 'X')
  .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
const self = new Map<string, number>(),
  total = new Map<string, number>(),
  n = new Map<string, number>();
const stack: any[] = [];
for (const e of evs) {
  while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= e.ts) stack.pop();
  const d = e.tdur ?? e.dur;
  const key = e.name;
  self.set(key, (self.get(key) ?? 0) + d);
  total.set(key, (total.get(key) ?? 0) + d);
  n.set(key, (n.get(key) ?? 0) + 1);
  const p = stack.at(-1);
  if (p) self.set(p.name, (self.get(p.name) ?? 0) - d);
  stack.push(e);
}
const rows = [...self].sort((a, b) => b[1] - a[1]).slice(0, 28);
let sum = 0;
for (const v of self.values()) sum += v;
console.log('self total per change at 4x', ((sum * 4) / N / 1000).toFixed(1));
for (const [k, v] of rows)
  console.log(
    ((v * 4) / N / 1000).toFixed(2).padStart(7),
    (((total.get(k) ?? 0) * 4) / N / 1000).toFixed(2).padStart(7),
    ((n.get(k) ?? 0) / N).toFixed(1).padStart(6),
    k,
  );
await browser.close();
server.close();
