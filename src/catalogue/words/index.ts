import type { Locale } from '../../i18n/index.ts';
import { en } from './en.ts';
import type { CatalogueWords } from './words.ts';
import { zh } from './zh.ts';

export type { CatalogueWords } from './words.ts';

/** The catalogue's words in each language. */
export const catalogueWords: Readonly<Record<Locale, CatalogueWords>> = { en, zh };
