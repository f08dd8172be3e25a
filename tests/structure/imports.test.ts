import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders from left to right: a folder imports from those before it, never from those after it. */
const order = [
  ['engine'],
  ['model-files', 'format', 'i18n', 'collections'],
  ['figures', 'calculators', 'search', 'preview', 'catalogue'],
  ['components'],
  ['layouts'],
  ['pages'],
] as const;

/** Within a step, what may still be imported from a neighbour. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  collections: ['i18n'],
  calculators: ['figures'],
  catalogue: ['figures', 'calculators'],
};

/** Build-time folders: only astro.config.mjs imports them, and they import no interface. */
const buildTime = { markdown: ['collections', 'i18n'], build: ['i18n', 'search'] } as const;

const stepOf = (folder: string): number => order.findIndex((step) => step.some((name) => name === folder));

/** Every import from one folder of src into another, as `from`, `to` and the file it stands in. */
function crossings(): { from: string; to: string; file: string; target: string }[] {
  const files = readdirSync('src', { recursive: true })
    .map(String)
    .filter((name) => /\.(ts|tsx|astro)$/.test(name));
  return files.flatMap((file) => {
    const source = readFileSync(join('src', file), 'utf8');
    const imports = [...source.matchAll(/(?:from\s+|import\s+|import\()'(\.[^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
    return imports.flatMap((path) => {
      const target = relative('src', join('src', dirname(file), path));
      const [from, to] = [file.split('/')[0] ?? '', target.split('/')[0] ?? ''];
      return from === to ||
        target.startsWith('styles') ||
        target.startsWith('../content/') ||
        !file.includes('/')
        ? []
        : [{ from, to, file, target }];
    });
  });
}

describe('imports between the folders of src', () => {
  const all = crossings();

  it('are there to be checked', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it('go one way, from left to right', () => {
    const backwards = all.filter(({ from, to }) => {
      if (from === 'markdown' || from === 'build') return !buildTime[from].some((name) => name === to);
      if (to === 'markdown' || to === 'build') return true;
      if (neighbours[from]?.includes(to) === true) return false;
      return stepOf(to) === -1 || stepOf(to) >= stepOf(from);
    });
    expect(backwards.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('go through a folder’s index, but for styles and island components', () => {
    const around = all.filter(
      ({ to, target }) =>
        to !== 'pages' && !/^[^/]+\/(index|islands)\.ts$/.test(target) && !(to === 'layouts'),
    );
    expect(around.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});

describe('the engine', () => {
  it('imports nothing from outside of itself, not even a package', () => {
    const outside = readdirSync('src/engine', { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(join('src/engine', name), 'utf8');
        return [...source.matchAll(/from\s+'([^']+)'/g)]
          .map((match) => match[1] ?? '')
          .filter(
            (path) =>
              !path.startsWith('.') || !join('src/engine', dirname(name), path).startsWith('src/engine'),
          )
          .map((path) => `${name} -> ${path}`);
      });
    expect(outside).toEqual([]);
  });
});

describe('source files', () => {
  it('stay within 250 lines, so that each has one job', () => {
    const long = readdirSync('src', { recursive: true })
      .map(String)
      .filter((name) => /\.(ts|tsx|astro|css)$/.test(name))
      .map((name) => ({ name, lines: readFileSync(join('src', name), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});
