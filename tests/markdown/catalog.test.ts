import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/markdown/index.ts';

describe('the component catalog', () => {
  it('lists exactly the components that notes are given, but for the list of references the build appends', () => {
    const map = readFileSync('src/components/mdx.ts', 'utf8');
    const given = [...map.slice(map.indexOf('noteComponents')).matchAll(/^ {2}(\w+),/gm)].map(
      (match) => match[1],
    );
    expect([...Object.keys(catalog), 'ReferenceList'].sort()).toEqual(given.sort());
  });
});
