import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
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

/** A bit's button at 0 and at 1. */
type Faces = readonly [unset: JSX.Element, set: JSX.Element];

interface BitGroup {
  readonly name: 'sign' | 'exponent' | 'mantissa';
  readonly label: string;
  /** From the highest bit down. */
  readonly bits: readonly { readonly bit: number; readonly faces: Faces }[];
}

/** A number's bits, each a button that turns it over, grouped by field. */
export function BitFields({ format, code, locale, onTurn }: Props): JSX.Element {
  // Two buttons for every bit are built once: a typed letter turns most bits over.
  const groups = useMemo(() => bitGroups(format, locale), [format, locale]);
  return (
    <div
      class="bit-fields"
      onClick={({ target }) => {
        if (target instanceof HTMLButtonElement) onTurn(Number(target.value));
      }}
    >
      {groups.map(({ name, label, bits }) => (
        <div key={name} class={`bit-field ${name}`} role="group" aria-label={label}>
          <span class="bit-label" aria-hidden="true">
            {label}
          </span>
          <span class="bits">
            {bits.map(({ bit, faces }) => faces[Math.floor(code / 2 ** bit) % 2 === 1 ? 1 : 0])}
          </span>
        </div>
      ))}
    </div>
  );
}

function bitGroups(format: FloatFormat, locale: Locale): readonly BitGroup[] {
  const own = words[locale];
  const { valueBits, exponentBits, mantissaBits } = limitsOf(format);
  const group = (name: BitGroup['name'], highest: number, count: number): BitGroup => {
    const label = own[name];
    const bits = Array.from({ length: count }, (_, index) => {
      const bit = highest - index;
      const place = name === 'mantissa' ? `2^${bit - mantissaBits}` : `2^${count - 1 - index}`;
      const named = name === 'sign' ? label : own.bit(label, place);
      const face = (value: 0 | 1): JSX.Element => (
        <button
          key={bit}
          type="button"
          value={bit}
          aria-pressed={value === 1}
          aria-label={`${named}: ${value}`}
        >
          {value}
        </button>
      );
      return { bit, faces: [face(0), face(1)] as const };
    });
    return { name, label, bits };
  };
  return [
    group('sign', valueBits - 1, 1),
    group('exponent', valueBits - 2, exponentBits),
    group('mantissa', mantissaBits - 1, mantissaBits),
  ];
}
