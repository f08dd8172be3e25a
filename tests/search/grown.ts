import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { indexTexts } from '../../src/build/search/full-text.ts';
import { namesText } from '../../src/build/search/names-text.ts';
import { namesFor } from '../../src/build/search/names.ts';
import { readPage } from '../../src/build/search/page.ts';
import type { AddressedPage } from '../../src/build/search/texts.ts';
import { textsOf } from '../../src/build/search/texts.ts';

/**
 * Writes the index of a site with `times` as many English notes: each note again and again, its words mixed with words
 * of their own as a vocabulary grows with a site. The same every time.
 */
export async function growIndex(
  notes: readonly string[],
  folder: string,
  times: number,
  into: string,
): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(join(into, 'pagefind'), { recursive: true });
  const pages = notes.flatMap((slug) => {
    const path = join(folder, 'en', slug, 'index.html');
    const page = readPage(readFileSync(path, 'utf8'));
    const address = `${relative(folder, dirname(path))}/`;
    return page === undefined ? [] : [{ ...page, address }];
  });
  const grown = Array.from({ length: times }, (_, copy) => pages.map((page) => copyOf(page, copy))).flat();
  const { places, files } = await indexTexts(into, grown.flatMap(textsOf));
  const index = files.get('en');
  if (index === undefined) throw new Error('nothing has grown');
  const names = namesText({ ...index, ...namesFor('en', grown, places) });
  writeFileSync(join(into, 'pagefind', 'names.en.txt'), names);
}

/** Every seventh longer word of a copy is one that only it has. */
function copyOf(page: AddressedPage, copy: number): AddressedPage {
  if (copy === 0) return page;
  const own = (text: string): string => {
    let count = 0;
    return text.replaceAll(/(?<=[\s>])[a-z]{5,}(?=[\s<.,])/g, (word) =>
      count++ % 7 === 0 ? `${word}${copy.toString(36)}x` : word,
    );
  };
  return {
    ...page,
    address: page.address.replace(/\/$/, `-${copy}/`),
    title: `${page.title} ${copy}`,
    names: page.names.map((name) => `${name} ${copy}`),
    sections: page.sections.map((section) => ({ ...section, html: own(section.html) })),
    records: [],
  };
}
