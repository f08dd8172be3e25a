import katex from 'katex';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SymbolView } from '../../../src/calculators/shared/SymbolView.tsx';
import type { SymbolName } from '../../../src/engine/index.ts';
import { symbolTex } from '../../../src/engine/index.ts';

/** Letters alone; KaTeX sets its own spaces and sets an accent as a letter beside. */
const letters = (html: string): string =>
  html
    .replaceAll(/<[^>]*>|[\s\u200b]/g, '')
    .replaceAll('∣', '|')
    .normalize('NFD')
    .replaceAll(/[\u0302^]/g, '');

describe('a symbol in a calculator', () => {
  const names = Object.keys(symbolTex).filter((name): name is SymbolName => name in symbolTex);

  it.each(names)('%s has the letters it has in formulas', (name) => {
    const typeset = katex.renderToString(symbolTex[name], { output: 'html' });
    expect(letters(render(h(SymbolView, { name })))).toBe(letters(typeset));
  });
});
