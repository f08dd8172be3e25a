import type { Network } from '../engine/index.ts';

/** The formats that are read. */
export type ModelFormat = 'safetensors' | 'gguf' | 'onnx' | 'pytorch';

/** One tensor of a file. */
export interface ModelTensor {
  /** As the file has it: untrusted text. */
  readonly name: string;
  /** The engine's name of the number format where it has one (`float32`), else the file's (`Q4_K`). */
  readonly dtype: string;
  /** Outermost axis first, as PyTorch prints it. */
  readonly shape: readonly number[];
  readonly elements: number;
  /** Bytes of its data; undefined when the type is newer than this reader and the file does not say. */
  readonly bytes: number | undefined;
  /**
   * Trained values are parameters; statistics, counters and index tables are buffers. Shared data, which the file has
   * under an earlier name already, count no second time.
   */
  readonly role: 'parameter' | 'buffer' | 'shared';
}

/**
 * What is unusual in a file but no reason to refuse it.
 *
 * - `unknownType`: a number format newer than this reader; the count stands, the size may be unknown;
 * - `externalData`: data in another file, which is not read; `unsafeLocation`: at a place outside of the model's folder;
 * - `packedWeights`: several weights packed into one integer, so that there are more weights than values;
 * - `unknownField`: a part that this reader does not know and passed over;
 * - `foreignCode`: names in a pickle that Python would run when it loads the file without `weights_only`;
 * - `uncounted`: operators of the graph whose multiply-adds are not counted; `noNetwork`: no input of known size;
 * - `largeHeader`, `unusedBytes`: a header of unusual size, bytes that belong to nothing.
 */
export type ModelWarningCode =
  | 'unknownType'
  | 'externalData'
  | 'unsafeLocation'
  | 'packedWeights'
  | 'unknownField'
  | 'foreignCode'
  | 'uncounted'
  | 'noNetwork'
  | 'largeHeader'
  | 'unusedBytes';

export interface ModelWarning {
  readonly code: ModelWarningCode;
  /** What it is about, up to `limits.warnings` of them: names of tensors, types, places. Untrusted text. */
  readonly about: readonly string[];
  /** How many things it is about. */
  readonly count: number;
}

/** What a model file says of itself, without its weights. */
export interface ModelFile {
  readonly format: ModelFormat;
  readonly fileBytes: number;
  readonly tensors: readonly ModelTensor[];
  /** Elements of the tensors that are parameters. */
  readonly parameters: number;
  /** Elements of the others. */
  readonly bufferElements: number;
  /** Bytes of all tensors whose size is known. */
  readonly weightBytes: number;
  /** What runs, for one sample, where the file has a graph with an input of known size. */
  readonly network?: Network | undefined;
  readonly warnings: readonly ModelWarning[];
}

/** What a reader of one format hands over. */
export interface FileContent {
  readonly tensors: readonly ModelTensor[];
  readonly network?: Network | undefined;
  readonly warnings: readonly ModelWarning[];
}
