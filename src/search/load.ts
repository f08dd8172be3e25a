import type { Locale } from '../i18n/index.ts';
import type { NamesFile } from './names-file.ts';
import { readNames } from './names-file.ts';
import { openIndex } from './pagefind.ts';
import type { SearchSources } from './searcher.ts';

/** The parts of the index as files of the site; `bundle` is the address of their folder. */
export function sourcesIn(bundle: string): SearchSources {
  const files = new Map<Locale, Promise<NamesFile>>();
  const names = (locale: Locale): Promise<NamesFile> => {
    const file = files.get(locale) ?? loadNames(`${bundle}names.${locale}.txt`);
    files.set(locale, file);
    return file;
  };
  return {
    names,
    texts: async (locale) => openIndex(bundle, locale, await names(locale)),
  };
}

async function loadNames(address: string): Promise<NamesFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}: ${address}`);
  return readNames(await response.text());
}
