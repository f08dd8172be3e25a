import type { PrintedCount } from '../../engine/index.ts';
import type { Checked, Field, Fields } from '../shared/fields.ts';
import { checkFields, choiceIn } from '../shared/fields.ts';
import type { KnownCount, KnownCounts } from './numbers.ts';
import { networkNames, toolNames } from './numbers.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'rec';

/** The choice of a number the reader has found somewhere. */
export const ownNumber = 'own';

const anyNumber: readonly string[] = [...toolNames, ownNumber];

/** The standard case goes from torchvision's count of ResNet-50 to that of calflops. */
export const fields = {
  network: { kind: 'choice', standard: 'resnet50', choices: networkNames },
  from: { kind: 'choice', standard: 'torchvision', choices: anyNumber },
  to: { kind: 'choice', standard: 'calflops', choices: anyNumber },
  giga: { kind: 'decimal', standard: 4.1, least: 1e-6, most: 1e6 },
} as const satisfies Fields;

export type FieldName = keyof typeof fields;

/** One of the two numbers: what a tool counts, what is in print, or what the reader has found. */
export type Chosen =
  | { readonly kind: 'tool'; readonly tool: (typeof toolNames)[number] }
  | { readonly kind: 'published'; readonly count: KnownCount }
  | { readonly kind: 'own'; readonly printed: PrintedCount };

/** A network and the two numbers to be reconciled. */
export interface Pair {
  readonly network: string;
  readonly from: Chosen;
  readonly to: Chosen;
}

/** The fields that apply, with the choices of their network, as read, and the pair when all are right. */
export interface ReconcilerState {
  readonly shown: Readonly<Record<string, Field>>;
  readonly checked: Readonly<Record<string, Checked>>;
  readonly pair?: Pair;
}

/** Reads the fields that apply to the network. Never throws. */
export function readReconciler(typed: Readonly<Record<string, string>>, known: KnownCounts): ReconcilerState {
  const { network: name = '', from = '', to = '' } = typed;
  const counts = Object.hasOwn(known, name) ? (known[name] ?? []) : [];
  const choices = [...toolNames, ...counts.map(({ id }) => id), ownNumber];
  const shown = {
    network: fields.network,
    from: { ...fields.from, choices },
    to: { ...fields.to, choices },
    ...([from, to].includes(ownNumber) ? { giga: fields.giga } : {}),
  };
  const { checked, complete } = checkFields(shown, typed);
  if (!complete) return { shown, checked };
  const printed = 'giga' in shown ? printedIn(typed.giga ?? '') : undefined;
  if ('giga' in shown && printed === undefined) {
    return { shown, checked: { ...checked, giga: { error: { key: 'notWhole' } } } };
  }
  const chosen = (field: 'from' | 'to'): Chosen | undefined => {
    const choice = choiceIn(checked, field);
    const tool = toolNames.find((each) => each === choice);
    if (tool !== undefined) return { kind: 'tool', tool };
    const count = counts.find(({ id }) => id === choice);
    if (count !== undefined) return { kind: 'published', count };
    return printed === undefined ? undefined : { kind: 'own', printed };
  };
  const [first, second] = [chosen('from'), chosen('to')];
  if (first === undefined || second === undefined) return { shown, checked };
  return { shown, checked, pair: { network: name, from: first, to: second } };
}

/** A number in thousand millions with its digits as they were typed; at most nine decimals make a whole count. */
function printedIn(typed: string): PrintedCount | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[,\s_]/g, '');
  return /^\d+(\.\d{1,9})?$/.test(digits) ? { digits, scale: 1e9 } : undefined;
}

/** One text for a pair; what its two sides are fetched by. */
export function pairKey({ network, from, to }: Pair): string {
  return JSON.stringify([network, keyOf(from), keyOf(to)]);
}

function keyOf(chosen: Chosen): string {
  switch (chosen.kind) {
    case 'tool':
      return chosen.tool;
    case 'published':
      return chosen.count.id;
    case 'own':
      return `= ${chosen.printed.digits}`;
  }
}
