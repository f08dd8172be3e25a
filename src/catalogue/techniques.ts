import type { Convolution, Operator, Summary } from '../engine/index.ts';
import { product } from '../engine/index.ts';

/** Techniques that a note explains and that an operator's own numbers show, in the order they are listed. */
export const techniques = [
  'bottleneck',
  'invertedBottleneck',
  'grouped',
  'channelShuffle',
  'depthwise',
  'dilated',
  'asymmetric',
  'spaceTime',
  'transposed',
] as const;

export type Technique = (typeof techniques)[number];

/** The note that explains each technique, and where in it. */
export const noteOfTechnique: Readonly<
  Record<Technique, { readonly slug: string; readonly anchor: string }>
> = {
  bottleneck: { slug: 'bottleneck', anchor: 'why-it-works' },
  invertedBottleneck: { slug: 'bottleneck', anchor: 'inverted' },
  grouped: { slug: 'grouped-convolution', anchor: 'groups' },
  channelShuffle: { slug: 'grouped-convolution', anchor: 'shuffle' },
  depthwise: { slug: 'separable-convolution', anchor: 'savings' },
  dilated: { slug: 'dilated-convolution', anchor: 'why-it-works' },
  asymmetric: { slug: 'convolution-factorization', anchor: 'why-it-works' },
  spaceTime: { slug: 'pseudo-3d-convolution', anchor: 'three-ways' },
  transposed: { slug: 'transposed-convolution', anchor: 'why-it-works' },
};

/** Whether an operator is a convolution, transposed or not. */
export function isConvolution(operator: Pick<Operator, 'kind'>): operator is Convolution {
  return operator.kind === 'convolution' || operator.kind === 'transposedConvolution';
}

/**
 * The techniques each row of a summary takes part in, by the row's place in it.
 *
 * A bottleneck is a 1×1, one or more larger kernels, and a 1×1 of one module in a row, narrower in the middle than at
 * both ends; inverted, wider. The middle ones are marked: they are what the block makes cheap, or wide. Gates, which
 * work on a single position, stand beside the block and are passed over.
 */
export function techniquesOf({ rows }: Summary): readonly (readonly Technique[])[] {
  const found = rows.map(({ node: { operator } }) => ownTechniques(operator));
  const convolutions = rows.flatMap(({ path, outputShape, node: { operator } }, index) =>
    isConvolution(operator) && product(outputShape.slice(1)) > 1
      ? [{ index, spec: operator.spec, module: moduleOf(path) }]
      : [],
  );
  convolutions.forEach((first, place) => {
    const middle: number[] = [];
    let width = first.spec.outChannels;
    for (const { index, spec, module } of convolutions.slice(place + 1)) {
      if (product(first.spec.kernel) > 1 || module !== first.module || spec.inChannels !== width) return;
      if (product(spec.kernel) === 1) {
        const technique = bottleneckAround(first.spec, spec);
        if (technique !== undefined) for (const each of middle) found[each]?.unshift(technique);
        return;
      }
      middle.push(index);
      width = spec.outChannels;
    }
  });
  return found;
}

function ownTechniques(operator: Operator): Technique[] {
  if (operator.kind === 'channelShuffle') return ['channelShuffle'];
  if (!isConvolution(operator)) return [];
  const { spec, kind } = operator;
  const isDepthwise = spec.groups > 1 && spec.groups === spec.inChannels;
  const found: Technique[] = [];
  if (isDepthwise) found.push('depthwise');
  else if (spec.groups > 1) found.push('grouped');
  if (spec.dilation.some((steps) => steps > 1)) found.push('dilated');
  if (isSplit(spec.kernel)) found.push(spec.kernel.length === 3 ? 'spaceTime' : 'asymmetric');
  if (kind === 'transposedConvolution') found.push('transposed');
  return found;
}

/** Some axes looked along, some not: 1×7, or in three dimensions 1×3×3 and 3×1×1. */
function isSplit(kernel: readonly number[]): boolean {
  return kernel.includes(1) && product(kernel) > 1;
}

type Spec = Convolution['spec'];

/** What the first and last convolution of a block make of its middle. */
function bottleneckAround(first: Spec, last: Spec): Technique | undefined {
  if (first.outChannels < first.inChannels && last.inChannels < last.outChannels) return 'bottleneck';
  if (first.outChannels > first.inChannels && last.inChannels > last.outChannels) return 'invertedBottleneck';
  return undefined;
}

/** Block a layer stands in: what is before the last named part, `layer1.0` of `layer1.0.conv1`. */
function moduleOf(path: string): string {
  const parts = path.split('.');
  while (parts.length > 1 && /^\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.slice(0, -1).join('.');
}
