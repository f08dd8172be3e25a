/** Formulas whose symbols carry their names. Those of an equation are explained below it, so it needs no stop of its own. */
const withSymbols = '.arithmetic';

/**
 * Explains a formula's symbol when it is pointed at or touched, and all of a worked formula's when that is in focus.
 * The sentences are loaded when the first is asked for.
 */
export function explainSymbolsOnDemand(): void {
  for (const formula of document.querySelectorAll<HTMLElement>(withSymbols)) formula.tabIndex = 0;
  const explain = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    const asked = target.closest('[data-symbol]') ?? (target.matches(withSymbols) ? target : null);
    if (asked !== null)
      void import('./symbol-note.ts').then(({ explainIn }) => {
        explainIn(asked);
      });
  };
  document.addEventListener('pointerover', explain);
  document.addEventListener('focusin', explain);
}
