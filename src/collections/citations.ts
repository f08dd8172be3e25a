import type { Fact } from './facts.ts';

/** One place at which a note cites a source. */
export interface CitedPlace {
  /** Key of `references.bib`. */
  readonly source: string;
  /** Where in the source. */
  readonly at?: string;
  /** Id of the section's heading; empty before the first one. */
  readonly section: string;
  /** Where on the page: the citation, `cite-<source>-<how often it was cited by then>`, or the table that cites it. */
  readonly anchor: string;
}

const headingOrCitation =
  /^#{2,4} .*\{\/\*\s*([a-z0-9-]+)\s*\*\/\}|<(Cite|Fact|FrameworkTable) id="([^"]+)"(?: at="([^"]*)")?/gm;

/**
 * Every place at which a note cites something, in order: its citations, its published figures by their source, and the
 * table of frameworks by all of its sources.
 * @param note The note as written.
 */
export function citedPlaces(
  note: string,
  facts: ReadonlyMap<string, Fact>,
  tableSources: ReadonlySet<string>,
): CitedPlace[] {
  const places: CitedPlace[] = [];
  const occurrences = new Map<string, number>();
  let section = '';
  for (const [, heading, kind, id = '', at] of note.matchAll(headingOrCitation)) {
    if (heading !== undefined) {
      section = heading;
      continue;
    }
    if (kind === 'FrameworkTable') {
      for (const source of tableSources) places.push({ source, section, anchor: id });
      continue;
    }
    const fact = kind === 'Fact' ? facts.get(id) : undefined;
    const source = fact?.source ?? id;
    const place = kind === 'Fact' ? fact?.at : at;
    const occurrence = (occurrences.get(source) ?? 0) + 1;
    occurrences.set(source, occurrence);
    places.push({
      source,
      section,
      anchor: `cite-${source}-${occurrence}`,
      ...(place === undefined ? {} : { at: place }),
    });
  }
  return places;
}
