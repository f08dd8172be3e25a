import type { ModelFile } from '../../model-files/index.ts';

/** A network of this site as a file may hold it. */
export interface KnownNetwork {
  /** Id of its page. */
  readonly id: string;
  readonly title: string;
  readonly parameters: number;
  /** With its batch norms folded into the layers before them, as exporters to ONNX do. */
  readonly foldedParameters: number;
}

/** A network with a file's parameters, to the last one. */
export interface Match {
  readonly network: KnownNetwork;
  readonly folded: boolean;
}

/**
 * Networks that have exactly as many parameters as the file. That is no proof: two networks of the same parameters and
 * other strides (ResNet-50 v1 and v1.5) are both named.
 */
export function matchesOf(
  { parameters, format }: Pick<ModelFile, 'parameters' | 'format'>,
  networks: readonly KnownNetwork[],
): readonly Match[] {
  return networks.flatMap((network): Match[] => {
    if (network.parameters === parameters) return [{ network, folded: false }];
    return format === 'onnx' && network.foldedParameters === parameters ? [{ network, folded: true }] : [];
  });
}
