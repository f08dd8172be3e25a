import type { Architecture, BuildOptions } from '../engine/index.ts';
import type { Checked, Field } from '../calculators/index.ts';
import { checkFields, choiceIn, numberIn, numbersIn } from '../calculators/index.ts';

/** The engine's options that a page of one network lets its reader set. */
export type OptionFields = Readonly<Record<string, Field>>;

/** The engine's largest counts stay exact up to this many tokens in the largest network. */
const mostTokens = 16_384;

/**
 * Fields for the options an architecture takes: the input's size, frames or tokens, the classes, and where it has them
 * training heads and a width.
 */
export function optionFields({ input, defaults }: Pick<Architecture, 'input' | 'defaults'>): OptionFields {
  const { classes, auxiliaryHeads, widthMultiplier } = defaults;
  const size: OptionFields =
    input.length === 1
      ? { tokens: { kind: 'whole', standard: input[0] ?? 1, least: 1, most: mostTokens } }
      : { size: { kind: 'axes', standard: String(input.at(-1)), least: 1, most: 4096 } };
  return {
    ...size,
    ...(input.length === 4
      ? { frames: { kind: 'whole', standard: input[1] ?? 1, least: 1, most: 1024 } }
      : {}),
    classes: { kind: 'whole', standard: classes, least: 1, most: 1_000_000 },
    ...(auxiliaryHeads === undefined
      ? {}
      : { heads: { kind: 'choice', standard: auxiliaryHeads ? 'yes' : 'no', choices: ['no', 'yes'] } }),
    ...(widthMultiplier === undefined
      ? {}
      : { width: { kind: 'decimal', standard: widthMultiplier, least: 0.1, most: 4 } }),
  };
}

/** Options as read, and what the engine is to build when all of them are right. */
export interface ReadOptions {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly options?: BuildOptions;
}

/** Reads what was typed. Never throws; whether the network can run at that size only the engine knows. */
export function readOptions(fields: OptionFields, typed: Readonly<Record<string, string>>): ReadOptions {
  const { checked, complete } = checkFields(fields, typed);
  if (!complete) return { checked };
  const sides = 'size' in fields ? numbersIn(checked, 'size') : [];
  if (sides.length > 2)
    return { checked: { ...checked, size: { error: { key: 'oneForEachAxis', limit: 2 } } } };
  const [height = 1, width = height] = sides;
  const frames = 'frames' in fields ? [numberIn(checked, 'frames')] : [];
  return {
    checked,
    options: {
      input: 'tokens' in fields ? [numberIn(checked, 'tokens')] : [3, ...frames, height, width],
      classes: numberIn(checked, 'classes'),
      ...('heads' in fields ? { auxiliaryHeads: choiceIn(checked, 'heads') === 'yes' } : {}),
      ...('width' in fields ? { widthMultiplier: numberIn(checked, 'width') } : {}),
    },
  };
}
