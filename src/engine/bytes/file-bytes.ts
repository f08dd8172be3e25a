import type { Network } from '../network/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { floatingBytes } from './floating-dtype.ts';
import type { OnnxDtype } from './onnx-file.ts';
import { onnxFileBytes } from './onnx-file.ts';
import { pytorchFileBytes } from './pytorch-file.ts';
import { pytorchLegacyFileBytes } from './pytorch-legacy-file.ts';
import { safetensorsFileBytes } from './safetensors-file.ts';

/** A file format and the type of its floating-point values; only ONNX files hold integer weights here. */
export type FileFormat =
  | {
      readonly container: 'pytorch' | 'pytorch-legacy' | 'pytorch-0.3' | 'safetensors';
      readonly dtype: FloatingDtype;
    }
  | { readonly container: 'onnx'; readonly dtype: OnnxDtype };

/**
 * Bytes of the network's file on disk, headers, names, alignment and directory included.
 *
 * `pytorch` is the zip format of torch.save since 1.6, `pytorch-legacy` the one before, `pytorch-0.3` that one as it was
 * before 0.4, without batch norm's counters and module versions; these and `safetensors` hold the
 * state dict, idle operators and counters included, to the byte but for module versions of layers without state
 * (some hundred bytes). `onnx` holds the inference graph and is an estimate.
 *
 * Published checkpoints may differ from their networks: in half precision, with heads that the network as built leaves
 * out. The tests list those of torchvision.
 * @throws RangeError for a container or a type it does not know.
 * @example fileBytes(architectureNamed('resnet50').build(), { container: 'pytorch', dtype: 'float32' }) // 102_541_938, published 97.790 MiB
 */
export function fileBytes(network: Network, format: FileFormat): number {
  const { container, dtype } = format;
  if (!Object.hasOwn(floatingBytes, dtype) && !(container === 'onnx' && dtype === 'int8')) {
    throw new RangeError(`dtype of ${container} must be one of its types, not ${dtype}`);
  }
  switch (format.container) {
    case 'pytorch':
      return pytorchFileBytes(network, format.dtype);
    case 'pytorch-legacy':
      return pytorchLegacyFileBytes(network, format.dtype);
    case 'pytorch-0.3':
      return pytorchLegacyFileBytes(network, format.dtype, true);
    case 'safetensors':
      return safetensorsFileBytes(network, format.dtype);
    case 'onnx':
      return onnxFileBytes(network, format.dtype);
    default:
      throw new RangeError(
        `container must be pytorch, pytorch-legacy, pytorch-0.3, safetensors or onnx, not ${container}`,
      );
  }
}
