import type { Network, NetworkNode } from '../../../src/engine/index.ts';
import { isConvolution } from '../../../src/engine/index.ts';
import { joined } from './bytes.ts';
import { intsAttribute, modelOf, nodeProto, valueInfo } from './onnx.ts';
import { contentField, numberField } from './protobuf.ts';

/** Activations by their ONNX operators. */
const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Clip',
  sigmoid: 'Sigmoid',
  identity: 'Identity',
};

const intAttribute = (name: string, value: number): Uint8Array =>
  joined(contentField(1, name), numberField(3, value), numberField(20, 2));

/** Beginnings, then ends. */
const pads = (padding: unknown): readonly number[] => {
  if (padding === 'valid') return [];
  if (!Array.isArray(padding)) throw new Error(`padding ${String(padding)}`);
  const ends = padding.map((axis: unknown) =>
    Array.isArray(axis) ? axis.map(Number) : [Number(axis), Number(axis)],
  );
  return [...ends.map(([begin = 0]) => begin), ...ends.map(([, end = 0]) => end)];
};

/**
 * An engine's network as an ONNX exporter writes it, its weights in another file that is not there. Throws for operators
 * it does not know, so a test that uses it sees all of a network.
 */
export function exported(network: Network): Uint8Array {
  const run = network.nodes.filter(({ role }) => role === 'run').slice(1);
  const weights = run.flatMap(({ path, operator }) =>
    operator.tensors
      .filter(({ dtype }) => dtype === 'floating')
      .map(({ name, shape }) =>
        joined(
          ...shape.map((size) => numberField(1, size)),
          numberField(2, 1),
          contentField(8, `${path}.${name}`),
          contentField(13, contentField(1, 'location'), contentField(2, 'weights.bin')),
          numberField(14, 1),
        ),
      ),
  );
  return modelOf(
    joined(
      ...run.map((node) => contentField(1, nodeOf(node))),
      ...weights.map((tensor) => contentField(5, tensor)),
      contentField(11, valueInfo('v0', ['batch', ...network.input])),
      contentField(12, valueInfo(`v${network.output}`, [])),
    ),
  );
}

function nodeOf(node: NetworkNode): Uint8Array {
  const { id, path, operator, inputs } = node;
  const values = inputs.map((input) => `v${input}`);
  const tensors = operator.tensors
    .filter(({ dtype }) => dtype === 'floating')
    .map(({ name }) => `${path}.${name}`);
  const write = (kind: string, ...attributes: readonly Uint8Array[]): Uint8Array =>
    nodeProto(kind, [...values, ...tensors], [`v${id}`], attributes);
  const spec = operator.spec as Readonly<Record<string, unknown>>;
  const numbers = (name: string): readonly number[] => spec[name] as readonly number[];
  if (isConvolution(operator)) {
    const { stride, dilation, groups, padding, transposed } = operator.spec;
    const attributes = [
      intsAttribute('strides', stride),
      intsAttribute('dilations', dilation),
      intsAttribute('pads', pads(padding)),
      intAttribute('group', groups),
    ];
    return write(transposed ? 'ConvTranspose' : 'Conv', ...attributes);
  }
  switch (operator.kind) {
    case 'linear':
      return write('Gemm', intAttribute('transB', 1));
    case 'batchNorm':
      return write('BatchNormalization');
    case 'maxPooling':
    case 'averagePooling':
      return write(
        operator.kind === 'maxPooling' ? 'MaxPool' : 'AveragePool',
        intsAttribute('kernel_shape', numbers('kernel')),
        intsAttribute('strides', numbers('stride')),
        intsAttribute('pads', pads(spec.padding)),
        intAttribute('ceil_mode', spec.ceilMode === true ? 1 : 0),
      );
    case 'adaptiveAveragePooling':
      return write('GlobalAveragePool');
    case 'mean': {
      const axes = numbers('axes').map((axis) => axis + 1);
      return write(
        'ReduceMean',
        intsAttribute('axes', axes),
        intAttribute('keepdims', spec.keepAxes === true ? 1 : 0),
      );
    }
    case 'flatten':
      return write('Flatten', intAttribute('axis', 1));
    case 'add':
      return write('Add');
    case 'multiply':
      return write('Mul');
    case 'concatenate':
      return write('Concat', intAttribute('axis', 1 + Number(spec.axis)));
    case 'activation': {
      const kind = activations[String(spec.name)];
      if (kind !== undefined) return write(kind);
    }
  }
  throw new Error(`no ONNX operator for ${operator.kind} ${JSON.stringify(spec)}`);
}
