import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/model-files/index.ts';
import { sourceOf } from './sources.ts';
import { joined, zeros } from './writers/bytes.ts';
import { graphOf, modelOf, nodeProto, onnx, tensorProto } from './writers/onnx.ts';
import { contentField, numberField } from './writers/protobuf.ts';

const weight = { name: 'w', type: 1, shape: [2, 3], bytes: 24 };

describe('readModel of an ONNX file', () => {
  it('reads axes that are packed into one field', async () => {
    const model = await readModel(sourceOf(modelOf(graphOf([tensorProto(weight, true)]))));
    expect(model.tensors[0]?.shape).toEqual([2, 3]);
  });

  it('takes values from the typed fields, one by one or packed', async () => {
    const alone = joined(
      numberField(1, 2),
      numberField(2, 1),
      contentField(8, 'a'),
      ...[1, 2].map(() => joined([4 * 8 + 5], zeros(4))),
    );
    const packed = joined(
      numberField(1, 2),
      numberField(2, 7),
      contentField(7, Uint8Array.from([1, 0x80, 1])),
      contentField(8, 'b'),
    );
    const model = await readModel(sourceOf(modelOf(graphOf([alone, packed]))));
    expect(model.tensors.map(({ bytes }) => bytes)).toEqual([8, 16]);
  });

  it('takes batch norms’ statistics, 64-bit integers and scalars for buffers', async () => {
    const tensors = ['scale', 'shift', 'mean', 'variance'].map((name) => ({
      name,
      type: 1,
      shape: [8],
      bytes: 32,
    }));
    const node = nodeProto('BatchNormalization', ['x', 'scale', 'shift', 'mean', 'variance'], ['y']);
    const others = [
      { name: 'shape', type: 7, shape: [2], bytes: 16 },
      { name: 'epsilon', type: 1, shape: [], bytes: 4 },
    ];
    const model = await readModel(sourceOf(onnx([...tensors, ...others], [node])));
    expect(model).toMatchObject({ parameters: 16, bufferElements: 16 + 2 + 1 });
  });

  it('finds tensors of Constant nodes and of graphs within nodes', async () => {
    const constant = nodeProto(
      'Constant',
      [],
      ['c'],
      [
        joined(
          contentField(1, 'value'),
          contentField(5, tensorProto({ ...weight, name: '' })),
          numberField(20, 4),
        ),
      ],
    );
    const branch = joined(
      contentField(1, 'then_branch'),
      contentField(6, graphOf([tensorProto(weight)])),
      numberField(20, 5),
    );
    const model = await readModel(
      sourceOf(onnx([weight], [constant, nodeProto('If', ['x'], ['y'], [branch])])),
    );
    expect(model.tensors.map(({ name }) => name).toSorted()).toEqual(['c', 'w', 'w']);
    expect(model.parameters).toBe(18);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\weights', 'https://example.org/w', 'a/../../b'])(
    'lists data in another file without fetching it, and flags %s',
    async (place) => {
      const location = joined(contentField(1, 'location'), contentField(2, place));
      const tensor = joined(
        numberField(1, 4),
        numberField(2, 1),
        contentField(8, 'w'),
        contentField(13, location),
        numberField(14, 1),
      );
      const model = await readModel(sourceOf(modelOf(graphOf([tensor]))));
      expect(model.weightBytes).toBe(16);
      expect(model.warnings.map(({ code }) => code)).toEqual(['unsafeLocation', 'externalData']);
    },
  );

  it('counts a type it does not know, with the size of its raw data, and warns', async () => {
    const model = await readModel(sourceOf(onnx([{ name: 'w', type: 99, shape: [16], bytes: 4 }])));
    expect(model).toMatchObject({ parameters: 16, weightBytes: 4 });
    expect(model.warnings).toEqual([{ code: 'unknownType', about: ['onnx 99'], count: 1 }]);
  });

  it('passes over fields of a newer version, and warns', async () => {
    const model = await readModel(sourceOf(modelOf(graphOf([]), contentField(99, 'new'))));
    expect(model.warnings).toEqual([{ code: 'unknownField', about: ['ModelProto 99'], count: 1 }]);
  });
});
