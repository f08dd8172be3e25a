import { architectures } from '../../architectures/index.ts';

/** Whether the engine has the architecture's v1, with the stride of a bottleneck in its first 1×1. */
export function hasVersionOne(name: string): boolean {
  return Object.hasOwn(architectures, `${name}_v1`);
}

/**
 * The v1 of an architecture: `resnet50_v1` of `resnet50`.
 * @throws RangeError when the engine has none.
 */
export function versionOneOf(name: string): string {
  if (!hasVersionOne(name)) throw new RangeError(`strideInFirst must not be true: there is no v1 of ${name}`);
  return `${name}_v1`;
}
