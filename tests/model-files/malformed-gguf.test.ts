import { describe, expect, it } from 'vitest';
import type { ModelFileErrorCode } from '../../src/model-files/index.ts';
import { outcomeOf } from './sources.ts';
import { joined, little, zeros } from './writers/bytes.ts';
import type { GgufTensor } from './writers/gguf.ts';
import { gguf, ggufArray, ggufPair, ggufText } from './writers/gguf.ts';

const weight: GgufTensor = { name: 'w', axes: [8], type: 0, bytes: 32 };
const head = (version: number, tensors: number | bigint, pairs: number | bigint): Uint8Array =>
  joined('GGUF', little(version, 4), little(tensors, 8), little(pairs, 8));
const withPair = (pair: Uint8Array): Uint8Array => gguf([weight], { pairs: [pair] });
const nested = (depth: number): Uint8Array =>
  depth === 0 ? ggufArray(0, []) : ggufArray(9, [nested(depth - 1)]);
const alignedTo = (alignment: number): Uint8Array =>
  gguf([weight], { pairs: [ggufPair('general.alignment', 4, little(alignment, 4))] });
const text = ggufText('x');

/** What is wrong, the code, the file. */
const cases: readonly (readonly [string, ModelFileErrorCode, Uint8Array])[] = [
  ['the magic number alone', 'truncated', joined('GGUF')],
  ['a version alone', 'truncated', joined('GGUF', little(3, 4))],
  ['no counts', 'truncated', joined('GGUF', little(3, 4), little(0, 8))],
  ['version 0', 'version', gguf([weight], { version: 0 })],
  ['version 1', 'version', gguf([weight], { version: 1 })],
  ['version 4', 'version', gguf([weight], { version: 4 })],
  ['a big-endian file', 'version', gguf([weight], { version: 0x03000000 })],
  ['more than a million tensors', 'limit', head(3, 1_000_001, 0)],
  ['2^53 tensors', 'number', head(3, 2n ** 53n, 0)],
  ['2^64 − 1 tensors', 'number', head(3, 2n ** 64n - 1n, 0)],
  ['too many key-value pairs', 'limit', head(3, 0, 100_001)],
  ['2^63 key-value pairs', 'number', head(3, 0, 2n ** 63n)],
  ['a tensor that is announced and missing', 'truncated', head(3, 1, 0)],
  ['two tensors announced, one there', 'truncated', gguf([], { tensorCount: 2 })],
  ['a pair that is announced and missing', 'truncated', head(3, 0, 1)],
  [
    'a pair too few, so that padding is read as one',
    'structure',
    gguf([], { pairs: [ggufPair('a', 0, little(1, 1))], pairCount: 2 }),
  ],
  ['a key longer than the file', 'truncated', joined(head(3, 0, 1), little(60_000, 8))],
  ['a key longer than 65,535 bytes', 'limit', joined(head(3, 0, 1), little(65_536, 8))],
  ['a key of 2^60 bytes', 'number', joined(head(3, 0, 1), little(2n ** 60n, 8))],
  ['a key that is not UTF-8', 'text', joined(head(3, 0, 1), little(2, 8), [0xff, 0xfe], zeros(8))],
  [
    'a key twice',
    'duplicate',
    gguf([weight], { pairs: [ggufPair('a', 0, little(1, 1)), ggufPair('a', 0, little(1, 1))] }),
  ],
  ['value type 13', 'type', withPair(ggufPair('a', 13, little(0, 8)))],
  ['value type 2^32 − 1', 'type', withPair(ggufPair('a', 0xffffffff, little(0, 8)))],
  ['a bool of 2', 'type', withPair(ggufPair('a', 7, little(2, 1)))],
  ['a value that is cut off', 'truncated', joined(head(3, 0, 1), ggufPair('a', 10, little(0, 4)))],
  ['a text longer than the file', 'truncated', joined(head(3, 0, 1), ggufPair('a', 8, little(999, 8)))],
  ['a text above 1 MiB', 'limit', joined(head(3, 0, 1), ggufPair('a', 8, little(1_048_577, 8)))],
  ['an array of an unknown type', 'type', withPair(ggufPair('a', 9, ggufArray(14, [zeros(8)])))],
  ['an array longer than the file', 'truncated', withPair(ggufPair('a', 9, ggufArray(10, [], 1_000_000)))],
  [
    'an array of texts longer than the file',
    'truncated',
    withPair(ggufPair('a', 9, ggufArray(8, [text], 1_000_000))),
  ],
  ['an array of 2^50', 'limit', withPair(ggufPair('a', 9, ggufArray(0, [], 2n ** 50n)))],
  ['an array of 2^64 − 1', 'number', withPair(ggufPair('a', 9, ggufArray(0, [], 2n ** 64n - 1n)))],
  ['arrays nested too deep', 'limit', withPair(ggufPair('a', 9, nested(40)))],
  ['alignment 0', 'layout', alignedTo(0)],
  ['alignment 12', 'layout', alignedTo(12)],
  ['alignment 2^31', 'limit', alignedTo(2 ** 31)],
  ['an alignment of 64 bits', 'type', withPair(ggufPair('general.alignment', 10, little(32, 8)))],
  ['a name longer than 1 MiB', 'limit', joined(head(3, 1, 0), little(1_048_577, 8))],
  ['a name that is not UTF-8', 'text', joined(head(3, 1, 0), little(1, 8), [0x80], zeros(64))],
  ['a name twice', 'duplicate', gguf([weight, weight])],
  ['33 axes', 'limit', gguf([{ ...weight, axes: Array.from({ length: 33 }, () => 1) }])],
  ['2^32 − 1 axes', 'limit', joined(head(3, 1, 0), ggufText('w'), little(0xffffffff, 4), zeros(64))],
  ['an axis above 2^53', 'number', gguf([{ ...weight, axes: [2n ** 53n] }])],
  ['axes whose product overflows', 'shape', gguf([{ ...weight, axes: [2 ** 32, 2 ** 32] }])],
  ['bytes beyond 2^53', 'shape', gguf([{ ...weight, axes: [2 ** 51], type: 28 }])],
  ['rows that blocks do not divide', 'shape', gguf([{ name: 'w', axes: [33, 32], type: 2, bytes: 594 }])],
  ['an offset that is not aligned', 'layout', gguf([{ ...weight, offset: 8 }])],
  ['data that begins late', 'layout', gguf([{ ...weight, offset: 32 }])],
  ['data that overlaps', 'layout', gguf([weight, { ...weight, name: 'v', offset: 0 }])],
  ['a hole', 'layout', gguf([weight, { ...weight, name: 'v', offset: 96 }])],
  [
    'an offset beyond the end',
    'layout',
    joined(
      head(3, 1, 0),
      ggufText('w'),
      little(1, 4),
      little(8, 8),
      little(0, 4),
      little(2 ** 40, 8),
      zeros(64),
    ),
  ],
  ['data that is cut off', 'truncated', gguf([{ ...weight, bytes: 0 }])],
  ['data of 2^40 bytes in a small file', 'truncated', gguf([{ ...weight, axes: [2 ** 40], bytes: 0 }])],
];

describe('readModel of a malformed GGUF file', () => {
  it('is shown enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('refuses %s with the code %s', async (_, code, bytes) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });
});
