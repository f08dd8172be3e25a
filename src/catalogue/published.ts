// For the build alone: published checkpoints beside what the engine predicts of them.
import type { Checkpoint } from '../collections/index.ts';
import { loadCheckpoints } from '../collections/index.ts';
import { architectureNamed, bytesPerMebibyte, fileBytes } from '../engine/index.ts';

/** A published file beside its prediction. */
export interface ComparedFile {
  readonly checkpoint: Checkpoint;
  readonly publishedBytes: number;
  readonly predictedBytes: number;
  /** Published over predicted, less one. */
  readonly change: number;
}

/** Published files of an architecture with the size predicted for the format they are in. */
export function comparedFiles(id: string): readonly ComparedFile[] {
  return loadCheckpoints()
    .filter(({ architecture }) => architecture === id)
    .map((checkpoint) => {
      const network = architectureNamed(id).build({ input: checkpoint.input });
      const predictedBytes = fileBytes(network, { container: checkpoint.format, dtype: 'float32' });
      const publishedBytes = Math.round(checkpoint.fileMiB * bytesPerMebibyte);
      return { checkpoint, publishedBytes, predictedBytes, change: publishedBytes / predictedBytes - 1 };
    });
}

/**
 * The best top-1 accuracy published for an architecture at its standard input, in percent; undefined when there is none.
 * @example bestTop1Percent('resnet50') // 80.858
 */
export function bestTop1Percent(id: string): number | undefined {
  const input = architectureNamed(id).input.join('×');
  const found = loadCheckpoints().flatMap(({ architecture, accuracy, input: own }) =>
    architecture === id && own.join('×') === input && accuracy?.measure === 'top-1' ? [accuracy.percent] : [],
  );
  return found.length === 0 ? undefined : Math.max(...found);
}
