import type { Layer, Part } from '../layer.ts';
import type { Call } from './call.ts';
import { call, padsOf } from './python.ts';

/**
 * The layer as ONNX nodes, by `onnx.helper`. Pads list the beginnings of all axes before their ends.
 * Source: ONNX operators Conv and ConvTranspose.
 */
export function onnxCall({ parts }: Layer): Call {
  const names = parts.map((_, index) =>
    parts.length === 1 ? ['x', 'y'] : index === 0 ? ['x', 'm'] : ['m', 'y'],
  );
  return {
    framework: 'ONNX',
    code: parts
      .map((part, index) => node(part, names[index] ?? [], parts.length === 1 ? '' : String(index + 1)))
      .join('\n'),
  };
}

function node(part: Part, [from = 'x', to = 'y']: readonly string[], mark: string): string {
  const { spec, tensors } = part.operator;
  const inputs = [from, ...tensors.map(({ name }) => `${name === 'weight' ? 'w' : 'b'}${mark}`)];
  const weight = tensors.find(({ name }) => name === 'weight')?.shape ?? [];
  const made = call(
    'helper.make_node',
    `"${spec.transposed ? 'ConvTranspose' : 'Conv'}"`,
    `[${inputs.map((name) => `"${name}"`).join(', ')}]`,
    `["${to}"]`,
    `kernel_shape=${list(spec.kernel)}`,
    unless('strides', spec.stride, 1),
    padding(part),
    unless('dilations', spec.dilation, 1),
    unless('output_padding', spec.outputPadding, 0),
    spec.groups === 1 ? undefined : `group=${spec.groups}`,
  );
  return `${made}  # w${mark}: ${weight.join('×')}`;
}

function padding(part: Part): string | undefined {
  const { padding: rule } = part.operator.spec;
  if (rule === 'same-upper' || rule === 'same-lower')
    return `auto_pad="${rule.replace('-', '_').toUpperCase()}"`;
  const pads = padsOf(part);
  return unless('pads', [...pads.map(({ begin }) => begin), ...pads.map(({ end }) => end)], 0);
}

const list = (values: readonly number[]): string => `[${values.join(', ')}]`;

const unless = (name: string, values: readonly number[], standard: number): string | undefined =>
  values.every((value) => value === standard) ? undefined : `${name}=${list(values)}`;
