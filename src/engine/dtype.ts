/**
 * Bits one stored value takes in each number format, by the names PyTorch and safetensors use where they have one.
 *
 * `tfloat32` is stored as 32 bits, though only 19 of them enter a multiplication. Formats of less than a byte are
 * packed; scales that a block of values shares (MX, NF4, GGUF) come on top and are not in these numbers.
 */
const bitsOfDtype = {
  float64: 64,
  float32: 32,
  tfloat32: 32,
  float16: 16,
  bfloat16: 16,
  float8_e4m3fn: 8,
  float8_e5m2: 8,
  float6_e3m2: 6,
  float6_e2m3: 6,
  float4_e2m1: 4,
  nf4: 4,
  int64: 64,
  int32: 32,
  int16: 16,
  int8: 8,
  uint8: 8,
  int4: 4,
  uint4: 4,
  bool: 8,
} as const;

/** A number format values are stored in. */
export type Dtype = keyof typeof bitsOfDtype;

/**
 * Whether `name` is a number format the engine knows.
 * @example isDtype('float17') // false
 */
export function isDtype(name: string): name is Dtype {
  return Object.hasOwn(bitsOfDtype, name);
}

/**
 * Bits of one stored value.
 * @throws RangeError when the format is not known.
 * @example bitsOf('bfloat16') // 16
 */
export function bitsOf(dtype: Dtype): number {
  if (!isDtype(dtype)) throw new RangeError(`dtype must be a known number format, not ${String(dtype)}`);
  return bitsOfDtype[dtype];
}
