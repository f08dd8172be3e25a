const symbols: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  approx: '≈',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  sum: 'Σ',
  Delta: 'Δ',
  alpha: 'α',
  gamma: 'γ',
  epsilon: 'ε',
  eta: 'η',
  rho: 'ρ',
  sigma: 'σ',
  top: 'T',
  infty: '∞',
  lfloor: '⌊',
  rfloor: '⌋',
  lceil: '⌈',
  rceil: '⌉',
  bmod: 'mod',
};

/** Commands that only set what follows them. */
const setters = /\\(?:mathrm|operatorname|text|left|right|Big|big|displaystyle|hat|bar|tilde)\b\s*/g;

/**
 * A formula as a line of text that can stand in an excerpt and be searched: subscripts with `_`, fractions with `/`,
 * no command and no brace left.
 * @example plainFormula('P = \\frac{C_{\\mathrm{in}}}{g} \\, k_h') // 'P = C_in / g k_h'
 */
export function plainFormula(tex: string): string {
  let text = tex.replaceAll(setters, '').replaceAll(/\\(?:[,;:! ]|quad\b)/g, ' ');
  // Innermost groups first, so that a fraction of fractions comes out too.
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, over: string, under: string) => {
        return `${grouped(over)} / ${grouped(under)}`;
      })
      .replaceAll(/\\sqrt\s*\{([^{}]*)\}/g, '√($1)')
      .replaceAll(/(?<!\\frac\s*|\\sqrt\s*|\})\{([^{}]*)\}/g, '$1');
  }
  return text
    .replaceAll(/\\([a-zA-Z]+)/g, (_, name: string) => symbols[name] ?? name)
    .replaceAll(/[\\{}]/g, '')
    .replaceAll('^2', '²')
    .replaceAll('^3', '³')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([(⌊⌈]) | ([)⌋⌉,])/g, '$1$2')
    .trim();
}

function grouped(part: string): string {
  return /[-+ ]/.test(part.trim()) ? `(${part.trim()})` : part.trim();
}
