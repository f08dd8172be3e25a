import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/model-files/index.ts';
import { seededRandom } from './seeded.ts';
import { outcomeOf, sparseSource } from './sources.ts';
import { joined, little } from './writers/bytes.ts';
import { gguf, ggufArray, ggufHead, ggufPair, ggufText } from './writers/gguf.ts';
import { graphOf, modelOf, nodeProto, tensorProto } from './writers/onnx.ts';
import { contentField, numberField, varint } from './writers/protobuf.ts';
import { pytorch } from './writers/pytorch.ts';
import { safetensors, safetensorsOf } from './writers/safetensors.ts';

/** A small valid file of each format, with every kind of part. */
const valid = {
  safetensors: safetensors(
    [
      { name: 'conv.weight', dtype: 'F32', shape: [2, 3, 1, 1], bytes: 24 },
      { name: 'bn.num_batches_tracked', dtype: 'I64', shape: [], bytes: 8 },
    ],
    { format: 'pt' },
  ),
  gguf: gguf(
    [
      { name: 'token_embd.weight', axes: [32, 2], type: 2, bytes: 36 },
      { name: 'norm.weight', axes: [8], type: 0, bytes: 32 },
    ],
    {
      pairs: [
        ggufPair('general.architecture', 8, ggufText('llama')),
        ggufPair('tokens', 9, ggufArray(8, [ggufText('a'), ggufText('bc')])),
        ggufPair('general.alignment', 4, little(32, 4)),
        ggufPair('flag', 7, little(1, 1)),
      ],
    },
  ),
  onnx: modelOf(
    graphOf(
      [
        tensorProto({ name: 'w', type: 1, shape: [2, 3], bytes: 24 }),
        tensorProto({ name: 's', type: 7, shape: [1], bytes: 8 }),
      ],
      [
        nodeProto(
          'Constant',
          [],
          ['c'],
          [
            joined(
              contentField(1, 'value'),
              contentField(5, tensorProto({ name: '', type: 1, shape: [1], bytes: 4 })),
            ),
          ],
        ),
      ],
    ),
  ),
  pytorch: pytorch([
    { name: 'conv.weight', storage: 'FloatStorage', shape: [2, 3], width: 4, key: '0' },
    { name: 'bn.num_batches_tracked', storage: 'LongStorage', shape: [], width: 8, key: '1' },
  ]),
} as const;
const formats = Object.entries(valid);

describe('readModel of a file that is cut off', () => {
  it.each(formats)('refuses every beginning of a %s file', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('read');
    const accepted: number[] = [];
    for (let length = 0; length < bytes.length; length++) {
      if ((await outcomeOf(bytes.subarray(0, length))) === 'read') accepted.push(length);
    }
    expect(accepted).toEqual([]);
  });

  it('accepts a GGUF file without the padding after its last tensor, which holds nothing', async () => {
    const bytes = gguf([{ name: 'w', axes: [2], type: 0, bytes: 8 }]);
    expect(await outcomeOf(bytes.subarray(0, bytes.length - 24))).toBe('read');
    expect(await outcomeOf(bytes.subarray(0, bytes.length - 25))).toBe('truncated');
  });
});

describe('readModel of a damaged file', () => {
  const casesPerFormat = 20_000;

  it.each(formats)(
    'throws nothing but a ModelFileError for 20,000 damaged %s files',
    async (_, bytes) => {
      const random = seededRandom(20_261_124);
      const outcomes = new Map<string, number>();
      for (let index = 0; index < casesPerFormat; index++) {
        const damaged = damage(bytes, random);
        const outcome = await outcomeOf(damaged);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      // Many different refusals: the damage reaches every part of the reader.
      expect(outcomes.size).toBeGreaterThan(6);
    },
    30_000,
  );
});

/** Changes bytes, cuts, repeats, or puts in a huge number. */
function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let result = Uint8Array.from(bytes);
  const times = 1 + random(3);
  for (let time = 0; time < times; time++) {
    const at = random(result.length);
    switch (random(6)) {
      case 0:
        result[at] = random(256);
        break;
      case 1:
        result[at] = (result[at] ?? 0) ^ (1 << random(8));
        break;
      case 2:
        result = result.slice(0, at + 1);
        break;
      case 3:
        result = Uint8Array.from(joined(result.subarray(0, at), [random(256)], result.subarray(at)));
        break;
      case 4:
        result = Uint8Array.from(
          joined(result.subarray(0, at), result.subarray(at, at + 1 + random(16)), result.subarray(at)),
        );
        break;
      default: {
        const huge = little([2n ** 64n - 1n, 2n ** 63n, 2n ** 53n, 2n ** 32n, 0n][random(5)] ?? 0n, 8);
        result.set(huge.subarray(0, Math.min(8, result.length - at)), at);
      }
    }
  }
  return result;
}

describe('readModel of a file of 5 GB', () => {
  const size = 5_000_000_000;
  const mostRead = 1_000_000;

  it('reads less than 1 MB of a safetensors file', async () => {
    const header = `{"w":{"dtype":"U8","shape":[${size - 208}],"data_offsets":[0,${size - 208}]}}`;
    const { source, bytesRead } = sparseSource(
      [{ at: 0, bytes: safetensorsOf(header.padEnd(200), 0) }],
      size,
    );
    expect((await readModel(source)).weightBytes).toBe(size - 208);
    expect(bytesRead()).toBeLessThan(mostRead);
  });

  it('reads less than 1 MB of a GGUF file', async () => {
    const tensors = Array.from({ length: 200 }, (_, index) => ({
      name: `blk.${index}.weight`,
      axes: [24_000_000],
      type: 24,
      bytes: 0,
      offset: index * 24_000_000,
    }));
    const { source, bytesRead } = sparseSource([{ at: 0, bytes: ggufHead(tensors) }], size);
    expect((await readModel(source)).parameters).toBe(4_800_000_000);
    expect(bytesRead()).toBeLessThan(mostRead);
  });

  it('reads less than 1 MB of an ONNX file whose tensors lie between its descriptions', async () => {
    const weightBytes = 50_000_000;
    const { source, bytesRead } = sparseOnnx(100, weightBytes);
    const model = await readModel(source);
    expect(model.weightBytes).toBe(100 * weightBytes);
    expect(model.fileBytes).toBeGreaterThan(size);
    expect(bytesRead()).toBeLessThan(mostRead);
  });
});

/** An ONNX file of int8 tensors whose data is not there in memory. */
function sparseOnnx(count: number, weightBytes: number): ReturnType<typeof sparseSource> {
  const heads = Array.from({ length: count }, (_, index) => {
    const description = joined(
      numberField(1, weightBytes),
      numberField(2, 3),
      contentField(8, `w${index}`),
      varint(9 * 8 + 2),
      varint(weightBytes),
    );
    return joined(varint(5 * 8 + 2), varint(description.length + weightBytes), description);
  });
  const graphBytes = heads.reduce((total, head) => total + head.length + weightBytes, 0);
  const beginning = joined(numberField(1, 8), varint(7 * 8 + 2), varint(graphBytes));
  const end = contentField(8, numberField(2, 17));
  let at = beginning.length;
  const pieces = heads.map((bytes) => {
    const piece = { at, bytes };
    at += bytes.length + weightBytes;
    return piece;
  });
  return sparseSource([{ at: 0, bytes: beginning }, ...pieces, { at, bytes: end }], at + end.length);
}
