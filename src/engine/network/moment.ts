/** Why a step runs: the forward pass, the same again for checkpointing, or the backward pass. */
export type Pass = 'forward' | 'recomputation' | 'backward';

/** What is in memory while one step runs. */
export interface Moment {
  /** Index of the step in the schedule. */
  readonly step: number;
  readonly pass: Pass;
  /** Activation values, and gradients of activations, for one sample. */
  readonly elements: number;
}
