import type { Shape } from '../checks.ts';
import type { Network } from '../network/index.ts';

/** Choices a figure may depend on; a builder ignores none of those it documents. */
export interface BuildOptions {
  /** Input shape without batch, `[channels, (frames,) height, width]`. Default: the one published figures use. */
  readonly input?: Shape;
  /** Outputs of the classifier. Default 1000, or the published data set's. */
  readonly classes?: number;
  /** Whether training-only heads are part of the network (they hold parameters but do not run). */
  readonly auxiliaryHeads?: boolean;
}

/** A published network: who described it, and how to build it. */
export interface Architecture {
  readonly title: string;
  /** Input the published figures are for. */
  readonly input: Shape;
  /** Keys of `references.bib`. */
  readonly sources: readonly string[];
  build(options?: BuildOptions): Network;
}
