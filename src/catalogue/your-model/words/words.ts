import type { ModelFileErrorCode, ModelFormat, ModelWarningCode } from '../../../model-files/index.ts';
import type { ComparedFormat } from '../sizes.ts';

/** The words of the page on a reader's own file; names and details of the file come shortened and escaped. */
export interface YourModelWords {
  /** Between two sentences. */
  readonly separator: string;
  /** Between two names. */
  readonly comma: string;
  readonly choose: string;
  readonly drop: string;
  readonly promise: string;
  readonly cancel: string;
  readonly progress: string;
  readonly status: {
    readonly none: string;
    readonly reading: (name: string) => string;
    readonly done: (name: string) => string;
    readonly cancelled: (name: string) => string;
    readonly refused: (name: string) => string;
    readonly kept: (name: string) => string;
  };
  readonly refusals: Readonly<Record<ModelFileErrorCode | 'time' | 'failed', string>>;
  /** Where and what, behind a refusal. */
  readonly found: (offset: string, detail: string) => string;
  readonly pickles: string;
  readonly formats: Readonly<Record<ModelFormat, string>>;
  readonly totals: {
    readonly heading: string;
    readonly file: string;
    readonly format: string;
    readonly parameters: string;
    readonly buffers: (elements: string) => string;
    readonly macs: string;
    readonly input: (shape: string) => string;
    readonly tensors: string;
    readonly weights: string;
    readonly atLeast: string;
    readonly fileBytes: string;
    readonly overhead: string;
    readonly elsewhere: string;
  };
  readonly matches: {
    readonly one: string;
    readonly several: string;
    readonly folded: string;
    readonly none: string;
  };
  readonly types: {
    readonly heading: string;
    readonly caption: string;
    readonly dtype: string;
    readonly tensors: string;
    readonly elements: string;
    readonly bytes: string;
    readonly compared: string;
    readonly format: string;
    readonly names: Readonly<Record<ComparedFormat, string>>;
    readonly note: string;
  };
  readonly warnings: {
    readonly heading: string;
    readonly texts: Readonly<Record<ModelWarningCode, (count: string) => string>>;
  };
  readonly tensors: {
    readonly heading: string;
    readonly caption: (shown: string, all: string) => string;
    readonly find: string;
    readonly dtype: string;
    readonly all: string;
    readonly name: string;
    readonly shape: string;
    readonly unknown: string;
    readonly buffer: string;
    readonly shared: string;
    readonly none: string;
    readonly more: (count: string) => string;
    readonly rest: (count: string) => string;
    readonly csv: string;
  };
}
