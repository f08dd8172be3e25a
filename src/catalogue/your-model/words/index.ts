import type { Locale } from '../../../i18n/index.ts';
import { en } from './en.ts';
import type { YourModelWords } from './words.ts';
import { zh } from './zh.ts';

export type { YourModelWords } from './words.ts';

export const yourModelWords: Readonly<Record<Locale, YourModelWords>> = { en, zh };
