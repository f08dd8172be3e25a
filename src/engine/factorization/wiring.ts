import type { Shape } from '../checks.ts';
import { at, product } from '../checks.ts';
import type { Network, Value } from '../network/index.ts';
import { NetworkBuilder } from '../network/index.ts';
import type { Convolution } from '../ops/index.ts';
import { add, effectiveKernel } from '../ops/index.ts';
import type { Plan } from './splits.ts';

/** The convolutions of a plan as a network for one input. */
export function wire(plan: Plan, convolutions: readonly Convolution[], input: Shape): Network {
  const net = new NetworkBuilder(input);
  const outputs: Value[] = [];
  for (const [index, own] of convolutions.entries()) {
    const from = plan.wiring === 'parallel' ? net.input : (outputs.at(-1) ?? net.input);
    outputs.push(net.add(`conv${index + 1}`, own, [from]));
  }
  if (plan.wiring !== 'series') return net.build(net.add('add', add(), outputs));
  return net.build(at(outputs, outputs.length - 1));
}

/** A single convolution as a network for one input. */
export function wireOne(own: Convolution, input: Shape): Network {
  const net = new NetworkBuilder(input);
  return net.build(net.add('conv', own, [net.input]));
}

/**
 * Positions per axis between the first and the last one that an output value depends on. Kernels in series add their
 * spans; the stride of an axis comes last, so it does not spread them.
 */
export function receptiveFieldOf(plan: Plan, convolutions: readonly Convolution[]): readonly number[] {
  const spans = convolutions.map(({ spec }) =>
    spec.kernel.map((kernel, axis) => effectiveKernel(kernel, at(spec.dilation, axis))),
  );
  return at(spans, 0).map((_, axis) => {
    const own = spans.map((span) => at(span, axis));
    return plan.wiring === 'parallel' ? Math.max(...own) : own.reduce((total, span) => total + span - 1, 1);
  });
}

/**
 * Input positions that an output value depends on. In series they fill a box; parallel centred kernels share only the
 * centre, so a 1×3×3 beside a 3×1×1 reaches 9 + 3 − 1 = 11 of the 27 positions of their bounding box.
 */
export function reachedPositionsOf({ parts, wiring }: Plan): number {
  if (wiring === 'parallel') {
    return parts.reduce((total, part) => total + product(part.kernel) - 1, 1);
  }
  const axes = at(parts, 0).kernel;
  return product(axes.map((_, axis) => parts.reduce((total, part) => total + at(part.kernel, axis) - 1, 1)));
}
