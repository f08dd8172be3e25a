import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pruneFormulaStyles, withoutUnusedFormulas } from '../../src/build/prune-formula-styles.ts';

const pruned = (sheet: string, ...used: string[]): string =>
  Buffer.from(withoutUnusedFormulas(Buffer.from(sheet), 'a.css', new Set(used))).toString();

describe('withoutUnusedFormulas', () => {
  it('drops the rules of formulas no page has', () => {
    const kept = '.katex .mfrac,.katex .munder{color:red}';
    expect(pruned(`${kept}.katex .mtable,.katex .x-arrow{color:tan}`, 'katex', 'mfrac')).toBe(kept);
  });

  it('keeps every other rule, be its class on a page or not, and those inside conditions', () => {
    expect(pruned('.late{color:red}@media print{.katex .gone{color:tan}.note{color:red}}', 'katex')).toBe(
      '.late{color:red}@media print{.note{color:red}}',
    );
  });

  it('keeps fonts and elements of a formula', () => {
    const sheet = '@font-face{font-family:K;src:url(k.woff2)}.katex svg>path{fill:red}';
    expect(pruned(sheet, 'katex')).toContain('@font-face');
    expect(pruned(sheet, 'katex')).toContain('.katex svg>path');
  });
});

describe('pruneFormulaStyles', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prune-'));
    await mkdir(join(folder, '_astro'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives the sheet the name of its new content, in every page that loads it', async () => {
    await writeFile(join(folder, '_astro/note.OLD.css'), '.katex .a{top:0}.katex .b{top:1px}');
    await writeFile(join(folder, '_astro/plain.OLD.css'), '.b{top:1px}');
    await writeFile(
      join(folder, 'index.html'),
      '<link href="/x/_astro/note.OLD.css"><link href="/x/_astro/plain.OLD.css"><i class="katex"><b class="a c">',
    );
    await pruneFormulaStyles(folder);
    const [note = '', plain] = (await readdir(join(folder, '_astro'))).sort();
    expect(note).toMatch(/^note\.[\da-f]{8}\.css$/);
    expect(plain).toBe('plain.OLD.css');
    expect(await readFile(join(folder, '_astro', note), 'utf8')).toBe('.katex .a{top:0}');
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).toContain(`href="/x/_astro/${note}"`);
    expect(page).toContain('href="/x/_astro/plain.OLD.css"');
  });
});
