import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { standardTyped, typedFromQuery, typedToQuery } from '../../src/calculators/shared/fields.ts';
import type { FieldName } from '../../src/calculators/transposed/state.ts';
import { fields, mostDrawn, prefix, readTransposed } from '../../src/calculators/transposed/state.ts';
import { OutputSize } from '../../src/calculators/transposed/OutputSize.tsx';
import { TransposedWorking } from '../../src/calculators/transposed/TransposedWorking.tsx';
import { convolution, scatterOverlap } from '../../src/engine/index.ts';
import { locales } from '../../src/i18n/index.ts';

const read = (changes: Partial<Record<FieldName, string>> = {}): ReturnType<typeof readTransposed> =>
  readTransposed({ ...standardTyped(fields), ...changes });

/** The text of the result, tags left out. */
function textOf(changes: Partial<Record<FieldName, string>>, locale: 'en' | 'zh' = 'en'): string {
  const { axis } = read(changes);
  if (axis === undefined) throw new Error('the fields describe no transposed convolution');
  return render(
    h('div', {}, h(OutputSize, { axis, locale, lit: [] }), h(TransposedWorking, { axis, locale })),
  ).replaceAll(/<[^>]+>/g, ' ');
}

describe('readTransposed', () => {
  it('starts with 4 positions that come from 7 and from 8, overlapping by 2 and 1 in turn', () => {
    expect(read().axis).toMatchObject({
      outputSize: 7,
      mappedSizes: [7, 8],
      overlap: [1, 2, 1, 2, 1, 2, 1],
      pattern: [2, 1],
      keras: { same: 8, valid: 9 },
    });
  });

  it.each([
    // torch 2.6.0 and onnx 1.17 agree.
    [{ inputSize: '14', outputPadding: '1' }, 28],
    [{ inputSize: '14' }, 27],
    [{ inputSize: '14', kernel: '4' }, 28],
    [{ inputSize: '5', stride: '3', padding: '0', outputPadding: '2', dilation: '2' }, 19],
  ])('gives for %j %i positions', (changes, expected) => {
    expect(read(changes).axis?.outputSize).toBe(expected);
  });

  it('has no size of Keras where stride and dilation are both above 1', () => {
    expect(read({ dilation: '2' }).axis).not.toHaveProperty('keras');
  });

  it.each<[string, Partial<Record<FieldName, string>>, FieldName, unknown]>([
    ['output padding of the stride', { outputPadding: '2' }, 'outputPadding', { key: 'tooLarge', limit: 1 }],
    ['padding that crops all', { padding: '5' }, 'padding', { key: 'cropsEverything', limit: 9 }],
    ['no stride', { stride: '0' }, 'stride', { key: 'tooSmall', limit: 1 }],
    ['half a kernel', { kernel: '2.5' }, 'kernel', { key: 'notWhole' }],
  ])('answers %s with an error at its field', (_, changes, field, error) => {
    const { checked, axis } = read(changes);
    expect(checked[field]).toEqual({ error });
    expect(axis).toBeUndefined();
  });

  it('takes output padding up to the dilation where that is larger, as torch does', () => {
    expect(read({ inputSize: '5', padding: '0', dilation: '3', outputPadding: '2' }).axis?.outputSize).toBe(
      17,
    );
  });
});

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map(String);
const sizes = fc.record({
  inputSize: digits(1, 40),
  kernel: digits(1, 9),
  stride: digits(1, 6),
  padding: digits(0, 6),
  outputPadding: digits(0, 5),
  dilation: digits(1, 4),
});

describe('the state in the address', () => {
  it('comes back from the query as it was typed', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const query = typedToQuery(prefix, fields, typed, new URLSearchParams('conv.kernel=5'));
        expect(typedFromQuery(prefix, fields, query)).toEqual(typed);
        expect(query.get('conv.kernel')).toBe('5');
      }),
    );
  });

  it('gives a message or a finite result for whatever a query holds', () => {
    const text = fc.oneof(
      fc.string(),
      digits(0, 1e9),
      fc.constantFrom('-1', '1e99', 'NaN', '∞', '7.5', '７'),
    );
    const names = Object.keys(fields).map((name) => `${prefix}.${name}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (query) => {
        const { checked, axis } = readTransposed(typedFromQuery(prefix, fields, new URLSearchParams(query)));
        if (axis === undefined) {
          expect(Object.values(checked).some((each) => 'error' in each)).toBe(true);
        } else {
          expect(axis.outputSize).toBeGreaterThan(0);
          expect(axis.overlap.every(Number.isSafeInteger)).toBe(true);
        }
      }),
    );
  });
});

describe('what is shown', () => {
  it('is what the engine counts, drawn as far as there is room', () => {
    fc.assert(
      fc.property(sizes, (typed) => {
        const { axis } = readTransposed(typed);
        fc.pre(axis !== undefined);
        const { inputSize, window, padding, outputPadding, outputSize, overlap } = axis;
        const operator = convolution({
          inChannels: 1,
          outChannels: 1,
          kernel: [window.kernel],
          stride: [window.stride],
          dilation: [window.dilation],
          padding: [padding],
          outputPadding: [outputPadding],
          transposed: true,
        });
        expect(operator.outputShape([1, inputSize])).toEqual([1, outputSize]);
        const counts = scatterOverlap(inputSize, window, [padding], outputPadding);
        expect(overlap).toEqual(counts.slice(0, mostDrawn));
      }),
    );
  });

  it('names both sizes and the output padding that leads back to each', () => {
    const text = textOf({});
    expect(text).toContain('turns 7 and 8 positions alike into 4.');
    expect(text).toContain('Output padding 0 and 1: back to 7 and 8.');
    expect(text).toContain('sum 2, 1 in turn');
    expect(text).toContain("8 under 'same', 9 under 'valid'");
  });

  it('says in Chinese where output padding reaches past the stride', () => {
    const text = textOf({ inputSize: '5', padding: '0', dilation: '3', outputPadding: '2' }, 'zh');
    expect(text).toContain('标准卷积会把 17 变成 6。');
    expect(text).toContain('Keras 不允许步长和扩张率同时大于 1。');
  });

  it.each(locales)('has no missing number in any case (%s)', (locale) => {
    fc.assert(
      fc.property(sizes, (typed) => {
        fc.pre(readTransposed(typed).axis !== undefined);
        expect(textOf(typed, locale)).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
  });
});
