import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { noteSchema } from '../../../src/collections/index.ts';
import type { Locale } from '../../../src/i18n/index.ts';

// A bare YAML parser leaves dates as text.
const matterSchema = noteSchema.extend({ updated: z.string() });

/** A note's frontmatter, its date as written. */
export function frontmatterOf(locale: Locale, slug: string): z.infer<typeof matterSchema> {
  const note = readFileSync(`content/notes/${locale}/${slug}.mdx`, 'utf8');
  const matter: unknown = parse(/^---\n([\s\S]*?)\n---/.exec(note)?.[1] ?? '');
  return matterSchema.parse(matter);
}
