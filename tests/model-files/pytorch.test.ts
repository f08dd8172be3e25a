import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/model-files/index.ts';
import { sourceOf } from './sources.ts';
import { joined, zeros } from './writers/bytes.ts';
import {
  dataRecords,
  orderedDict,
  pickled,
  pytorch,
  stateDict,
  tensorOf,
  torchFile,
  weight,
} from './writers/pytorch.ts';

const total = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

describe('readModel of a PyTorch file', () => {
  it('counts what its writer put in, for any names, shapes and types', async () => {
    const types = [
      ['FloatStorage', 4],
      ['HalfStorage', 2],
      ['BFloat16Storage', 2],
      ['CharStorage', 1],
      ['DoubleStorage', 8],
    ] as const;
    const tensor = fc.record({
      name: fc.string({ maxLength: 12, unit: 'binary' }),
      shape: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }),
      type: fc.constantFrom(...types),
    });
    const tensors = fc.uniqueArray(tensor, { selector: ({ name }) => name, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(tensors, fc.boolean(), async (drawn, long) => {
        const written = drawn.map(({ name, shape, type: [storage, width] }, index) => ({
          name,
          storage,
          shape,
          width,
          key: String(index),
        }));
        const model = await readModel(sourceOf(pytorch(written, long)));
        const elements = written.map(({ shape }) => shape.reduce((left, right) => left * right, 1));
        expect(model.tensors.map(({ shape }) => shape)).toEqual(written.map(({ shape }) => shape));
        expect(model.parameters + model.bufferElements).toBe(total(elements));
        expect(model.weightBytes).toBe(
          total(elements.map((count, index) => count * (written[index]?.width ?? 0))),
        );
        expect(model).toMatchObject({ format: 'pytorch', warnings: [] });
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('counts data that two names share once', async () => {
    const model = await readModel(sourceOf(pytorch([weight, { ...weight, name: 'tied.weight' }])));
    expect(model.tensors.map(({ role, bytes }) => [role, bytes])).toEqual([
      ['parameter', 24],
      ['shared', 0],
    ]);
    expect(model).toMatchObject({ parameters: 6, weightBytes: 24 });
  });

  it('finds the tensors of a checkpoint in its dictionaries, and keeps the optimizer’s apart', async () => {
    const moment = { ...weight, name: 'm', key: '1' };
    const checkpoint = pickled.dict(
      pickled.text('epoch'),
      pickled.whole(3),
      pickled.text('state_dict'),
      stateDict([weight]),
      pickled.text('optimizer'),
      pickled.dict(pickled.text('state'), pickled.list(tensorOf(moment))),
    );
    const model = await readModel(sourceOf(torchFile(checkpoint, dataRecords([weight, moment]))));
    expect(model.tensors.map(({ name, role }) => [name, role])).toEqual([
      ['state_dict.conv.weight', 'parameter'],
      ['optimizer.state.0', 'buffer'],
    ]);
  });

  it('takes the type of bytes without one from the tensor', async () => {
    const storage = joined(
      pickled.tuple(
        pickled.text('storage'),
        pickled.global('torch.storage', 'UntypedStorage'),
        pickled.text('0'),
        pickled.text('cpu'),
        pickled.whole(12),
      ),
      'Q',
    );
    const [two, three, one] = [2, 3, 1].map(pickled.whole);
    if (two === undefined || three === undefined || one === undefined) throw new Error('three numbers');
    const args = [
      storage,
      pickled.whole(0),
      pickled.tuple(two, three),
      pickled.tuple(three, one),
      pickled.no,
      orderedDict,
      pickled.global('torch', 'uint16'),
    ];
    const call = pickled.call(pickled.global('torch._utils', '_rebuild_tensor_v3'), pickled.tuple(...args));
    const file = torchFile(pickled.dict(pickled.text('w'), call), [
      { name: 'archive/data/0', data: zeros(12) },
    ]);
    expect((await readModel(sourceOf(file))).tensors).toMatchObject([
      { dtype: 'uint16', elements: 6, bytes: 12 },
    ]);
  });

  it('runs nothing, and names what Python would run', async () => {
    const attack = pickled.call(pickled.global('posix', 'system'), pickled.tuple(pickled.text('echo hit')));
    const value = pickled.dict(pickled.text('a'), attack, pickled.text('w'), tensorOf(weight));
    const model = await readModel(sourceOf(torchFile(value, dataRecords([weight]))));
    expect(model.parameters).toBe(6);
    expect(model.warnings).toEqual([{ code: 'foreignCode', about: ['posix.system'], count: 1 }]);
  });

  it('takes a function of torch for code, and a type of torch for a value', async () => {
    const value = pickled.list(
      pickled.call(pickled.global('torch', 'load'), pickled.tuple(pickled.text('x'))),
      pickled.global('torch', 'float32'),
    );
    const model = await readModel(sourceOf(torchFile(value)));
    expect(model.warnings).toEqual([{ code: 'foreignCode', about: ['torch.load'], count: 1 }]);
  });

  it('walks a value that holds itself once', async () => {
    const file = torchFile(joined(']q', [0], 'h', [0], 'a'));
    expect((await readModel(sourceOf(file))).tensors).toEqual([]);
  });
});
