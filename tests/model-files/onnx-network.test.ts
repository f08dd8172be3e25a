import { describe, expect, it } from 'vitest';
import { architectureNamed, summarize } from '../../src/engine/index.ts';
import { readModel } from '../../src/model-files/index.ts';
import { sourceOf } from './sources.ts';
import { joined, little } from './writers/bytes.ts';
import { exported } from './writers/exported.ts';
import { intsAttribute, modelOf, nodeProto, tensorProto, valueInfo } from './writers/onnx.ts';
import { contentField, numberField } from './writers/protobuf.ts';

/** A model of nodes between the values `x` and `y`; `known` are shapes written down in between. */
function modelOn(
  input: readonly (number | string)[],
  nodes: readonly Uint8Array[],
  initializers: readonly Uint8Array[] = [],
  known: readonly Uint8Array[] = [],
): Uint8Array {
  return modelOf(
    joined(
      ...nodes.map((node) => contentField(1, node)),
      ...initializers.map((tensor) => contentField(5, tensor)),
      contentField(11, valueInfo('x', input)),
      contentField(12, valueInfo('y', [])),
      ...known.map((value) => contentField(13, value)),
    ),
  );
}

const kernel = tensorProto({ name: 'k', type: 1, shape: [8, 3, 3, 3], bytes: 864 });
const macsOf = async (file: Uint8Array): Promise<number | undefined> => {
  const { network } = await readModel(sourceOf(file));
  return network && summarize(network).macs;
};
/** A list of integers as `raw_data`, the way PyTorch's exporter writes shapes. */
const integers = (name: string, values: readonly number[]): Uint8Array =>
  joined(
    numberField(1, values.length),
    numberField(2, 7),
    contentField(8, name),
    contentField(9, ...values.map((value) => little(value, 8))),
  );

describe('the network of an ONNX file', () => {
  it.each([
    'resnet18',
    'resnet50',
    'resnext50_32x4d',
    'mobilenet_v2',
    'densenet121',
    'squeezenet1_1',
    'googlenet',
    'inception_v3',
    'mnasnet1_0',
  ])('has the multiply-adds and parameters of %s, when exported from it', async (name) => {
    const network = architectureNamed(name).build();
    const run = { ...network, nodes: network.nodes.filter(({ role }) => role === 'run') };
    const model = await readModel(sourceOf(exported(network)));
    const parameters = run.nodes.reduce((total, { operator }) => total + operator.parameters, 0);
    expect(model.network === undefined ? 0 : summarize(model.network).macs).toBe(summarize(network).macs);
    expect(model.parameters).toBe(parameters);
    expect(model.warnings.map(({ code }) => code)).toEqual(['externalData']);
  });

  it('is there for an input with a batch that is a number or open', async () => {
    for (const batch of [1, 16, 'N']) {
      expect(await macsOf(modelOn([batch, 3, 6, 6], [nodeProto('Conv', ['x', 'k'], ['y'])], [kernel]))).toBe(
        3456,
      );
    }
  });

  it('is not there when the input’s size is open, or there are two inputs', async () => {
    const model = await readModel(
      sourceOf(modelOn(['N', 3, 'H', 'W'], [nodeProto('Conv', ['x', 'k'], ['y'])], [kernel])),
    );
    expect(model.network).toBeUndefined();
    expect(model.warnings).toEqual([{ code: 'noNetwork', about: ['x'], count: 1 }]);
  });

  it('follows shapes through Reshape, Transpose, MatMul and Add with constants', async () => {
    const nodes = [
      nodeProto('Reshape', ['x', 'shape'], ['a']),
      nodeProto('Transpose', ['a'], ['b'], [intsAttribute('perm', [0, 2, 1])]),
      nodeProto('MatMul', ['b', 'w'], ['c']),
      nodeProto('Add', ['c', 'bias'], ['y']),
    ];
    const constants = [
      integers('shape', [0, 3, -1]),
      tensorProto({ name: 'w', type: 1, shape: [3, 5], bytes: 60 }),
      tensorProto({ name: 'bias', type: 1, shape: [5], bytes: 20 }),
    ];
    const { network } = await readModel(sourceOf(modelOn([1, 3, 4, 4], nodes, constants)));
    expect(network && summarize(network)).toMatchObject({ macs: 16 * 3 * 5, outputShape: [16, 5] });
  });

  it('names operators it does not count, and counts on where the shape behind them is written down', async () => {
    const nodes = [nodeProto('NewOperator', ['x'], ['a']), nodeProto('Conv', ['a', 'k'], ['y'])];
    const lost = await readModel(sourceOf(modelOn([1, 3, 6, 6], nodes, [kernel])));
    expect(lost.network && summarize(lost.network).macs).toBe(0);
    expect(lost.warnings).toEqual([{ code: 'uncounted', about: ['NewOperator', 'Conv'], count: 2 }]);
    const known = await readModel(
      sourceOf(modelOn([1, 3, 6, 6], nodes, [kernel], [valueInfo('a', [1, 3, 6, 6])])),
    );
    expect(known.network && summarize(known.network).macs).toBe(3456);
    expect(known.warnings).toEqual([{ code: 'uncounted', about: ['NewOperator'], count: 1 }]);
  });

  it('does not count a layer that does not fit its input', async () => {
    const file = modelOn([1, 4, 6, 6], [nodeProto('Conv', ['x', 'k'], ['y'])], [kernel]);
    expect((await readModel(sourceOf(file))).warnings).toEqual([
      { code: 'uncounted', about: ['Conv'], count: 1 },
    ]);
  });
});
