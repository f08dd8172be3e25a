import { bytesPerGibibyte, bytesPerGigabyte, bytesPerMebibyte, bytesPerMegabyte } from '../engine/index.ts';

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
  /** Up to `digits` significant digits; as a power of ten where plain digits would be many. `3.4028 × 10³⁸` */
  significant(value: number, digits: number): string;
  /** A share. `28%` */
  percent(share: number, digits?: number): string;
  /** A change, with its sign. `−33.3%` */
  change(share: number, digits?: number): string;
  /** A factor. `16.9×`, in Chinese `16.9 倍` */
  factor(value: number, digits?: number): string;
  /** Decimal prefix (k, M, G … Y) and unit, `digits` after the point. `5.71 GMACs`, but `616.6 M MACs` */
  prefixed(value: number, unit: string, digits?: number): string;
  /** A time with s, ms, µs or ns. `1.25 ms` */
  seconds(value: number, digits?: number): string;
  /** Whole bytes. `102,440,608 B` */
  bytes(value: number): string;
  /** SI megabytes. `102.44 MB` */
  megabytes(bytes: number, digits?: number): string;
  /** IEC mebibytes. `97.69 MiB` */
  mebibytes(bytes: number, digits?: number): string;
  gigabytes(bytes: number, digits?: number): string;
  gibibytes(bytes: number, digits?: number): string;
  /** Sizes joined by ×, not grouped. `192×17×17` */
  shape(sizes: readonly number[]): string;
  /** A calendar date from its ISO form. `November 24, 2026` */
  date(iso: string): string;
}

/**
 * The formatter of a language.
 * @param languageTag BCP 47 tag such as `en` or `zh-CN`.
 * @example formatterFor('en').prefixed(5_713_216_096, 'MACs') // '5.71 GMACs' (with a no-break space)
 */
export function formatterFor(languageTag: string): Formatter {
  const number = (value: number, least: number, most: number, sign: Sign = 'negative'): string => {
    if (!Number.isFinite(value)) throw new RangeError(`cannot write ${String(value)} as a number`);
    const text = plainFormat(languageTag, least, most, sign).format(value);
    return value < 0 ? text.replace('-', minus) : text;
  };
  const decimal = (value: number, digits: number): string => number(value, digits, digits);
  const factorSign = new Intl.Locale(languageTag).language === 'zh' ? `${joiner}倍` : '×';
  const scaled =
    (bytesPerUnit: number, unit: string) =>
    (bytes: number, digits = 2) =>
      `${decimal(bytes / bytesPerUnit, digits)}${joiner}${unit}`;
  const integer = (value: number): string => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${String(value)} is not a whole number`);
    return decimal(value, 0);
  };
  const inUnits = (units: readonly Scale[], value: number, digits: number): string => {
    const { scale, symbol } = scaleFor(units, value, digits);
    return `${decimal(value / scale, digits)}${joiner}${symbol}`;
  };
  return {
    integer,
    decimal,
    trimmed: (value, digits) => number(value, 0, digits),
    significant: (value, digits) => significant(languageTag, value, digits),
    percent: (share, digits = 0) => `${decimal(100 * share, digits)}%`,
    change: (share, digits = 0) => `${number(100 * share, digits, digits, 'exceptZero')}%`,
    factor: (value, digits = 1) => `${decimal(value, digits)}${factorSign}`,
    prefixed: (value, unit, digits = 2) => {
      const text = inUnits(prefixes, value, digits);
      // A letter twice in a row would be read as a slip.
      return `${text}${unit !== '' && text.endsWith(unit.charAt(0)) ? joiner : ''}${unit}`;
    },
    seconds: (value, digits = 2) => inUnits(times, value, digits),
    bytes: (value) => `${integer(value)}${joiner}B`,
    megabytes: scaled(bytesPerMegabyte, 'MB'),
    mebibytes: scaled(bytesPerMebibyte, 'MiB'),
    gigabytes: scaled(bytesPerGigabyte, 'GB'),
    gibibytes: scaled(bytesPerGibibyte, 'GiB'),
    shape: (sizes) => sizes.join('×'),
    date: (iso) =>
      new Intl.DateTimeFormat(languageTag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
  };
}

/** When a number carries its sign: a minus where it is below zero once rounded, a plus as well for changes. */
type Sign = 'negative' | 'exceptZero';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** One object for each format ever asked for: making one takes longer than a table row's worth of formatting. */
function numberFormat(languageTag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${languageTag} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(languageTag, options);
  numberFormats.set(key, made);
  return made;
}

const plainFormats = new Map<string, Intl.NumberFormat>();

/** The format of plain digits, found by a key that is quick to write: tables ask for it hundreds of times. */
function plainFormat(languageTag: string, least: number, most: number, sign: Sign): Intl.NumberFormat {
  const key = `${languageTag} ${least} ${most} ${sign}`;
  const known = plainFormats.get(key);
  if (known !== undefined) return known;
  const options = { minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: sign };
  const made = numberFormat(languageTag, options);
  plainFormats.set(key, made);
  return made;
}

interface Scale {
  readonly scale: number;
  readonly symbol: string;
}

/** Prefixes of counts; a count below 1000 has none. */
const prefixes: readonly Scale[] = [
  { scale: 1, symbol: '' },
  { scale: 1e3, symbol: 'k' },
  { scale: 1e6, symbol: 'M' },
  { scale: 1e9, symbol: 'G' },
  { scale: 1e12, symbol: 'T' },
  { scale: 1e15, symbol: 'P' },
  { scale: 1e18, symbol: 'E' },
  { scale: 1e21, symbol: 'Z' },
  { scale: 1e24, symbol: 'Y' },
];

const times: readonly Scale[] = [
  { scale: 1e-9, symbol: 'ns' },
  { scale: 1e-6, symbol: 'µs' },
  { scale: 1e-3, symbol: 'ms' },
  { scale: 1, symbol: 's' },
];

/** The first scale at which the rounded number stays below 1000 (999,999 is 1.00 M, not 1,000.00 k), or the last. */
function scaleFor(scales: readonly Scale[], value: number, digits: number): Scale {
  const fits = ({ scale }: Scale): boolean => Number((Math.abs(value) / scale).toFixed(digits)) < 1000;
  const unit = value === 0 ? scales.find(({ scale }) => scale === 1) : scales.find(fits);
  return unit ?? scales[scales.length - 1] ?? { scale: 1, symbol: '' };
}

/** Magnitudes written in plain digits. */
const plainMagnitudes = { least: 1e-4, below: 1e7 } as const;

function significant(languageTag: string, value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot write ${String(value)} as a number`);
  const format = numberFormat(languageTag, { maximumSignificantDigits: digits });
  const write = (plain: number): string => format.format(plain).replace('-', minus);
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude >= plainMagnitudes.least && magnitude < plainMagnitudes.below) return write(value);
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  return `${write(Number(mantissa))}${joiner}×${joiner}10${superscript(exponent)}`;
}

/** An exponent in raised digits; its sign only when it is negative. */
function superscript(exponent: string): string {
  const raised: Readonly<Record<string, string>> = { '-': '⁻', '+': '' };
  return exponent.replaceAll(
    /./g,
    (character) => raised[character] ?? '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(character)),
  );
}
