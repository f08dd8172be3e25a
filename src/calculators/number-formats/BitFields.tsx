import type { JSX } from 'preact';
import type { FloatFormat } from '../../engine/index.ts';
import { limitsOf } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { words } from './words.ts';

interface Props {
  readonly format: FloatFormat;
  readonly code: number;
  readonly locale: Locale;
  readonly onTurn: (bit: number) => void;
}

/** A number's bits, each a button that turns it over, grouped by field. */
export function BitFields({ format, code, locale, onTurn }: Props): JSX.Element {
  const own = words[locale];
  const { valueBits, exponentBits, mantissaBits } = limitsOf(format);
  const groups = [
    { name: 'sign', label: own.sign, highest: valueBits - 1, bits: 1 },
    { name: 'exponent', label: own.exponent, highest: valueBits - 2, bits: exponentBits },
    { name: 'mantissa', label: own.mantissa, highest: mantissaBits - 1, bits: mantissaBits },
  ];
  return (
    <div class="bit-fields">
      {groups.map(({ name, label, highest, bits }) => (
        <div key={name} class={`bit-field ${name}`} role="group" aria-label={label}>
          <span class="bit-label" aria-hidden="true">
            {label}
          </span>
          <span class="bits">
            {Array.from({ length: bits }, (_, index) => highest - index).map((bit) => {
              const isSet = Math.floor(code / 2 ** bit) % 2 === 1;
              const place = name === 'mantissa' ? `2^${bit - mantissaBits}` : `2^${bit - highest + bits - 1}`;
              return (
                <button
                  key={bit}
                  type="button"
                  aria-pressed={isSet}
                  aria-label={`${name === 'sign' ? label : own.bit(label, place)}: ${isSet ? 1 : 0}`}
                  onClick={() => {
                    onTurn(bit);
                  }}
                >
                  {isSet ? 1 : 0}
                </button>
              );
            })}
          </span>
        </div>
      ))}
    </div>
  );
}
