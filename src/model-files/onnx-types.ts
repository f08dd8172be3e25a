import type { StoredType } from './tensor.ts';
import { plainType } from './tensor.ts';

/** Type number of texts, whose size no shape gives. */
export const stringType = 8;

/**
 * Types of ONNX tensors by number; values of less than a byte are packed.
 * Source: onnx/onnx, onnx/onnx.proto, `TensorProto.DataType`.
 */
export const onnxTypes: ReadonlyMap<number, StoredType> = new Map([
  [1, plainType('float32', 32)],
  [2, plainType('uint8', 8)],
  [3, plainType('int8', 8)],
  [4, plainType('uint16', 16)],
  [5, plainType('int16', 16)],
  [6, plainType('int32', 32)],
  [7, plainType('int64', 64)],
  [9, plainType('bool', 8)],
  [10, plainType('float16', 16)],
  [11, plainType('float64', 64)],
  [12, plainType('uint32', 32)],
  [13, plainType('uint64', 64)],
  [14, plainType('complex64', 64)],
  [15, plainType('complex128', 128)],
  [16, plainType('bfloat16', 16)],
  [17, plainType('float8_e4m3fn', 8)],
  [18, plainType('float8_e4m3fnuz', 8)],
  [19, plainType('float8_e5m2', 8)],
  [20, plainType('float8_e5m2fnuz', 8)],
  [21, plainType('uint4', 4)],
  [22, plainType('int4', 4)],
  [23, plainType('float4_e2m1', 4)],
  [24, plainType('float8_e8m0', 8)],
]);
