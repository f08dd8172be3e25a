import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFixture } from './compile-fixture.ts';

/** What the build must say of each bad note in tests/fixtures, with the line it must name. */
const complaints: Readonly<Record<string, RegExp>> = {
  'unknown-citation': /en\/unknown-citation\.mdx:5: unknown citation nobody1999/,
  'unknown-term': /en\/unknown-term\.mdx:5: unknown term nothing/,
  'unknown-fact': /en\/unknown-fact\.mdx:7: unknown fact nothing/,
  'unsourced-fact': /en\/unsourced-fact\.mdx:7: fact unsourced-fact cites nobody1999/,
  'unknown-component': /en\/unknown-component\.mdx:7: unknown component <Chart>/,
  'unknown-property': /en\/unknown-property\.mdx:7: <Cite> has no property colour; it takes id, at/,
  'missing-property': /en\/missing-property\.mdx:7: <Table> needs the property caption/,
  'heading-without-id': /en\/heading-without-id\.mdx:7: heading without an id/,
  'heading-twice': /en\/heading-twice\.mdx:9: heading id same is used twice/,
  'level-one': /en\/level-one\.mdx:5: a note has no level-1 heading/,
  'dead-anchor': /en\/dead-anchor\.mdx:5: no heading or example here has the id nowhere/,
  'dead-note': /en\/dead-note\.mdx:7: there is no note nothing in en/,
  'dead-note-anchor': /en\/dead-note-anchor\.mdx:5: the note good has no anchor nowhere/,
  'bare-address': /en\/bare-address\.mdx:5: a note links with note:slug#anchor, or cites a source/,
  'dead-ref': /en\/dead-ref\.mdx:5: <Ref> leads nowhere: nothing numbered has the id eq-none/,
  'id-twice': /en\/id-twice\.mdx:13: the id eq is used twice/,
  'formula-error': /en\/formula-error\.mdx:7: .*KaTeX parse error/,
  'formula-strict': /en\/formula-strict\.mdx:5: .*LaTeX-incompatible/,
  'bare-expression': /en\/bare-expression\.mdx:5: write numbers with show\.…, not \{1 \+ 1\}/,
  'heading-untranslated': /en\/heading-untranslated\.mdx:7: the zh note has no anchor only-english/,
  untranslated: /en\/untranslated\.mdx:1: the note has no translation in zh/,
};

describe('a note', () => {
  it('that keeps the rules compiles, numbered and linked', async () => {
    const code = await compileFixture('good');
    expect(code).toContain('"/notes/en/good/#eq-one"');
    expect(code).toContain('id: "padding"');
    expect(code).toMatch(/to: "eq-one",\s*kind: "equation",\s*number: "1"/);
    expect(code).toMatch(/id: "known2020",\s*at: "§2",\s*number: "1",\s*occurrence: "1"/);
    expect(code).toMatch(/id: "known-fact",\s*number: "1",\s*occurrence: "2"/);
    expect(code).toMatch(/ReferenceList, \{\s*ids: "known2020"/);
    expect(code).toContain('const {engine, show, fact, trained, at} = props');
    expect(code).toMatch(/at\("tests\/fixtures\/notes\/en\/good\.mdx:17", \(\) => show\.integer/);
  });

  it('keeps a unit on its number’s line, typed or computed', async () => {
    const code = await compileFixture('units');
    expect(code).toContain('0.4\u00a0MB');
    expect(code).toContain('"\u00a0MiB and 8\u00a0bits; 3 sets."');
  });

  it.each(Object.entries(complaints))('%s fails the build with file and line', async (name, complaint) => {
    await expect(compileFixture(name)).rejects.toThrow(complaint);
  });

  it('of every bad kind in tests/fixtures has an expected complaint', () => {
    const samples = readdirSync('tests/fixtures/notes/en').map((file) => file.replace('.mdx', ''));
    expect(samples.sort()).toEqual(['good', 'units', ...Object.keys(complaints)].sort());
  });
});
