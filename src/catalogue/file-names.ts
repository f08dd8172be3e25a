import type { FileFormat } from '../engine/index.ts';

/** Files a network's weights are predicted for. The ONNX file is an estimate, the others exact to some bytes. */
export const fileFormats = {
  pytorch: { container: 'pytorch', dtype: 'float32' },
  pytorchLegacy: { container: 'pytorch-legacy', dtype: 'float32' },
  safetensors: { container: 'safetensors', dtype: 'float32' },
  safetensorsHalf: { container: 'safetensors', dtype: 'float16' },
  onnx: { container: 'onnx', dtype: 'float32' },
} as const satisfies Readonly<Record<string, FileFormat>>;

export type FileName = keyof typeof fileFormats;

/** Their names in the order shown. */
export const fileNames = [
  'pytorch',
  'pytorchLegacy',
  'safetensors',
  'safetensorsHalf',
  'onnx',
] as const satisfies readonly FileName[];
