import type { CollectionEntry } from 'astro:content';
import { getCollection } from 'astro:content';
import { sections } from '../collections/index.ts';
import type { Section } from '../collections/index.ts';
import type { Locale } from '../i18n/index.ts';

/** A note with its language and slug read off its id. */
export interface Note {
  readonly slug: string;
  readonly entry: CollectionEntry<'notes'>;
}

/** The notes of a language in reading order: by section, then by their place in it. */
export async function notesOf(locale: Locale): Promise<Note[]> {
  const entries = await getCollection('notes', ({ id }) => id.startsWith(`${locale}/`));
  return entries
    .map((entry) => ({ slug: entry.id.slice(locale.length + 1), entry }))
    .sort(
      (left, right) =>
        sections.indexOf(left.entry.data.section) - sections.indexOf(right.entry.data.section) ||
        left.entry.data.order - right.entry.data.order,
    );
}

/** Notes grouped by section, sections without notes left out. */
export function bySection(notes: readonly Note[]): { section: Section; notes: readonly Note[] }[] {
  return sections
    .map((section) => ({ section, notes: notes.filter(({ entry }) => entry.data.section === section) }))
    .filter(({ notes: own }) => own.length > 0);
}
