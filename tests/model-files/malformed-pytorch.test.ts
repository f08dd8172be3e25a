import { describe, expect, it } from 'vitest';
import type { ModelFileErrorCode } from '../../src/model-files/index.ts';
import { outcomeOf } from './sources.ts';
import { joined, little, zeros } from './writers/bytes.ts';
import {
  dataRecords,
  orderedDict,
  pickled,
  stateDict,
  storageOf,
  tensorOf,
  torchFile,
  weight,
} from './writers/pytorch.ts';
import { zip } from './writers/zip.ts';

const good = torchFile(stateDict([weight]), dataRecords([weight]));
const ofValue = (value: Uint8Array): Uint8Array => torchFile(value, dataRecords([weight]));
const ofPickle = (data: Uint8Array): Uint8Array => zip([{ name: 'archive/data.pkl', data }]);
const rebuilt = (...args: readonly Uint8Array[]): Uint8Array =>
  ofValue(pickled.call(pickled.global('torch._utils', '_rebuild_tensor_v2'), pickled.tuple(...args)));
const record = { name: 'archive/data.pkl', data: pickled.of(pickled.none) };
const persistent = (...parts: readonly Uint8Array[]): Uint8Array =>
  ofValue(joined(pickled.tuple(...parts), 'Q'));
const [zero, empty] = [pickled.whole(0), pickled.tuple()];

/** What is wrong, the code, the file. */
const cases: readonly (readonly [string, ModelFileErrorCode, Uint8Array])[] = [
  ['the beginning of an archive alone', 'truncated', joined('PK\x03\x04')],
  ['no directory', 'truncated', joined('PK\x03\x04', zeros(40))],
  ['bytes behind the directory', 'truncated', joined(good, zeros(1))],
  [
    'a directory past the end',
    'truncated',
    joined(
      'PK\x03\x04PK\x05\x06',
      little(0, 4),
      little(1, 2),
      little(1, 2),
      little(99, 4),
      little(9, 4),
      little(0, 2),
    ),
  ],
  [
    'a directory that is none',
    'structure',
    joined(
      'PK\x03\x04',
      zeros(60),
      'PK\x05\x06',
      little(0, 4),
      little(1, 2),
      little(1, 2),
      little(60, 4),
      little(4, 4),
      little(0, 2),
    ),
  ],
  [
    'no zip64 locator',
    'structure',
    joined(
      'PK\x03\x04',
      zeros(60),
      'PK\x05\x06',
      little(0, 4),
      little(0xffff, 2),
      little(0xffff, 2),
      zeros(10),
    ),
  ],
  ['another archive', 'otherFormat', zip([{ name: 'word/document.xml', data: zeros(4) }])],
  ['a compressed record', 'otherFormat', zip([{ ...record, method: 8 }])],
  ['an encrypted record', 'otherFormat', zip([{ ...record, flags: 1 }])],
  ['a record of two sizes', 'size', zip([{ ...record, size: 99 }])],
  ['a name twice', 'duplicate', zip([record, record])],
  ['records that overlap', 'layout', zip([record, { name: 'archive/x', data: zeros(4), offset: 4 }])],
  ['a record in the directory', 'truncated', zip([{ ...record, offset: 20 }])],
  ['a record of two names', 'structure', zip([{ ...record, localName: 'archive/data.pkx' }])],
  [
    'a record’s name that is not UTF-8',
    'text',
    Uint8Array.from(good, (byte, index) => (index > good.length - 300 && byte === 0x61 ? 0xff : byte)),
  ],
  ['an empty pickle', 'truncated', ofPickle(zeros(0))],
  ['a pickle that does not stop', 'truncated', ofPickle(joined([0x80, 2], 'N'))],
  ['a pickle of nothing', 'structure', ofPickle(joined([0x80, 2], '.'))],
  ['protocol 4', 'version', ofPickle(joined([0x80, 4], 'N.'))],
  ['bytes behind the pickle', 'structure', ofPickle(joined([0x80, 2], 'N.N'))],
  ['values left over', 'structure', ofPickle(joined([0x80, 2], 'NN.'))],
  ['a mark left over', 'structure', ofPickle(joined([0x80, 2], '(N.'))],
  ['an opcode of other pickles: INST', 'type', ofPickle(joined([0x80, 2], '(ios\nsystem\n.'))],
  ['an opcode of other pickles: OBJ', 'type', ofPickle(joined([0x80, 2], '(o.'))],
  ['an opcode of other pickles: EXT1', 'type', ofPickle(joined([0x80, 2, 0x82, 1], '.'))],
  ['an opcode of other pickles: PERSID', 'type', ofPickle(joined([0x80, 2], 'Px\n.'))],
  ['opcode 0', 'type', ofPickle(joined([0x80, 2, 0], '.'))],
  ['a tuple without a mark', 'structure', ofPickle(joined([0x80, 2], 't.'))],
  ['a tuple of too few', 'structure', ofPickle(joined([0x80, 2, 0x86], '.'))],
  ['a value that was never kept', 'structure', ofPickle(joined([0x80, 2], 'h', [9], '.'))],
  ['nothing to keep', 'structure', ofPickle(joined([0x80, 2], 'q', [9], '.'))],
  ['a text longer than the pickle', 'truncated', ofPickle(joined([0x80, 2], 'X', little(999, 4), '.'))],
  ['a text above 1 MiB', 'limit', ofPickle(joined([0x80, 2], 'X', little(0xffffffff, 4), '.'))],
  ['a text that is not UTF-8', 'text', ofPickle(joined([0x80, 2], 'X', little(1, 4), [0xff], '.'))],
  ['a name that does not end', 'truncated', ofPickle(joined([0x80, 2], 'ctorch'))],
  ['a name that is not UTF-8', 'text', ofPickle(joined([0x80, 2], 'c', [0xff], '\nx\n.'))],
  ['a number that is cut off', 'truncated', ofPickle(joined([0x80, 2, 0x8a, 9, 1]))],
  ['a call without arguments', 'structure', ofValue(joined(pickled.global('torch', 'device'), 'NR'))],
  ['items of no list', 'structure', ofValue(joined('NNa'))],
  ['items of no dictionary', 'structure', ofValue(joined('NNNs'))],
  ['a key without a value', 'structure', ofValue(joined('}(Nu'))],
  [
    'a key twice',
    'duplicate',
    ofValue(pickled.dict(pickled.text('a'), pickled.none, pickled.text('a'), pickled.none)),
  ],
  ['state of no object', 'structure', ofValue(joined('NNb'))],
  ['a persistent id that is a text', 'structure', ofValue(joined(pickled.text('x'), 'Q'))],
  [
    'a persistent id of another kind',
    'structure',
    persistent(
      pickled.text('module'),
      pickled.global('torch', 'FloatStorage'),
      pickled.text('0'),
      pickled.text('cpu'),
      zero,
    ),
  ],
  [
    'a storage of −1 values',
    'structure',
    persistent(
      pickled.text('storage'),
      pickled.global('torch', 'FloatStorage'),
      pickled.text('0'),
      pickled.text('cpu'),
      pickled.whole(-1),
    ),
  ],
  [
    'a tensor without a storage',
    'structure',
    rebuilt(pickled.none, zero, empty, empty, pickled.no, orderedDict),
  ],
  ['a tensor of too few arguments', 'structure', rebuilt(storageOf(weight))],
  ['a negative place', 'structure', rebuilt(storageOf(weight), pickled.whole(-1), empty, empty)],
  ['a negative size', 'structure', ofValue(tensorOf({ ...weight, count: 6, shape: [-2, 3] }))],
  ['strides of another rank', 'structure', ofValue(tensorOf({ ...weight, strides: [1] }))],
  [
    'sizes whose product overflows',
    'shape',
    ofValue(tensorOf({ ...weight, count: 6, shape: [2 ** 30, 2 ** 30] })),
  ],
  ['data that is missing', 'structure', torchFile(stateDict([weight]))],
  [
    'data of another length',
    'size',
    torchFile(stateDict([weight]), [{ name: 'archive/data/0', data: zeros(23) }]),
  ],
  ['a tensor past its data', 'size', ofValue(tensorOf({ ...weight, offset: 1, count: 6 }))],
  ['strides past the data', 'size', ofValue(tensorOf({ ...weight, strides: [30, 1] }))],
  ['values nested too deep', 'limit', ofValue(joined(']'.repeat(300), 'a'.repeat(299)))],
];

describe('readModel of a malformed PyTorch file', () => {
  it('is shown enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('refuses %s with the code %s', async (_, code, bytes) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });
});
