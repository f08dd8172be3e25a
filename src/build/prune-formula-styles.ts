import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Selector } from 'lightningcss';
import { transform } from 'lightningcss';
import { contentName } from './content-name.ts';
import { htmlFiles } from './pages.ts';

/**
 * Leaves of KaTeX's sheet the rules for what some page of the site typesets: most of it is for arrays, accents and pairs
 * of sizes that no formula here has. The file gets a name of its new content, since browsers keep it for good.
 *
 * Only formulas are all there when a page is built; the classes of calculators come while they are used.
 */
export async function pruneFormulaStyles(folder: string): Promise<void> {
  const pages = await Promise.all(
    (await htmlFiles(folder)).map(async (path) => ({ path, source: await readFile(path, 'utf8') })),
  );
  const used = new Set(pages.flatMap(({ source }) => classesIn(source)));
  const renamed = new Map<string, string>();
  const assets = join(folder, '_astro');
  for (const name of (await readdir(assets)).filter((each) => each.endsWith('.css')).sort()) {
    const sheet = await readFile(join(assets, name));
    if (!sheet.includes('.katex')) continue;
    const pruned = withoutUnusedFormulas(sheet, name, used);
    const next = contentName(name.replace(/\.[^.]+\.css$/, ''), 'css', pruned);
    await rm(join(assets, name));
    await writeFile(join(assets, next), pruned);
    renamed.set(name, next);
  }
  await Promise.all(
    pages.map(async ({ path, source }) => {
      const linked = [...renamed].filter(([name]) => source.includes(name));
      if (linked.length === 0) return;
      await writeFile(
        path,
        linked.reduce((text, [name, next]) => text.replaceAll(name, next), source),
      );
    }),
  );
}

/** Every class a page's source names, and now and then a word more, which only keeps a rule. */
function classesIn(source: string): string[] {
  return [...source.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/\s+/));
}

/** A sheet without the rules that only formulas with a class outside `used` could need. */
export function withoutUnusedFormulas(
  sheet: Uint8Array,
  filename: string,
  used: ReadonlySet<string>,
): Uint8Array {
  const isUnused = (selector: Selector): boolean => {
    const names = classNames(selector);
    return names.some((name) => name.startsWith('katex')) && !names.every((name) => used.has(name));
  };
  return transform({
    filename,
    code: sheet,
    minify: true,
    visitor: {
      Rule: { style: ({ value }) => (value.selectors.every(isUnused) ? [] : undefined) },
    },
  }).code;
}

const classNames = (selector: Selector): string[] =>
  selector.flatMap((component) => (component.type === 'class' ? [component.name] : []));
