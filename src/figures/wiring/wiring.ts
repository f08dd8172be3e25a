import { at, convolution, shuffleOrder } from '../../engine/index.ts';

/** A 1×1 seen by its channels: a grouped convolution, or a shuffle of what stands in `shuffle` groups. */
export type WiringStep =
  { readonly outChannels: number; readonly groups: number } | { readonly shuffle: number };

/** A connection from a channel of one column to a channel of the next. */
export interface Wire {
  readonly from: number;
  readonly to: number;
  /** Whether the channel whose dependence is drawn needs it. */
  readonly needed: boolean;
}

/** Channels in columns, and the wires between neighbouring ones. */
export interface Wiring {
  /** For each column, whether the drawn channel depends on each of its channels; the last column's first one does. */
  readonly columns: readonly (readonly boolean[])[];
  readonly steps: readonly { readonly wires: readonly Wire[]; readonly kind: 'convolution' | 'shuffle' }[];
}

/**
 * The wires of steps one after the other, and what the first channel of the last column depends on.
 * @example wiringOf(6, [{ outChannels: 6, groups: 2 }]).steps[0].wires.length // 18
 */
export function wiringOf(inChannels: number, steps: readonly WiringStep[]): Wiring {
  const widths = [inChannels];
  const connections = steps.map((step) => {
    const width = at(widths, widths.length - 1);
    widths.push('shuffle' in step ? width : step.outChannels);
    return connectionsOf(step, width);
  });
  const columns: boolean[][] = widths.map((width) => Array.from({ length: width }, () => false));
  at(columns, steps.length)[0] = true;
  for (let step = steps.length - 1; step >= 0; step--) {
    for (const [from, to] of at(connections, step)) {
      if (at(at(columns, step + 1), to)) at(columns, step)[from] = true;
    }
  }
  return {
    columns,
    steps: steps.map((step, index) => ({
      kind: 'shuffle' in step ? 'shuffle' : 'convolution',
      wires: at(connections, index).map(([from, to]) => ({
        from,
        to,
        needed: at(at(columns, index + 1), to),
      })),
    })),
  };
}

/** Pairs of channels that a step connects. */
function connectionsOf(step: WiringStep, width: number): readonly (readonly [from: number, to: number])[] {
  if ('shuffle' in step) return shuffleOrder(width, step.shuffle).map((from, to) => [from, to] as const);
  const { spec, tensors } = convolution({ inChannels: width, kernel: [1, 1], bias: false, ...step });
  const perOutput = at(at(tensors, 0).shape, 1);
  const outputsPerGroup = spec.outChannels / spec.groups;
  return Array.from({ length: spec.outChannels }, (_, to) => {
    const first = Math.floor(to / outputsPerGroup) * perOutput;
    return Array.from({ length: perOutput }, (_, input) => [first + input, to] as const);
  }).flat();
}
