import type { Account } from '../account.ts';

/** A quantity networks are compared in: the hue it has everywhere, and how to read it. */
export interface Quantity {
  readonly name:
    | 'parameters'
    | 'macs'
    | 'activations'
    | 'intensity'
    | 'layers'
    | 'weights'
    | 'file'
    | 'peakInference'
    | 'peakTraining';
  readonly hue: string;
  readonly unit: 'count' | 'bytes' | 'ratio';
  readonly of: (account: Account) => number;
}

const float32Bytes = 4;

/** What networks are compared in, in the order shown. */
export const quantities: readonly Quantity[] = [
  { name: 'parameters', hue: 'q-parameters', unit: 'count', of: ({ parameters }) => parameters },
  { name: 'macs', hue: 'q-macs', unit: 'count', of: ({ macs }) => macs },
  { name: 'activations', hue: 'q-activations', unit: 'count', of: ({ activations }) => activations },
  { name: 'intensity', hue: '', unit: 'ratio', of: ({ intensity }) => intensity },
  { name: 'layers', hue: '', unit: 'count', of: ({ layerCount }) => layerCount },
  { name: 'weights', hue: 'q-bytes', unit: 'bytes', of: ({ parameters }) => float32Bytes * parameters },
  { name: 'file', hue: 'q-bytes', unit: 'bytes', of: ({ fileBytes }) => fileBytes.pytorch },
  { name: 'peakInference', hue: 'q-bytes', unit: 'bytes', of: (account) => account.peakInferenceBytes },
  { name: 'peakTraining', hue: 'q-bytes', unit: 'bytes', of: (account) => account.peakTrainingBytes },
];

/**
 * Kinds of operator that do multiply-adds in any of the networks, with each network's share of its own; most first.
 * @example kindShares([resnet50, vit])[0] // { kind: 'convolution', shares: [0.9995, 0.0066] }
 */
export function kindShares(
  accounts: readonly Account[],
): readonly { readonly kind: string; readonly shares: readonly number[] }[] {
  const kinds = new Set(
    accounts.flatMap((account) => account.kinds.filter(({ macs }) => macs > 0).map(({ kind }) => kind)),
  );
  return [...kinds]
    .map((kind) => ({
      kind,
      shares: accounts.map(
        (account) => (account.kinds.find((own) => own.kind === kind)?.macs ?? 0) / account.macs,
      ),
    }))
    .sort((left, right) => Math.max(...right.shares) - Math.max(...left.shares));
}
