import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';

/** Symbols that are no letter with an index. */
const drawn: Readonly<Partial<Record<SymbolName, string>>> = { Delta: 'Δ', alpha: 'α', rho: 'ρ', x_hat: 'x̂' };

/** A symbol as text: an italic letter and its index, upright when it is a word, as KaTeX sets it. */
export function SymbolView({ name }: { readonly name: SymbolName }): JSX.Element {
  const [letter, index] = (drawn[name] ?? name).split('_');
  return (
    <span class="symbol">
      <i>{letter}</i>
      {index !== undefined && <sub>{index.length === 1 ? <i>{index}</i> : index}</sub>}
    </span>
  );
}
