import type { Convolution, Row, Shape } from '../../engine/index.ts';
import { architectureNamed, at, paddingEnds, rowAt, summarize } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Preset, PresetSource } from './presets.ts';
import { kindOf, presetSources } from './presets.ts';

/** The presets in one language. Builds architectures, so it runs when the page is built and not in the page. */
export function presetsFor(locale: Locale): readonly Preset[] {
  return presetSources.map((source) => ({
    id: source.id,
    name: source.name[locale],
    typed: 'typed' in source ? source.typed : typedOf(source),
  }));
}

function typedOf(source: Extract<PresetSource, { path: string }>): Preset['typed'] {
  const summary = summarize(architectureNamed(source.architecture).build());
  const row = rowAt(summary, source.path);
  const { spec } = convolutionAt(row);
  const kind = source.pointwise === undefined ? kindOf(spec.groups, spec.inChannels) : 'separable';
  const last = source.pointwise === undefined ? row : rowAt(summary, source.pointwise);
  const padding = spec.kernel.map((_, axis) =>
    typeof spec.padding === 'string' ? 0 : at(paddingEnds(at(spec.padding, axis)), 0),
  );
  const [, ...sizes]: Shape = at(row.inputShapes, 0);
  return {
    kind,
    axes: String(sizes.length),
    inChannels: String(spec.inChannels),
    ...(kind === 'depthwise' ? {} : { outChannels: String(at(last.outputShape, 0)) }),
    ...(kind === 'grouped' ? { groups: String(spec.groups) } : {}),
    input: short(sizes),
    kernel: short(spec.kernel),
    stride: short(spec.stride),
    dilation: short(spec.dilation),
    padding: short(padding),
    bias: spec.bias ? 'yes' : 'no',
  };
}

function convolutionAt(row: Row): Convolution {
  const { operator } = row.node;
  if (!isConvolution(operator)) throw new RangeError(`${row.path} is no convolution`);
  return operator;
}

const isConvolution = (operator: { readonly kind: string }): operator is Convolution =>
  operator.kind === 'convolution';

/** One number when all axes have the same. */
function short(values: readonly number[]): string {
  return values.every((value) => value === values[0]) ? String(values[0]) : values.join('×');
}
