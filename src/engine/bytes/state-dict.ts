import type { Shape } from '../checks.ts';
import { product } from '../checks.ts';
import type { Network } from '../network/index.ts';
import type { Tensor } from '../ops/index.ts';
import type { FloatingDtype } from './floating-dtype.ts';
import { floatingBytes } from './floating-dtype.ts';

/** Bytes of an int64, the type of counters and index tables in every state dict. */
export const int64Bytes = 8;

/** One entry of a network's state dict. */
export interface StateTensor {
  /** Module path and tensor name, `layer1.0.bn1.running_mean`. */
  readonly name: string;
  readonly shape: Shape;
  readonly role: Tensor['role'];
  readonly dtype: Tensor['dtype'];
  /** Name of the earlier entry whose memory it uses (tied weights); such an entry adds a name but no data. */
  readonly sharesDataOf?: string;
}

/**
 * Every tensor a checkpoint of the network lists, in execution order, idle operators included.
 *
 * Tied weights are listed under both names, as `state_dict()` does, the second with `sharesDataOf`. State that the
 * framework leaves out of its checkpoints (`stored: false`) is left out.
 * Source: torch.nn.Module.state_dict.
 * @example tensorsOf(architectureNamed('resnet50').build()).length // 320
 */
export function tensorsOf(network: Network): readonly StateTensor[] {
  return network.nodes.flatMap(({ path, operator, tiedTo }) =>
    operator.tensors
      .filter((tensor) => tensor.stored !== false)
      .map(({ name, shape, role, dtype }) => ({
        name: joined(path, name),
        shape,
        role,
        dtype,
        ...(tiedTo === undefined ? {} : { sharesDataOf: joined(tiedTo, name) }),
      })),
  );
}

/**
 * A module's tensor as the state dict names it; the root module has no path, and a tensor that is a node by itself
 * (`parameterTensor`) may have no name of its own.
 */
function joined(path: string, name: string): string {
  return [path, name].filter((part) => part !== '').join('.');
}

/**
 * Bytes of one tensor's data: floating-point state in `dtype`, integer state in int64 whatever the precision, since
 * casting a model (`model.half()`) leaves its counters and index tables alone.
 */
export function tensorDataBytes(tensor: Pick<StateTensor, 'shape' | 'dtype'>, dtype: FloatingDtype): number {
  return product(tensor.shape) * (tensor.dtype === 'int64' ? int64Bytes : floatingBytes[dtype]);
}

/**
 * Bytes of all tensor data of a checkpoint, without any container: parameters, buffers, counters and index tables,
 * shared data once.
 * @example stateDictBytes(architectureNamed('resnet50').build(), 'float32') // 102_441_032
 */
export function stateDictBytes(network: Network, dtype: FloatingDtype): number {
  return tensorsOf(network)
    .filter((tensor) => tensor.sharesDataOf === undefined)
    .reduce((total, tensor) => total + tensorDataBytes(tensor, dtype), 0);
}
