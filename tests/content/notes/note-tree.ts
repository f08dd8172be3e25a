import { readFileSync, readdirSync } from 'node:fs';
import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Locale } from '../../../src/i18n/index.ts';

const processor = createProcessor({ remarkPlugins: [remarkGfm, remarkMath] });

/** A note's source with its frontmatter blanked, so that lines keep their numbers. */
export function noteSource(locale: Locale, slug: string): string {
  return withoutFrontmatter(readFileSync(`content/notes/${locale}/${slug}.mdx`, 'utf8'));
}

/** A note's frontmatter blanked, not cut. */
export function withoutFrontmatter(note: string): string {
  return note.replace(/^---\n[\s\S]*?\n---/, (matter) => matter.replaceAll(/[^\n]/g, ' '));
}

/** The syntax tree of a note as written: nothing resolved, nothing numbered. */
export function noteTree(source: string): Root {
  return processor.parse(source);
}

/** Slugs of all notes, read off the English ones. */
export const slugs: readonly string[] = readdirSync('content/notes/en')
  .map((file) => file.replace(/\.mdx$/, ''))
  .sort();
