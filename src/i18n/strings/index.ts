import type { Locale } from '../locales.ts';
import type { Strings } from './en.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type { Strings } from './en.ts';

/** The interface's words in each language. */
export const strings: Readonly<Record<Locale, Strings>> = { en, zh };
