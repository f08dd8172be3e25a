import { at } from '../checks.ts';
import type { Convolution, ConvolutionSpec, Padding } from '../ops/index.ts';
import { convolution, effectiveKernel, paddingEnds } from '../ops/index.ts';
import type { Plan, Width } from './splits.ts';

/** The convolutions of a plan, with the whole's stride, padding, dilation and bias shared out among them. */
export function convolutionsOf(
  plan: Plan,
  whole: ConvolutionSpec,
  channels: Record<Width, number>,
): readonly Convolution[] {
  if (plan.wiring !== 'series') checkBranchesMeet(whole);
  return plan.parts.map((part, index) =>
    convolution({
      inChannels: channels[part.from],
      outChannels: channels[part.to],
      kernel: part.kernel,
      stride: whole.stride.map((stride, axis) => (lastOn(plan, axis) === index ? stride : 1)),
      padding: paddingOf(plan, index, whole.padding),
      dilation: whole.dilation.map((dilation, axis) => (at(part.kernel, axis) === 1 ? 1 : dilation)),
      groups: part.depthwise === true ? channels[part.from] : 1,
      bias: whole.bias,
    }),
  );
}

/** Branches that are added have to give the same shape, centred on the same position. */
function checkBranchesMeet(whole: ConvolutionSpec): void {
  whole.kernel.forEach((kernel, axis) => {
    const stride = at(whole.stride, axis);
    if (stride !== 1)
      throw new RangeError(`stride[${axis}] must be 1 where branches are added, not ${stride}`);
    if (kernel % 2 === 0)
      throw new RangeError(`kernel[${axis}] must be odd for centred branches, not ${kernel}`);
    if (typeof whole.padding !== 'string') checkCentred(whole, axis);
  });
  if (whole.padding === 'valid') throw new RangeError(`padding must keep the size, not 'valid'`);
}

function checkCentred({ padding, kernel, dilation }: ConvolutionSpec, axis: number): void {
  const half = (effectiveKernel(at(kernel, axis), at(dilation, axis)) - 1) / 2;
  const ends = typeof padding === 'string' ? [] : paddingEnds(at(padding, axis));
  if (ends.some((end) => end !== half)) {
    throw new RangeError(`padding[${axis}] must be ${half} to keep the size, not ${ends.join(', ')}`);
  }
}

/** Parts whose kernel covers an axis; the last part when none does. */
function coveringParts({ parts }: Plan, axis: number): readonly number[] {
  const covering = [...parts.keys()].filter((index) => at(at(parts, index).kernel, axis) > 1);
  return covering.length > 0 ? covering : [parts.length - 1];
}

/**
 * The stride of an axis stands in the last part that covers it: an earlier one would widen the receptive field. That
 * is also where Inception v3 (reduction blocks) and R(2+1)D have it.
 */
function lastOn(plan: Plan, axis: number): number {
  return coveringParts(plan, axis).at(-1) ?? 0;
}

/** Rules like `same` hold for every part by themselves; written padding is shared out, so 5×5 with 2 is twice 1. */
function paddingOf(plan: Plan, index: number, padding: Padding): Padding {
  if (typeof padding === 'string') return padding;
  return padding.map((own, axis): readonly [number, number] => {
    const covering = coveringParts(plan, axis);
    const place = covering.indexOf(index);
    if (place < 0) return [0, 0];
    const [begin, end] = paddingEnds(own);
    return [share(begin, covering.length, place), share(end, covering.length, covering.length - 1 - place)];
  });
}

/** The `place`-th of `count` whole shares of `total`, later ones the larger. */
function share(total: number, count: number, place: number): number {
  return Math.floor((total * (place + 1)) / count) - Math.floor((total * place) / count);
}
