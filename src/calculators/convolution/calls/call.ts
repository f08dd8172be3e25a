/** What has to be said beside a call. */
export type NoteKey = 'strideWithDilation' | 'noGroups' | 'padsBeyond' | 'resolved';

/** The layer written for one framework; no code where it has no such layer. */
export interface Call {
  readonly framework: 'PyTorch' | 'Keras' | 'JAX/Flax' | 'ONNX';
  readonly code?: string;
  readonly note?: NoteKey;
}
