import type { ByteSource, ReadOptions } from './byte-reader.ts';
import { ByteReader } from './byte-reader.ts';
import { readGguf } from './gguf.ts';
import type { FileContent, ModelFile, ModelFormat, ModelTensor } from './model-file.ts';
import { readOnnx } from './onnx.ts';
import { readPytorch } from './pytorch.ts';
import { readSafetensors } from './safetensors.ts';

const readers: Readonly<Record<ModelFormat, (reader: ByteReader) => Promise<FileContent>>> = {
  safetensors: readSafetensors,
  gguf: readGguf,
  onnx: readOnnx,
  pytorch: readPytorch,
};

/** Beginnings of formats that are known and not read, as characters of one byte. */
const otherBeginnings: readonly (readonly [beginning: string, at: number, format: string])[] = [
  ['\x80\x02\x8a\x0al\xfc', 0, 'PyTorch before 1.6'],
  ['\x80', 0, 'pickle'],
  ['\x89HDF', 0, 'HDF5 (Keras)'],
  ['TFL3', 4, 'TensorFlow Lite'],
  ['\x93NUMPY', 0, 'NumPy'],
  ['\x1f\x8b', 0, 'gzip'],
  ['ggjt', 0, 'GGML before GGUF'],
  ['tjgg', 0, 'GGML before GGUF'],
];

/**
 * Reads what a model file says of itself: format, tensors, counts and sizes. The format is told by content, never by the
 * file's name. Weights are not read, so a file of any size takes little memory and time.
 *
 * @throws ModelFileError for a file that is damaged, hostile, too large in some number, or of another format.
 * @example (await readModel(file)).parameters // 25_557_032 for torchvision’s resnet50 as safetensors
 */
export async function readModel(blob: ByteSource, options: ReadOptions = {}): Promise<ModelFile> {
  const reader = new ByteReader(blob, options);
  const format = await formatOf(reader);
  const { tensors, warnings, network } = await readers[format](reader);
  const parameters = tensors.filter(({ role }) => role === 'parameter');
  const buffers = tensors.filter(({ role }) => role === 'buffer');
  return {
    format,
    fileBytes: reader.size,
    tensors,
    parameters: sum(parameters, 'elements', reader),
    bufferElements: sum(buffers, 'elements', reader),
    weightBytes: sum(tensors, 'bytes', reader),
    network,
    warnings,
  };
}

function sum(tensors: readonly ModelTensor[], what: 'elements' | 'bytes', reader: ByteReader): number {
  const total = tensors.reduce((before, tensor) => before + (tensor[what] ?? 0), 0);
  if (!Number.isSafeInteger(total)) reader.fail('shape', `all ${what} together are beyond 2^53`);
  return total;
}

async function formatOf(reader: ByteReader): Promise<ModelFormat> {
  if (reader.size === 0) reader.fail('empty', 'no bytes');
  const count = Math.min(reader.size, 16);
  await reader.need(count);
  const bytes = reader.bytes(count);
  const beginning = String.fromCharCode(...bytes);
  reader.position = 0;
  if (beginning.startsWith('GGUF')) return 'gguf';
  if (beginning.startsWith('PK\x03\x04')) return 'pytorch';
  // A safetensors file begins with a length below 100 MB, whose upper bytes are zeros, or at least with `{` behind it.
  if (beginning.charAt(8) === '{' || (count >= 8 && beginning.startsWith('\0\0\0\0', 4)))
    return 'safetensors';
  const other = otherBeginnings.find(([text, at]) => beginning.startsWith(text, at));
  if (other !== undefined) reader.fail('otherFormat', other[2]);
  // ModelProto's first field is `ir_version`, which must be there.
  if (beginning.startsWith('\x08')) return 'onnx';
  return reader.fail('unknownFormat', hexOf(bytes));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
