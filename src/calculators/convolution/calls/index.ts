import type { Layer } from '../layer.ts';
import type { Call } from './call.ts';
import { flaxCall } from './flax.ts';
import { kerasCall } from './keras.ts';
import { onnxCall } from './onnx.ts';
import { pytorchCall } from './pytorch.ts';

/** The layer as each framework writes it. */
export function callsFor(layer: Layer): readonly Call[] {
  return [pytorchCall, kerasCall, flaxCall, onnxCall].map((write) => write(layer));
}
