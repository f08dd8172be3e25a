import fc from 'fast-check';
import type { Field, Fields } from '../../../src/calculators/shared/fields.ts';

/** What people type: mostly sizes that go together, now and then one that does not. */
export function plausibleStates(fields: Fields): fc.Arbitrary<Record<string, string>> {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plausible(name, field)])),
  );
}

/** What an address may hold: any text, numbers far beyond every bound, names of object members. */
export function hostileStates(fields: Fields): fc.Arbitrary<Record<string, string>> {
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fc.oneof(plausible(name, field), hostile)]),
    ),
  );
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom('', '-0', '1e999', '-1e9', 'NaN', 'Infinity', '∞', '１２８', '1e-320', '2e308'),
  fc.constantFrom('toString', '__proto__', 'constructor', '<b>', '%00', '1,,2', '×', '0x', '9'.repeat(40)),
);

function plausible(name: string, field: Field): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'text':
      return fc
        .array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        })
        .map((lines) => lines.map((line) => line.map((value) => value.toFixed(3)).join(' ')).join('\n'));
    case 'decimal':
      return fc
        .double({ min: Math.max(field.least, -1000), max: Math.min(field.most, 1000), noNaN: true })
        .map((value) => String(Number(value.toPrecision(4))));
    case 'axes':
      return fc.oneof(
        { weight: 9, arbitrary: whole(name, field) },
        fc.array(whole(name, field), { minLength: 2, maxLength: 3 }).map((values) => values.join('×')),
      );
    case 'whole':
      return whole(name, field);
  }
}

/** Powers of two divide each other; kernels are odd, and steps small. */
function whole(name: string, field: { readonly least: number; readonly most: number }): fc.Arbitrary<string> {
  const usual = usualSizes.find(([names]) => names.test(name))?.[1] ?? [8, 16, 32, 64, 128, 256, 512];
  const allowed = usual.filter((each) => each >= field.least && each <= field.most);
  const any = fc.integer({ min: field.least, max: Math.max(Math.min(field.most, 512), field.least) });
  const sizes = allowed.length === 0 ? any : fc.constantFrom(...allowed);
  return fc.oneof({ weight: 19, arbitrary: sizes }, any).map(String);
}

const usualSizes: readonly (readonly [names: RegExp, sizes: readonly number[]])[] = [
  [/kernel/i, [1, 3, 3, 5, 7]],
  [/outputPadding|^output$/, [0, 0, 0, 1]],
  [/padding/i, [0, 1, 1, 2]],
  [/stride|dilation|multiplier|groups|factor|expansion|seeds/i, [1, 2, 2, 4]],
];

/** The text of 10^6 in a field, or of its own limits. */
export function extremes(field: Field): string[] {
  switch (field.kind) {
    case 'choice':
      return [...field.choices];
    case 'text':
      return ['1000000', '-1e6 1e6', '9'.repeat(field.longest)];
    case 'axes':
      return ['1000000', '1000000×1000000×1000000', String(field.most)];
    default:
      return ['1000000', String(field.least), String(field.most), '1e15'];
  }
}
