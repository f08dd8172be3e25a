import { bytesPerGigabyte } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';

/**
 * Bytes in the decimal and the binary unit side by side, since tables write MB for either.
 * @example bothUnits(102_228_128, formatterFor('en')) // '102.23 MB = 97.49 MiB'
 */
export function bothUnits(bytes: number, show: Formatter): string {
  return bytes < bytesPerGigabyte
    ? `${show.megabytes(bytes)} = ${show.mebibytes(bytes)}`
    : `${show.gigabytes(bytes)} = ${show.gibibytes(bytes)}`;
}
