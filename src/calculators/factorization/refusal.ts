import type { Split } from '../../engine/index.ts';
import type { FieldError } from '../shared/fields.ts';
import type { FieldName } from './fields.ts';

/** A kernel's fields by their axis. */
export type KernelFields = Readonly<Record<'kernelTime' | 'kernelHeight' | 'kernelWidth', number>>;

type Refusal = readonly [field: FieldName, error: FieldError];

/** Why a split does not apply to a kernel, as an error at the field that has to change. */
export function kernelRefusal(split: Split, kernel: KernelFields): Refusal | undefined {
  switch (split) {
    case 'stack-of-3':
      return heightRefusal(kernel, 5) ?? oddRefusal(kernel, ['kernelHeight']) ?? unequalRefusal(kernel);
    case 'stack-of-2':
      return heightRefusal(kernel, 3) ?? unequalRefusal(kernel);
    case 'asymmetric':
    case 'asymmetric-reversed':
      return planeRefusal(kernel);
    case 'p3d-a':
    case '2plus1d':
      return timeRefusal(kernel);
    case 'p3d-b':
    case 'p3d-c':
      return timeRefusal(kernel) ?? oddRefusal(kernel, ['kernelTime', 'kernelHeight', 'kernelWidth']);
    case 'depthwise-separable':
    case 'low-rank':
      return undefined;
  }
}

/** A stack has at least two layers. */
function heightRefusal({ kernelHeight }: KernelFields, least: number): Refusal | undefined {
  return kernelHeight < least ? ['kernelHeight', { key: 'tooSmall', limit: least }] : undefined;
}

/** A stack is as long on every axis it covers. */
function unequalRefusal({ kernelTime, kernelHeight, kernelWidth }: KernelFields): Refusal | undefined {
  if (kernelWidth !== kernelHeight) return ['kernelWidth', { key: 'mustEqual', limit: kernelHeight }];
  if (kernelTime === 1 || kernelTime === kernelHeight) return undefined;
  return ['kernelTime', { key: 'mustEqual', limit: kernelHeight }];
}

/** Row and column need two axes that are longer than one position. */
function planeRefusal({ kernelTime, kernelHeight, kernelWidth }: KernelFields): Refusal | undefined {
  if ([kernelTime, kernelHeight, kernelWidth].filter((own) => own > 1).length >= 2) return undefined;
  return [kernelHeight === 1 ? 'kernelHeight' : 'kernelWidth', { key: 'tooSmall', limit: 2 }];
}

/** Space and time need a kernel longer than one position in both. */
function timeRefusal({ kernelTime, kernelHeight, kernelWidth }: KernelFields): Refusal | undefined {
  if (kernelTime === 1) return ['kernelTime', { key: 'tooSmall', limit: 2 }];
  return kernelHeight * kernelWidth === 1 ? ['kernelHeight', { key: 'tooSmall', limit: 2 }] : undefined;
}

/** Kernels whose outputs are added have to have a centre, and 3×3 add up to odd lengths only. */
function oddRefusal(kernel: KernelFields, axes: readonly (keyof KernelFields)[]): Refusal | undefined {
  const even = axes.find((axis) => kernel[axis] % 2 === 0);
  return even === undefined ? undefined : [even, { key: 'mustBeOdd' }];
}
