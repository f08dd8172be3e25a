import {
  bytesPerGibibyte,
  bytesPerGigabyte,
  bytesPerMebibyte,
  bytesPerMegabyte,
} from '../engine/index.ts';

/** A number and its unit never part at a line's end. */
const joiner = '\u00a0';
const minus = '\u2212';

/** Numbers as text in one language. Every method throws on a value that is not finite: a page never prints NaN. */
export interface Formatter {
  /** Whole number, grouped. `25,557,032` */
  integer(value: number): string;
  /** Fixed digits after the point. `0.667` */
  decimal(value: number, digits: number): string;
  /** Up to `digits` digits after the point, no trailing zeros. `2.5` */
  trimmed(value: number, digits: number): string;
  /** A share. `28%` */
  percent(share: number, digits?: number): string;
  /** A change, with its sign. `−33.3%` */
  change(share: number, digits?: number): string;
  /** A factor. `16.9×` */
  factor(value: number, digits?: number): string;
  /** Decimal prefix (k, M, G, T) and unit, `digits` after the point. `5.71 GMACs` */
  prefixed(value: number, unit: string, digits?: number): string;
  /** Whole bytes. `102,440,608 B` */
  bytes(value: number): string;
  /** SI megabytes. `102.44 MB` */
  megabytes(bytes: number, digits?: number): string;
  /** IEC mebibytes. `97.70 MiB` */
  mebibytes(bytes: number, digits?: number): string;
  gigabytes(bytes: number, digits?: number): string;
  gibibytes(bytes: number, digits?: number): string;
  /** Sizes joined by ×, not grouped. `192×17×17` */
  shape(sizes: readonly number[]): string;
  /** A calendar date from its ISO form. `24 November 2026` */
  date(iso: string): string;
}

/**
 * The formatter of a language.
 * @param languageTag BCP 47 tag such as `en` or `zh-CN`.
 * @example formatterFor('en').prefixed(5_713_216_096, 'MACs') // '5.71 GMACs' (with a no-break space)
 */
export function formatterFor(languageTag: string): Formatter {
  const number = (value: number, least: number, most: number): string => {
    if (!Number.isFinite(value)) throw new RangeError(`cannot write ${String(value)} as a number`);
    const options = { minimumFractionDigits: least, maximumFractionDigits: most };
    return new Intl.NumberFormat(languageTag, options).format(value).replace('-', minus);
  };
  const decimal = (value: number, digits: number): string => number(value, digits, digits);
  const scaled = (bytesPerUnit: number, unit: string) => (bytes: number, digits = 2) =>
    `${decimal(bytes / bytesPerUnit, digits)}${joiner}${unit}`;
  return {
    integer: (value) => {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${String(value)} is not a whole number`);
      return decimal(value, 0);
    },
    decimal,
    trimmed: (value, digits) => number(value, 0, digits),
    percent: (share, digits = 0) => `${decimal(100 * share, digits)}%`,
    change: (share, digits = 0) => `${share > 0 ? '+' : ''}${decimal(100 * share, digits)}%`,
    factor: (value, digits = 1) => `${decimal(value, digits)}×`,
    prefixed: (value, unit, digits = 2) => {
      const { scale, symbol } = prefixFor(value);
      return `${decimal(value / scale, digits)}${joiner}${symbol}${unit}`;
    },
    bytes: (value) => `${decimal(value, 0)}${joiner}B`,
    megabytes: scaled(bytesPerMegabyte, 'MB'),
    mebibytes: scaled(bytesPerMebibyte, 'MiB'),
    gigabytes: scaled(bytesPerGigabyte, 'GB'),
    gibibytes: scaled(bytesPerGibibyte, 'GiB'),
    shape: (sizes) => sizes.join('×'),
    date: (iso) =>
      new Intl.DateTimeFormat(languageTag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
  };
}

const prefixes = [
  { scale: 1e12, symbol: 'T' },
  { scale: 1e9, symbol: 'G' },
  { scale: 1e6, symbol: 'M' },
  { scale: 1e3, symbol: 'k' },
] as const;

function prefixFor(value: number): { scale: number; symbol: string } {
  return prefixes.find(({ scale }) => Math.abs(value) >= scale) ?? { scale: 1, symbol: '' };
}
