import { render } from 'astro:content';
import type { CitedPlace } from '../collections/index.ts';
import {
  citedPlaces,
  frameworkSources,
  loadArchitectureFamilies,
  loadFacts,
  loadFrameworks,
  readContent,
} from '../collections/index.ts';
import { architectureNamed } from '../engine/index.ts';
import type { Locale } from '../i18n/index.ts';
import { strings } from '../i18n/index.ts';
import { notesOf } from './notes.ts';

/** A note that cites a source, with every section it does so in. */
export interface CitingNote {
  readonly slug: string;
  readonly title: string;
  readonly places: readonly (CitedPlace & { readonly heading: string })[];
}

/** For each source the notes that cite it, each place once for a section. */
export async function citingNotes(locale: Locale): Promise<ReadonlyMap<string, readonly CitingNote[]>> {
  const facts = loadFacts();
  const tableSources = frameworkSources(loadFrameworks());
  const citing = new Map<string, CitingNote[]>();
  for (const { slug, entry } of await notesOf(locale)) {
    const { headings } = await render(entry);
    const titles = new Map(headings.map((heading) => [heading.slug, heading.text]));
    const places = citedPlaces(readContent('notes', locale, `${slug}.mdx`), facts, tableSources);
    for (const source of new Set(places.map((place) => place.source))) {
      const own = places.filter((place) => place.source === source);
      const once = own.filter(
        ({ section, at }, index) =>
          own.findIndex((other) => other.section === section && other.at === at) === index,
      );
      const named = once.map((place) => ({
        ...place,
        heading: titles.get(place.section) ?? strings[locale].referencesPage.opening,
      }));
      citing.set(source, [...(citing.get(source) ?? []), { slug, title: entry.data.title, places: named }]);
    }
  }
  return citing;
}

/** Networks that are built after a source, or whose family's page is taken from it. */
export function networksAfter(source: string): { readonly id: string; readonly title: string }[] {
  return loadArchitectureFamilies().flatMap((family) =>
    family.members
      .map((id) => ({ id, ...architectureNamed(id) }))
      .filter(({ sources }) => sources.includes(source) || family.sources.includes(source))
      .map(({ id, title }) => ({ id, title })),
  );
}
