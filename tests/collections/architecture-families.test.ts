import { describe, expect, it } from 'vitest';
import { familyOf, loadArchitectureFamilies, loadReferences } from '../../src/collections/index.ts';
import { architectureNamed, architectures } from '../../src/engine/index.ts';

const families = loadArchitectureFamilies();

describe('content/architectures', () => {
  it('has every network of the engine in exactly one family, and no other', () => {
    expect(families.flatMap(({ members }) => members).toSorted()).toEqual(
      Object.keys(architectures).toSorted(),
    );
  });

  it('orders the families without ties', () => {
    expect(new Set(families.map(({ order }) => order)).size).toBe(families.length);
  });

  it.each(families)('cites sources of references.bib for $id, those of its networks among them', (family) => {
    const known = loadReferences();
    for (const source of family.sources) expect(known.has(source)).toBe(true);
    for (const member of family.members) {
      expect(family.sources).toEqual(expect.arrayContaining([...architectureNamed(member).sources]));
    }
  });

  it('is asked by network', () => {
    expect(familyOf('resnet50').id).toBe('resnet');
    expect(() => familyOf('resnet51')).toThrow('resnet51 is in no family');
  });
});
