import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitsPerWeight,
  fileBytes,
  architectureNamed,
  tensorsOf,
  tensorDataBytes,
} from '../../src/engine/index.ts';
import { readModel } from '../../src/model-files/index.ts';
import { sourceOf } from './sources.ts';
import { joined, little } from './writers/bytes.ts';
import { gguf, ggufArray, ggufPair, ggufText } from './writers/gguf.ts';
import { onnx } from './writers/onnx.ts';
import { safetensors } from './writers/safetensors.ts';

const runs = { numRuns: 60, seed: 7 };
const shapes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
const elementsIn = (shape: readonly number[]): number => shape.reduce((left, right) => left * right, 1);
const names = fc
  .string({ minLength: 1, maxLength: 12, unit: 'binary' })
  .filter((name) => name !== '__metadata__');

/** Distinct names, each with a shape and one of `types`. */
function tensorsOfTypes<Type>(
  types: readonly Type[],
): fc.Arbitrary<{ name: string; shape: number[]; type: Type }[]> {
  const tensor = fc.record({ name: names, shape: shapes, type: fc.constantFrom(...types) });
  return fc.uniqueArray(tensor, { selector: ({ name }) => name, maxLength: 12 });
}

const total = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

describe('readModel of a safetensors file', () => {
  it('counts what its writer put in, for any names, shapes and types', async () => {
    const types = [
      ['F32', 4],
      ['F16', 2],
      ['BF16', 2],
      ['F8_E4M3', 1],
      ['I8', 1],
      ['F64', 8],
    ] as const;
    await fc.assert(
      fc.asyncProperty(tensorsOfTypes(types), async (tensors) => {
        const written = tensors.map(({ name, shape, type: [dtype, width] }) => ({
          name,
          dtype,
          shape,
          bytes: width * elementsIn(shape),
        }));
        const file = safetensors(written, { format: 'pt' });
        const model = await readModel(sourceOf(file));
        expect(model.tensors.map(({ name, shape, bytes }) => ({ name, shape, bytes }))).toEqual(
          written.map(({ name, shape, bytes }) => ({ name, shape, bytes })),
        );
        expect(model.parameters + model.bufferElements).toBe(
          total(written.map(({ shape }) => elementsIn(shape))),
        );
        expect(model.weightBytes).toBe(total(written.map(({ bytes }) => bytes)));
        expect(model).toMatchObject({ format: 'safetensors', fileBytes: file.length, warnings: [] });
      }),
      runs,
    );
  });

  it('finds the parameters and bytes of ResNet-50 as the engine writes its state dict', async () => {
    const network = architectureNamed('resnet50').build();
    const tensors = tensorsOf(network)
      .map((tensor) => ({
        name: tensor.name,
        dtype: tensor.dtype === 'int64' ? 'I64' : 'F32',
        shape: tensor.shape,
        bytes: tensorDataBytes(tensor, 'float32'),
      }))
      .toSorted((left, right) =>
        left.dtype !== right.dtype ? (left.dtype === 'I64' ? -1 : 1) : left.name < right.name ? -1 : 1,
      );
    const file = safetensors(tensors);
    const model = await readModel(sourceOf(file));
    expect(model.parameters).toBe(25_557_032);
    expect(model.bufferElements).toBe(2 * 26_560 + 53);
    expect(model.weightBytes).toBe(102_441_032);
    expect(model.fileBytes).toBe(fileBytes(network, { container: 'safetensors', dtype: 'float32' }));
  });

  it('reads a Blob', async () => {
    const file = safetensors([{ name: 'w', dtype: 'F32', shape: [2, 3], bytes: 24 }]);
    expect((await readModel(new Blob([new Uint8Array(file)]))).parameters).toBe(6);
  });

  it('counts a type it does not know, whose size the offsets say, and warns', async () => {
    const file = safetensors([{ name: 'w', dtype: 'F3_NEW', shape: [16], bytes: 6 }]);
    const model = await readModel(sourceOf(file));
    expect(model).toMatchObject({ parameters: 16, weightBytes: 6 });
    expect(model.warnings).toEqual([{ code: 'unknownType', about: ['F3_NEW'], count: 1 }]);
  });

  it('keeps names that JavaScript gives a meaning', async () => {
    const written = ['__proto__', 'constructor', 'toString'].map((name) => ({
      name,
      dtype: 'F32',
      shape: [1],
      bytes: 4,
    }));
    const model = await readModel(sourceOf(safetensors(written)));
    expect(model.tensors.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('warns of weights packed into integers, as GPTQ stores them', async () => {
    const file = safetensors([{ name: 'q_proj.qweight', dtype: 'I32', shape: [4], bytes: 16 }]);
    expect((await readModel(sourceOf(file))).warnings.map(({ code }) => code)).toEqual(['packedWeights']);
  });
});

describe('readModel of a GGUF file', () => {
  const types = [
    { number: 0, block: 1, bytes: 4 },
    { number: 1, block: 1, bytes: 2 },
    { number: 2, block: 32, bytes: 18 },
    { number: 8, block: 32, bytes: 34 },
    { number: 12, block: 256, bytes: 144 },
    { number: 14, block: 256, bytes: 210 },
    { number: 39, block: 32, bytes: 17 },
  ] as const;

  it('counts what its writer put in, for any names, shapes, types, alignments and key-value pairs', async () => {
    const pairs = [
      ggufPair('general.architecture', 8, ggufText('llama')),
      ggufPair('tokens', 9, ggufArray(8, [ggufText('a'), ggufText('')])),
      ggufPair('scores', 9, ggufArray(6, [little(0, 4)])),
      ggufPair('nested', 9, ggufArray(9, [ggufArray(0, [little(1, 1)])])),
      ggufPair('flag', 7, little(1, 1)),
    ];
    await fc.assert(
      fc.asyncProperty(
        tensorsOfTypes(types),
        fc.constantFrom(8, 32, 64),
        fc.constantFrom(2, 3),
        async (tensors, alignment, version) => {
          const written = tensors.map(({ name, shape, type }) => {
            const [innermost = 1, ...others] = shape.slice(0, 4);
            const axes = [innermost * type.block, ...others];
            return { name, axes, type: type.number, bytes: (elementsIn(axes) / type.block) * type.bytes };
          });
          const options = {
            alignment,
            version,
            pairs: [...pairs, ggufPair('general.alignment', 4, little(alignment, 4))],
          };
          const model = await readModel(sourceOf(gguf(written, options)));
          expect(model.tensors.map(({ name, shape, bytes }) => ({ name, shape, bytes }))).toEqual(
            written.map(({ name, axes, bytes }) => ({ name, shape: axes.toReversed(), bytes })),
          );
          expect(model.parameters + model.bufferElements).toBe(
            total(written.map(({ axes }) => elementsIn(axes))),
          );
          expect(model).toMatchObject({ format: 'gguf', warnings: [] });
        },
      ),
      runs,
    );
  });

  it('takes the engine’s bits per weight', async () => {
    const file = gguf([{ name: 'w', axes: [4096, 8], type: 12, bytes: 18_432 }]);
    const { weightBytes, parameters } = await readModel(sourceOf(file));
    expect((weightBytes * 8) / parameters).toBe(bitsPerWeight('Q4_K'));
  });

  it('counts a tensor of a newer type, leaves its size open and warns', async () => {
    const newer = { name: 'new', axes: [64], type: 4040, bytes: 36 };
    const known = { name: 'known', axes: [4], type: 0, bytes: 16 };
    const model = await readModel(sourceOf(gguf([newer, known])));
    expect(model.tensors.map(({ bytes }) => bytes)).toEqual([undefined, 16]);
    expect(model).toMatchObject({ parameters: 68, weightBytes: 16 });
    expect(model.warnings).toEqual([{ code: 'unknownType', about: ['ggml 4040'], count: 1 }]);
  });

  it('says when bytes at the end belong to nothing', async () => {
    const file = joined(gguf([{ name: 'w', axes: [8], type: 0, bytes: 32 }]), 'left over');
    const { warnings } = await readModel(sourceOf(file));
    expect(warnings).toEqual([{ code: 'unusedBytes', about: ['9'], count: 1 }]);
  });
});

describe('readModel of an ONNX file', () => {
  it('counts what its writer put in, for any names, shapes and types', async () => {
    const types = [
      [1, 4],
      [10, 2],
      [3, 1],
      [11, 8],
      [16, 2],
    ] as const;
    await fc.assert(
      fc.asyncProperty(tensorsOfTypes(types), async (tensors) => {
        const written = tensors.map(({ name, shape, type: [type, width] }) => ({
          name,
          shape,
          type,
          bytes: width * elementsIn(shape),
        }));
        const model = await readModel(sourceOf(onnx(written)));
        expect(model.tensors.map(({ name, shape, bytes }) => ({ name, shape, bytes }))).toEqual(
          written.map(({ name, shape, bytes }) => ({ name, shape, bytes })),
        );
        expect(model.parameters + model.bufferElements).toBe(
          total(written.map(({ shape }) => elementsIn(shape))),
        );
        expect(model.weightBytes).toBe(total(written.map(({ bytes }) => bytes)));
        expect(model).toMatchObject({ format: 'onnx', warnings: [] });
      }),
      runs,
    );
  });
});
