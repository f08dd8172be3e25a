import type { BuildOptions } from '../../engine/index.ts';
import { architectureNamed } from '../../engine/index.ts';
import type { FullAccount } from '../account.ts';
import type { Cost } from '../layers.ts';
import type { NetworkData } from './schema.ts';

/** What a document says beside what the engine knows of the network. */
export interface DocumentHead {
  /** Absolute address of the schema. */
  readonly schema: string;
  readonly id: string;
  /** Id of the family, a file of content/architectures. */
  readonly family: string;
}

/** A network as data for other programs, in the form `schema.ts` describes. Options left out are the standard. */
export function networkDocument(
  { schema, id, family }: DocumentHead,
  { account, layers }: FullAccount,
  options: BuildOptions = {},
): NetworkData {
  const { title, sources, defaults } = architectureNamed(id);
  const { input, outputShape, layerCount, buffers, int64Values, reach } = account;
  const { classes = defaults.classes } = options;
  const auxiliaryHeads = options.auxiliaryHeads ?? defaults.auxiliaryHeads;
  const widthMultiplier = options.widthMultiplier ?? defaults.widthMultiplier;
  return {
    $schema: schema,
    id,
    title,
    family,
    sources: [...sources],
    input: [...input],
    outputShape: [...outputShape],
    classes,
    ...(auxiliaryHeads === undefined ? {} : { auxiliaryHeads }),
    ...(widthMultiplier === undefined ? {} : { widthMultiplier }),
    layerCount,
    ...costIn(account),
    buffers,
    int64Values,
    stateDictBytes: account.stateDictBytes,
    fileBytes: account.fileBytes,
    peakInferenceBytes: account.peakInferenceBytes,
    peakTrainingBytes: account.peakTrainingBytes,
    receptiveField:
      reach === undefined ? null : { path: reach.path, sizes: [...reach.sizes], jumps: [...reach.jumps] },
    stages: account.stages.map((stage) => ({
      name: stage.name,
      repeats: stage.repeats,
      layerCount: stage.layerCount,
      outputShape: [...stage.outputShape],
      ...costIn(stage),
    })),
    kinds: account.kinds.map((kind) => ({
      kind: kind.kind,
      layerCount: kind.layerCount,
      ...costIn(kind),
    })),
    layers: layers.map((layer) => ({
      path: layer.path,
      kind: layer.kind,
      outputShape: [...layer.outputShape],
      ...costIn(layer),
      techniques: [...layer.techniques],
    })),
  };
}

/** A ratio needs no more digits than it has meaning. */
const intensityDigits = 4;

function costIn({ parameters, macs, activations, intensity }: Cost): {
  parameters: number;
  macs: number;
  activations: number;
  flopsPerByte: number;
} {
  return { parameters, macs, activations, flopsPerByte: Number(intensity.toPrecision(intensityDigits)) };
}
