// Needs the architectures: read at build only, so that no page carries them.
import { architectureNamed, checkpointCounts, fileBytes } from '../../engine/index.ts';
import type { Container, CountedNetworks, FileDtype } from './networks.ts';
import { networkNames } from './networks.ts';

/** Stored values and file sizes of every network of the list. */
export function countedNetworks(): CountedNetworks {
  return Object.fromEntries(
    networkNames.map((name) => {
      const architecture = architectureNamed(name);
      const network = architecture.build();
      const inContainer = (container: Container): Readonly<Record<FileDtype, number>> => ({
        float32: fileBytes(network, { container, dtype: 'float32' }),
        float16: fileBytes(network, { container, dtype: 'float16' }),
        bfloat16: fileBytes(network, { container, dtype: 'bfloat16' }),
      });
      const files = {
        safetensors: inContainer('safetensors'),
        pytorch: inContainer('pytorch'),
        onnx: inContainer('onnx'),
      };
      return [name, { title: architecture.title, counts: checkpointCounts(network), fileBytes: files }];
    }),
  );
}
