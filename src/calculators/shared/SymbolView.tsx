import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';

/** Symbols whose letter or index is not written as in their name. */
const drawn: Readonly<Partial<Record<SymbolName, string>>> = {
  Delta: 'Δ',
  alpha: 'α',
  rho: 'ρ',
  x_hat: 'x̂',
  x_abs: '|x|_max',
  b_scale: 'b_Δ',
  b_zero: 'b_z',
  f_eta: 'f_η',
};

/** A symbol as text: an italic letter and its index, upright when it is a word, as KaTeX sets it; explained when pointed at. */
export function SymbolView({ name }: { readonly name: SymbolName }): JSX.Element {
  const [letter, index] = (drawn[name] ?? name).split('_');
  return (
    <span class="symbol" data-symbol={name}>
      <i>{letter}</i>
      {index !== undefined && <sub>{index.length === 1 ? <i>{index}</i> : index}</sub>}
    </span>
  );
}
