import type { StoredType } from './tensor.ts';
import { plainType } from './tensor.ts';

/**
 * Types of the safetensors format, by its names.
 * Source: huggingface/safetensors, safetensors/src/tensor.rs, `enum Dtype` (the formats below 8 bits since 0.6).
 */
export const safetensorsTypes: ReadonlyMap<string, StoredType> = new Map([
  ['BOOL', plainType('bool', 8)],
  ['F4', plainType('float4_e2m1', 4)],
  ['F6_E2M3', plainType('float6_e2m3', 6)],
  ['F6_E3M2', plainType('float6_e3m2', 6)],
  ['U8', plainType('uint8', 8)],
  ['I8', plainType('int8', 8)],
  ['F8_E5M2', plainType('float8_e5m2', 8)],
  ['F8_E4M3', plainType('float8_e4m3fn', 8)],
  ['F8_E8M0', plainType('float8_e8m0', 8)],
  ['F8_E4M3FNUZ', plainType('float8_e4m3fnuz', 8)],
  ['F8_E5M2FNUZ', plainType('float8_e5m2fnuz', 8)],
  ['I16', plainType('int16', 16)],
  ['U16', plainType('uint16', 16)],
  ['F16', plainType('float16', 16)],
  ['BF16', plainType('bfloat16', 16)],
  ['I32', plainType('int32', 32)],
  ['U32', plainType('uint32', 32)],
  ['F32', plainType('float32', 32)],
  ['C64', plainType('complex64', 64)],
  ['F64', plainType('float64', 64)],
  ['I64', plainType('int64', 64)],
  ['U64', plainType('uint64', 64)],
]);
