import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/index.ts';
import { accountOf } from '../../src/catalogue/account.ts';
import { chosenIn, compareFields, standardChoice } from '../../src/catalogue/compare/chosen.ts';
import { kindShares, quantities } from '../../src/catalogue/compare/quantities.ts';
import { architectures } from '../../src/engine/index.ts';

const ids = Object.keys(architectures);
const fields = compareFields(ids);

describe('the comparison’s address', () => {
  it('names networks by place alone: ?a=vgg16', () => {
    const typed = typedFromQuery('', fields, new URLSearchParams('a=vgg16&d=alexnet'));
    expect(chosenIn(typed, ids)).toEqual(['vgg16', 'efficientnet_b4', 'vit_b_32', 'alexnet']);
    expect(typedToQuery('', fields, typed, new URLSearchParams()).toString()).toBe('a=vgg16&d=alexnet');
  });

  it('shows the standard networks when it names none', () => {
    expect(chosenIn(standardTyped(fields), ids)).toEqual(standardChoice);
  });

  it('leaves out who is unknown and who is there already, whatever it says', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom(...ids, 'none', '__proto__', 'constructor'));
    fc.assert(
      fc.property(fc.record({ a: name, b: name, c: name, d: name }), (typed) => {
        const chosen = chosenIn(typed, ids);
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const id of chosen) expect(ids).toContain(id);
      }),
    );
  });
});

describe('the comparison', () => {
  const accounts = standardChoice.map((id) => accountOf(id).account);

  it('starts from networks within 8 % of the same multiply-adds', () => {
    const macs = accounts.map((account) => account.macs);
    expect(Math.max(...macs) / Math.min(...macs)).toBeLessThan(1.08);
  });

  it('has shares of kinds that are one for each network', () => {
    const kinds = kindShares(accounts);
    accounts.forEach((_, index) => {
      expect(kinds.reduce((sum, { shares }) => sum + (shares[index] ?? 0), 0)).toBeCloseTo(1, 12);
    });
  });

  it('reads nine quantities of every network, all positive', () => {
    expect(quantities).toHaveLength(9);
    for (const { of } of quantities) for (const account of accounts) expect(of(account)).toBeGreaterThan(0);
  });
});
