// Reads apart from the page: a hostile file can make only this slow, and the page ends it.
import { summarize } from '../../engine/index.ts';
import type { Network } from '../../engine/index.ts';
import type { ModelFile, ModelFileErrorCode } from '../../model-files/index.ts';
import { ModelFileError, readModel } from '../../model-files/index.ts';

/** A model without its network, whose operators are functions and stay in the worker. */
export type ReadFile = Omit<ModelFile, 'network'>;

/** What one sample costs, of a file that says what runs. */
export interface SampleCost {
  readonly input: readonly number[];
  readonly macs: number;
}

/** What the worker answers: where it is, what it found, or why it refused. */
export type FileMessage =
  | { readonly kind: 'progress'; readonly position: number; readonly size: number }
  | { readonly kind: 'done'; readonly model: ReadFile; readonly cost: SampleCost | undefined }
  | {
      readonly kind: 'refused';
      readonly code: ModelFileErrorCode;
      readonly offset: number;
      readonly detail: string;
    }
  | { readonly kind: 'failed' };

/** Progress is told after this many milliseconds. */
const tellEvery = 100;

async function read(file: Blob): Promise<FileMessage> {
  let told = performance.now();
  try {
    const { network, ...model } = await readModel(file, {
      onProgress: (position, size) => {
        if (performance.now() - told < tellEvery) return;
        told = performance.now();
        tell({ kind: 'progress', position, size });
      },
    });
    return { kind: 'done', model, cost: network && costOf(network) };
  } catch (error) {
    if (!(error instanceof ModelFileError)) return { kind: 'failed' };
    const { code, offset, detail } = error;
    return { kind: 'refused', code, offset, detail };
  }
}

function costOf(network: Network): SampleCost {
  return { input: network.input, macs: summarize(network).macs };
}

function tell(message: FileMessage): void {
  postMessage(message);
}

addEventListener('message', (event: MessageEvent<Blob>) => {
  void read(event.data).then(tell);
});
