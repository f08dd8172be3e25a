import { describe, expect, it } from 'vitest';
import { citedPlaces, frameworkSources, loadArchitectureFamilies, loadCheckpoints, loadFacts, loadFrameworks, loadPublishedCounts, loadReferences } from '../../src/collections/index.ts';
import { architectures } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';
import { noteSource, slugs } from './notes/note-tree.ts';

const references = [...loadReferences().values()];
const facts = loadFacts();
const tableSources = frameworkSources(loadFrameworks());

/** Publishers whose addresses stay: proceedings, a specification, a report, a dated post. */
const permanent = ['papers.nips.cc', 'www.usenix.org', 'www.opencompute.org', 'cdn.openai.com', 'chenrudan.github.io'];

describe('the references', () => {
  it('are found by a DOI, an arXiv id, a permanent address, or an address with the day it was read', () => {
    const loose = references.filter(({ doi, url = '', accessed }) => {
      if (doi !== undefined) return !/^10\.\d{4,9}\/\S+$/.test(doi);
      if (!url.startsWith('https://')) return true;
      const { hostname, pathname } = new URL(url);
      const isArxiv = hostname === 'arxiv.org' && /^\/abs\/(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(pathname);
      return !isArxiv && !permanent.includes(hostname) && accessed === undefined;
    });
    expect(loose.map(({ id }) => id)).toEqual([]);
  });

  it('have a title, a maker and a date', () => {
    const bare = references.filter(
      ({ title, authors, container, year, accessed }) =>
        title === '' || (authors.length === 0 && container === '') || (year === '' && accessed === undefined),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('are each cited by a note, a published figure or count, or a network', () => {
    const cited = new Set([
      ...locales.flatMap((locale) => slugs.flatMap((slug) => citedPlaces(noteSource(locale, slug), facts, tableSources))).map(({ source }) => source),
      ...[...facts.values()].map(({ source }) => source),
      ...loadPublishedCounts().map(({ source }) => source),
      ...loadCheckpoints().flatMap(({ fileSource, accuracySource }) => [fileSource, accuracySource]),
      ...loadArchitectureFamilies().flatMap(({ sources }) => sources),
      ...Object.values(architectures).flatMap(({ sources }) => sources),
    ]);
    expect(references.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('citedPlaces', () => {
  it('names section, place and occurrence of every citation, and of figures by their source', () => {
    const known = new Map([
      ['f', { value: 1, unit: 'B', what: { en: 'a', zh: '甲' }, source: 'k', at: 'table 1', checked: '2026-11-24' }],
    ]);
    const note = 'A <Cite id="k" />.\n\n## B {/* b */}\n\n<Fact id="f" />, <Cite id="k" at="§2" /> <Cite id="m" />';
    expect(citedPlaces(note, known, new Set())).toEqual([
      { source: 'k', section: '', anchor: 'cite-k-1' },
      { source: 'k', section: 'b', anchor: 'cite-k-2', at: 'table 1' },
      { source: 'k', section: 'b', anchor: 'cite-k-3', at: '§2' },
      { source: 'm', section: 'b', anchor: 'cite-m-1' },
    ]);
  });

  it('names the table of frameworks for each of its sources', () => {
    const note = '## B {/* b */}\n\n<FrameworkTable id="t" caption="C" />';
    expect(citedPlaces(note, new Map(), new Set(['k', 'm']))).toEqual([
      { source: 'k', section: 'b', anchor: 't' },
      { source: 'm', section: 'b', anchor: 't' },
    ]);
  });
});
