import { describe, expect, it } from 'vitest';
import type { ModelFileErrorCode } from '../../src/model-files/index.ts';
import { outcomeOf } from './sources.ts';
import { joined, little, zeros } from './writers/bytes.ts';
import type { OnnxTensor } from './writers/onnx.ts';
import { graphOf, modelOf, nodeProto, onnx, tensorProto } from './writers/onnx.ts';
import { contentField, numberField } from './writers/protobuf.ts';

const weight: OnnxTensor = { name: 'w', type: 1, shape: [2, 3], bytes: 24 };
const ofTensor = (...fields: readonly Uint8Array[]): Uint8Array => modelOf(graphOf([joined(...fields)]));
const ofGraph = (...fields: readonly (Uint8Array | string)[]): Uint8Array => modelOf(joined(...fields));
const ofModel = (...fields: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  joined(numberField(1, 8), ...fields);
const graph = contentField(7, graphOf([]));
const opset = contentField(8, numberField(2, 17));
const dims = [numberField(1, 2), numberField(1, 3)] as const;
const float = numberField(2, 1);
const raw = contentField(9, zeros(24));
const branches = (depth: number): Uint8Array => {
  const inside = depth === 0 ? graphOf([]) : branches(depth - 1);
  return joined(
    contentField(
      1,
      nodeProto('If', ['x'], ['y'], [joined(contentField(1, 'then'), contentField(6, inside))]),
    ),
  );
};

/** What is wrong, the code, the file. */
const cases: readonly (readonly [string, ModelFileErrorCode, Uint8Array])[] = [
  ['a tag alone', 'truncated', joined([8])],
  ['no version', 'unknownFormat', joined(graph, opset)],
  ['a version alone', 'structure', ofModel()],
  ['no graph', 'structure', ofModel(opset)],
  ['no operator sets', 'structure', ofModel(graph)],
  ['two graphs', 'duplicate', ofModel(graph, graph, opset)],
  [
    'a number of 11 bytes',
    'number',
    joined(
      [8],
      Array.from({ length: 10 }, () => 0x80),
      [1],
    ),
  ],
  [
    'a number of 65 bits',
    'number',
    joined(
      [8],
      Array.from({ length: 9 }, () => 0xff),
      [2],
    ),
  ],
  ['a number that does not end', 'truncated', joined([8, 0x80])],
  ['a field of number 0', 'type', ofModel([0, 0])],
  ['a field number of 2^29', 'type', ofModel(numberField(2 ** 29, 1))],
  ['a group that begins', 'type', ofModel([0x3b])],
  ['a group that ends', 'type', ofModel([0x3c])],
  ['wire type 6', 'type', ofModel([0x3e])],
  ['wire type 7', 'type', ofModel([0x3f])],
  ['a graph longer than the file', 'truncated', ofModel([0x3a, 0x7f])],
  [
    'a graph of 2^63 bytes',
    'truncated',
    joined(
      ofModel([0x3a]),
      Array.from({ length: 9 }, () => 0x80),
      [1],
    ),
  ],
  [
    'a graph of 2^64 − 1 bytes',
    'truncated',
    joined(
      ofModel([0x3a]),
      Array.from({ length: 9 }, () => 0xff),
      [1],
    ),
  ],
  ['a graph that is a number', 'type', ofModel(numberField(7, 1), opset)],
  ['a version that is a text', 'type', ofModel(contentField(1, 'x'))],
  ['a model version that is a text', 'type', ofModel(contentField(5, '1'), graph, opset)],
  ['a producer that is not UTF-8', 'text', ofModel(contentField(2, Uint8Array.from([0xff])), graph, opset)],
  ['operator sets that are a number', 'type', ofModel(graph, numberField(8, 1))],
  ['a field of 8 bytes that is cut off', 'truncated', ofModel([0x09, 0, 0])],
  ['a field of 4 bytes that is cut off', 'truncated', ofModel([0x0d, 0, 0])],
  ['a node that is a number', 'type', ofGraph(numberField(1, 1))],
  ['a node without a type', 'structure', ofGraph(contentField(1, contentField(1, 'x')))],
  ['a node longer than its graph', 'truncated', ofGraph(Uint8Array.from([0x0a, 0x7f]))],
  [
    'a node’s input that is not UTF-8',
    'text',
    ofGraph(contentField(1, contentField(1, Uint8Array.from([0xc3])))),
  ],
  ['a graph’s name that is a number', 'type', ofGraph(numberField(2, 1))],
  ['an input that is a number', 'type', ofGraph(numberField(11, 1))],
  [
    'an attribute that is a number',
    'type',
    ofGraph(contentField(1, contentField(4, 'Add'), numberField(5, 1))),
  ],
  ['graphs nested too deep', 'limit', modelOf(branches(40))],
  ['an initializer that is a number', 'type', ofGraph(numberField(5, 1))],
  ['an initializer twice', 'duplicate', onnx([weight, weight])],
  ['a tensor without a type', 'structure', ofTensor(...dims, raw)],
  ['a type that is a text', 'type', ofTensor(...dims, contentField(2, '1'), raw)],
  ['a negative axis', 'shape', onnx([{ ...weight, shape: [-1n, 6] }])],
  ['an axis of 2^62', 'shape', onnx([{ ...weight, shape: [2n ** 62n] }])],
  ['axes whose product overflows', 'shape', onnx([{ ...weight, shape: [2 ** 32, 2 ** 32] }])],
  ['bytes beyond 2^53', 'shape', onnx([{ ...weight, type: 11, shape: [2 ** 51] }])],
  ['33 axes', 'limit', onnx([{ ...weight, shape: Array.from({ length: 33 }, () => 1) }])],
  [
    '33 axes in one field',
    'limit',
    modelOf(graphOf([tensorProto({ ...weight, shape: Array.from({ length: 33 }, () => 1) }, true)])),
  ],
  ['axes in 8 bytes each', 'type', ofTensor(joined([0x09], little(2, 8)), float, raw)],
  ['too few raw bytes', 'size', onnx([{ ...weight, bytes: 23 }])],
  ['too many raw bytes', 'size', onnx([{ ...weight, bytes: 25 }])],
  ['raw data twice', 'duplicate', ofTensor(...dims, float, raw, raw)],
  ['no data', 'size', ofTensor(...dims, float)],
  ['data in two fields', 'structure', ofTensor(...dims, float, raw, contentField(4, zeros(24)))],
  ['too few floats', 'size', ofTensor(...dims, float, contentField(4, zeros(20)))],
  ['too few integers', 'size', ofTensor(...dims, numberField(2, 7), contentField(7, zeros(5)))],
  ['too many integers', 'size', ofTensor(...dims, numberField(2, 7), contentField(7, zeros(61)))],
  ['data in segments', 'otherFormat', ofTensor(...dims, float, contentField(3, numberField(1, 0)), raw)],
  ['a name that is a number', 'type', ofTensor(...dims, float, numberField(8, 1), raw)],
  ['a name longer than its tensor', 'truncated', ofTensor(...dims, float, Uint8Array.from([0x42, 0x7f]))],
  ['a name above 1 MiB', 'limit', onnx([{ ...weight, name: 'w'.repeat(1_048_577) }])],
  ['a place that is a number', 'type', ofTensor(...dims, float, numberField(13, 1), raw)],
];

describe('readModel of a malformed ONNX file', () => {
  it('is shown enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('refuses %s with the code %s', async (_, code, bytes) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });
});

describe('readModel of a file of another format', () => {
  it.each([
    ['a pickle', '\x80\x02}q\x00.'],
    ['Keras', '\x89HDF\r\n\x1a\n'],
    ['TensorFlow Lite', '\x1c\0\0\0TFL3'],
    ['NumPy', '\x93NUMPY\x01\0'],
  ])('names %s', async (_, beginning) => {
    const bytes = Uint8Array.from(beginning.padEnd(40, '.'), (character) => character.charCodeAt(0));
    expect(await outcomeOf(bytes)).toBe('otherFormat');
  });

  it.each(['hello, world', '<!doctype html>', '%PDF-1.7', '{"a": 1}', '# Model card'])(
    'knows nothing of %s',
    async (text) => {
      expect(await outcomeOf(joined(text))).toBe('unknownFormat');
    },
  );
});
