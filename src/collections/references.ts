import citation from '@citation-js/core';
import type { CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { readContent } from './files.ts';
import { remembered } from './remembered.ts';

/** One source of `content/references.bib`. */
export interface Reference {
  readonly id: string;
  readonly authors: readonly string[];
  readonly title: string;
  /** Journal, proceedings, repository or site; empty when there is none. */
  readonly container: string;
  readonly year: string;
  readonly doi?: string;
  readonly url?: string;
  /** ISO date at which a page that may change was read. */
  readonly accessed?: string;
}

/**
 * All sources by key, in the order of the file.
 * @throws Error when two entries share a key, or an entry has neither a DOI nor an address.
 */
export function loadReferences(bibtex = readContent('references.bib')): ReadonlyMap<string, Reference> {
  return referencesIn(bibtex);
}

const referencesIn = remembered(String, (bibtex: string): ReadonlyMap<string, Reference> => {
  const entries = citation.plugins.input.chain(bibtex);
  const references = new Map<string, Reference>();
  for (const entry of entries) {
    const reference = referenceFrom(entry);
    if (references.has(reference.id))
      throw new Error(`references.bib: two entries are called ${reference.id}`);
    references.set(reference.id, reference);
  }
  return references;
});

function referenceFrom(entry: CSL): Reference {
  const id = String(entry.id);
  const url = entry.URL;
  const doi = entry.DOI;
  if (url === undefined && doi === undefined) {
    throw new Error(`references.bib: ${id} has neither a DOI nor a url`);
  }
  const accessed = isoDate(entry.accessed);
  return {
    id,
    authors: (entry.author ?? []).map(
      ({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '),
    ),
    title: entry.title ?? '',
    container: entry['container-title'] ?? entry.publisher ?? '',
    year: String(entry.issued?.['date-parts']?.[0][0] ?? ''),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    ...(accessed === undefined ? {} : { accessed }),
  };
}

function isoDate(date: CSL['accessed']): string | undefined {
  const parts = date?.['date-parts']?.[0];
  return parts?.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Where a source is read: its DOI when it has one, else its address. */
export function referenceAddress(reference: Reference): string {
  return reference.doi === undefined ? (reference.url ?? '') : `https://doi.org/${reference.doi}`;
}
