import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { languageTag, locales } from '../../i18n/index.ts';
import type { NamesFile } from '../../search/index.ts';
import { htmlFiles } from '../pages.ts';
import { indexTexts } from './full-text.ts';
import { namesFor } from './names.ts';
import { namesText } from './names-text.ts';
import { readPage } from './page.ts';
import type { AddressedPage } from './texts.ts';
import { textsOf } from './texts.ts';

/**
 * Builds what search needs from the finished pages: the full-text index in `pagefind/`, and beside it
 * `names.<locale>.txt`, everything that has a name.
 */
export async function indexForSearch(folder: string): Promise<void> {
  const pages = await searchPages(folder);
  const { places, files } = await indexTexts(folder, pages.flatMap(textsOf));
  await Promise.all(
    locales.map((locale) => {
      const index = files.get(languageTag[locale].toLowerCase());
      if (index === undefined) throw new Error(`no page in ${locale} was indexed for search`);
      const names: NamesFile = { ...index, ...namesFor(locale, pages, places) };
      return writeFile(join(folder, 'pagefind', `names.${locale}.txt`), namesText(names));
    }),
  );
}

async function searchPages(folder: string): Promise<AddressedPage[]> {
  const paths = await htmlFiles(folder);
  const pages = await Promise.all(
    paths.map(async (path) => {
      const page = readPage(await readFile(path, 'utf8'));
      const address = `${relative(folder, dirname(path))}/`;
      return page === undefined ? [] : [{ ...page, address }];
    }),
  );
  return pages.flat();
}
