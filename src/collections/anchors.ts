import type { Locale } from '../i18n/index.ts';
import { contentExists, readContent } from './files.ts';

const headingLine = /^#{2,4} .*\{\/\*\s*([a-z0-9-]+)\s*\*\/\}\s*$/;
const numberedTag =
  /<(?:Equation|Figure|Table|WorkedExample|Exercise|Calculator|LayerTable|FrameworkTable)\b[^>]*?\bid="([a-z0-9-]+)"/g;

/** Every written anchor of a note's source: heading ids and the ids of numbered things, in order. */
export function anchorsIn(source: string): string[] {
  const headings = source.split('\n').flatMap((line) => headingLine.exec(line)?.[1] ?? []);
  const numbered = [...source.matchAll(numberedTag)].flatMap((match) => match[1] ?? []);
  return [...headings, ...numbered];
}

/** Anchors of a note, or `undefined` when there is no such note in that language. */
export function anchorsOfNote(locale: Locale, slug: string): ReadonlySet<string> | undefined {
  const file = ['notes', locale, `${slug}.mdx`] as const;
  return contentExists(...file) ? new Set(anchorsIn(readContent(...file))) : undefined;
}
