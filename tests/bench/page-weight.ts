import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a page makes a browser load, in bytes after brotli. */
export interface PageWeight {
  readonly htmlBytes: number;
  /** The frame's own script. */
  readonly scriptBytes: number;
  /** All script of a page once its calculators are awake, the frame's included. */
  readonly scriptWithCalculatorsBytes: number;
  /** Script that the calculators fetch once they are used, with what it imports. */
  readonly onDemandBytes: number;
  /** Script of the workers that its calculators start. */
  readonly workerBytes: number;
  readonly styleBytes: number;
  readonly calculators: number;
}

/** Weighs one built page; `folder` is the site, `path` the page's address. */
export function weighPage(folder: string, path: string): PageWeight {
  const html = readFileSync(join(folder, path, path.endsWith('/') ? 'index.html' : ''), 'utf8');
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  const frame = closure(folder, all(/<script[^>]*\ssrc="([^"]+)"/g));
  const islands = closure(folder, all(/(?:component-url|renderer-url|before-hydration-url)="([^"]+)"/g));
  const styles = new Set(all(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g));
  const withCalculators = new Set([...frame, ...islands]);
  const onDemand = closure(
    folder,
    [...withCalculators].flatMap((address) =>
      [...readFileSync(join(folder, address), 'utf8').matchAll(/import\(["'`](\.[^"'`]+\.js)["'`]\)/g)].map(
        (match) => join(dirname(address), match[1] ?? ''),
      ),
    ),
  );
  const workers = new Set(
    [...withCalculators].flatMap((address) =>
      [...readFileSync(join(folder, address), 'utf8').matchAll(/\/(_astro\/worker-[\w-]+\.js)/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  );
  return {
    htmlBytes: compressed(Buffer.from(html)),
    scriptBytes: weigh(folder, frame),
    scriptWithCalculatorsBytes: weigh(folder, withCalculators),
    onDemandBytes: weigh(folder, new Set([...onDemand].filter((address) => !withCalculators.has(address)))),
    workerBytes: weigh(folder, workers),
    styleBytes: weigh(folder, styles),
    calculators: all(/(component-url)=/g).length,
  };
}

/** Scripts and everything they import at once; what is imported on demand is not loaded with the page. */
function closure(folder: string, entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (address: string): void => {
    if (seen.has(address)) return;
    seen.add(address);
    const source = readFileSync(join(folder, address), 'utf8');
    for (const match of source.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) {
      visit(join(dirname(address), match[1] ?? ''));
    }
  };
  entries.forEach(visit);
  return seen;
}

function weigh(folder: string, addresses: ReadonlySet<string>): number {
  return [...addresses].reduce(
    (total, address) => total + compressed(readFileSync(join(folder, address))),
    0,
  );
}

const compressed = (content: Buffer): number => brotliCompressSync(content).byteLength;
