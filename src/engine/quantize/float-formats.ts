/**
 * Which codes are not finite numbers:
 * - `ieee`: the highest exponent holds infinities and NaN (IEEE 754-2019, §3.4);
 * - `nan-only`: only all exponent and mantissa bits set is NaN, there is no infinity (the `fn` of `e4m3fn`);
 * - `none`: every code is a number (the 6- and 4-bit elements of the MX formats).
 */
type SpecialCodes = 'ieee' | 'nan-only' | 'none';

/** A binary floating-point format with one sign bit. Everything else about it is derived from these. */
export interface FloatLayout {
  readonly exponentBits: number;
  /** Bits stored after the point; the 1 before it is implied. */
  readonly mantissaBits: number;
  readonly specials: SpecialCodes;
}

/**
 * Layouts of the floating-point formats networks are stored or computed in.
 *
 * TF32 is a format of matrix units' inputs: 19 bits count, 32 are stored. Every bias is 2^(exponentBits − 1) − 1.
 * Source: IEEE 754-2019; Micikevicius et al. 2022 (arXiv 2209.05433), table 1, for the 8-bit formats; OCP Microscaling
 * Formats v1.0, §5.3, for those of 6 and 4 bits.
 */
export const floatLayouts = {
  float32: { exponentBits: 8, mantissaBits: 23, specials: 'ieee' },
  tfloat32: { exponentBits: 8, mantissaBits: 10, specials: 'ieee' },
  float16: { exponentBits: 5, mantissaBits: 10, specials: 'ieee' },
  bfloat16: { exponentBits: 8, mantissaBits: 7, specials: 'ieee' },
  float8_e5m2: { exponentBits: 5, mantissaBits: 2, specials: 'ieee' },
  float8_e4m3fn: { exponentBits: 4, mantissaBits: 3, specials: 'nan-only' },
  float6_e3m2: { exponentBits: 3, mantissaBits: 2, specials: 'none' },
  float6_e2m3: { exponentBits: 2, mantissaBits: 3, specials: 'none' },
  float4_e2m1: { exponentBits: 2, mantissaBits: 1, specials: 'none' },
} as const satisfies Record<string, FloatLayout>;

export type FloatFormat = keyof typeof floatLayouts;

/** What a floating-point format can hold. */
export interface FloatLimits {
  /** Sign, exponent and mantissa together; `bitsOf` has the bits stored, which for TF32 are more. */
  readonly valueBits: number;
  readonly exponentBits: number;
  readonly mantissaBits: number;
  /** Subtracted from the exponent field to give the exponent. */
  readonly exponentBias: number;
  /** Exponent of the largest finite number. */
  readonly largestExponent: number;
  readonly largest: number;
  readonly smallestNormal: number;
  readonly smallestSubnormal: number;
  /** Distance from 1 to the next number above: 2^−mantissaBits. */
  readonly epsilon: number;
  readonly hasInfinity: boolean;
  readonly hasNaN: boolean;
}

/**
 * Range and resolution of a floating-point format, derived from its layout.
 * @example limitsOf('float8_e4m3fn').largest // 448
 * @example limitsOf('bfloat16').epsilon // 0.0078125
 */
export function limitsOf(format: FloatFormat): FloatLimits {
  const known = knownLimits.get(format);
  if (known !== undefined) return known;
  const limits = derivedLimits(format);
  knownLimits.set(format, limits);
  return limits;
}

/** Rounding asks for them for every value. */
const knownLimits = new Map<FloatFormat, FloatLimits>();

function derivedLimits(format: FloatFormat): FloatLimits {
  const { exponentBits, mantissaBits, specials }: FloatLayout = floatLayouts[format];
  const exponentBias = 2 ** (exponentBits - 1) - 1;
  const highestField = 2 ** exponentBits - 1 - (specials === 'ieee' ? 1 : 0);
  const largestExponent = highestField - exponentBias;
  const highestMantissa = 2 ** mantissaBits - 1 - (specials === 'nan-only' ? 1 : 0);
  const epsilon = 2 ** -mantissaBits;
  const smallestNormal = 2 ** (1 - exponentBias);
  const valueBits = 1 + exponentBits + mantissaBits;
  return {
    valueBits,
    exponentBits,
    mantissaBits,
    exponentBias,
    largestExponent,
    largest: (1 + highestMantissa * epsilon) * 2 ** largestExponent,
    smallestNormal,
    smallestSubnormal: smallestNormal * epsilon,
    epsilon,
    hasInfinity: specials === 'ieee',
    hasNaN: specials !== 'none',
  };
}
