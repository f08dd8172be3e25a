import { at } from '../../../engine/index.ts';
import type { Layer, Part } from '../layer.ts';
import type { Call } from './call.ts';
import type { AxisPads } from './python.ts';
import { call, inSeries, padsOf, perAxis, unlessAll } from './python.ts';

/**
 * The layer in PyTorch. What `padding` cannot say stands in a ZeroPad of its own: uneven padding before the
 * convolution, and for a transposed one, whose padding crops evenly, negative padding behind it.
 * Source: torch.nn.Conv2d, ConvTranspose2d and ZeroPad2d.
 */
export function pytorchCall({ parts }: Layer): Call {
  const layers = parts.flatMap((part) => (part.operator.spec.transposed ? transposed(part) : forward(part)));
  const rule = parts[0]?.operator.spec.padding;
  const resolved = rule === 'same-upper' || rule === 'same-lower';
  return {
    framework: 'PyTorch',
    code: inSeries('nn.Sequential(', layers, ')'),
    ...(resolved ? { note: 'resolved' } : {}),
  };
}

function forward(part: Part): string[] {
  const { spec } = part.operator;
  const pads = padsOf(part);
  const begins = pads.map(({ begin }) => begin);
  const even = pads.every(({ begin, end }) => begin === end);
  const padding = spec.padding === 'same' ? 'padding="same"' : unlessAll('padding', begins, 0);
  const layer = convolutionCall(
    part,
    `nn.Conv${begins.length}d`,
    spec.padding === 'same' || even ? padding : undefined,
  );
  return even || spec.padding === 'same' ? [layer] : [zeroPad(pads), layer];
}

function transposed(part: Part): string[] {
  const pads = padsOf(part);
  const evenly = pads.map(({ begin, end }) => Math.min(begin, end));
  const rest = pads.map(({ begin, end }, axis) => {
    const cropped = at(evenly, axis);
    return { begin: cropped - begin, end: cropped - end, extra: 0 };
  });
  const extra = pads.map((axis) => axis.extra);
  const layer = convolutionCall(
    part,
    `nn.ConvTranspose${pads.length}d`,
    unlessAll('padding', evenly, 0),
    unlessAll('output_padding', extra, 0),
  );
  return rest.every(({ begin, end }) => begin + end === 0) ? [layer] : [layer, zeroPad(rest)];
}

function convolutionCall(
  { operator: { spec } }: Part,
  name: string,
  ...padding: (string | undefined)[]
): string {
  return call(
    name,
    String(spec.inChannels),
    String(spec.outChannels),
    `kernel_size=${perAxis(spec.kernel)}`,
    unlessAll('stride', spec.stride, 1),
    ...padding,
    unlessAll('dilation', spec.dilation, 1),
    spec.groups === 1 ? undefined : `groups=${spec.groups}`,
    spec.bias ? undefined : 'bias=False',
  );
}

/** ZeroPad lists the last axis first. */
function zeroPad(pads: readonly AxisPads[]): string {
  const sides = pads.toReversed().flatMap(({ begin, end }) => [begin, end]);
  return `nn.ZeroPad${pads.length}d((${sides.join(', ')}))`;
}
