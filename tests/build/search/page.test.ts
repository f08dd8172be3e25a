import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/build/search/page.ts';

const formula =
  '<span class="katex"><span class="katex-mathml"><math><semantics><mi>C</mi><annotation encoding="application/x-tex">C_{\\mathrm{in}}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">Cin</span></span>';

const page = (main: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav>Menu</nav>${main}</body></html>`;

describe('readPage', () => {
  it('cuts a page at its headings and keeps what stands before the first', () => {
    const read = readPage(
      page(
        '<main data-pagefind-body><h1>Title</h1><p>Lead.</p><div class="prose"><p>Text.</p><h2 id="why">Why</h2><p>Because.</p></div></main>',
      ),
    );
    expect(read?.title).toBe('Title');
    expect(read?.sections.map(({ anchor, heading }) => [anchor, heading])).toEqual([
      ['', ''],
      ['why', 'Why'],
    ]);
    expect(read?.sections[0]?.html).toBe('<h1>Title</h1><p>Lead.</p><p>Text.</p>');
    expect(read?.sections[1]?.html).toBe('<h2 id="why">Why</h2><p>Because.</p>');
  });

  it('keeps formulas as one line of text, and drops controls and what is not to be searched', () => {
    const read = readPage(
      page(
        `<main data-pagefind-body><h1>Title</h1><p>All ${formula} channels<span data-pagefind-ignore>preview</span>.</p><astro-island>7</astro-island></main>`,
      ),
    );
    expect(read?.sections[0]?.html).toBe('<h1>Title</h1><p>All C_in channels.</p>');
  });

  it.each([
    ['<h1 data-pagefind-filter="kind:architecture">ResNet-50</h1>', 'architecture'],
    ['<h1 data-pagefind-filter="kind:note">Padding</h1>', 'note'],
    ['<h1>About</h1>', 'page'],
  ])('reads off %s what kind of thing it is', (heading, kind) => {
    expect(readPage(page(`<main data-pagefind-body>${heading}</main>`))?.kind).toBe(kind);
  });

  it('reads other names, and the names of sections', () => {
    const read = readPage(
      page(
        '<main data-pagefind-body><article data-section-aliases=\'{"kv":["KV cache"]}\' data-section-words=\'{"kv":"context length"}\'><h1>Memory</h1><p data-pagefind-meta="alias[data-alias]" data-alias="VRAM; GPU memory">x</p></article></main>',
      ),
    );
    expect(read?.names).toEqual(['VRAM', 'GPU memory']);
    expect(read?.sectionNames).toEqual({ kv: ['KV cache'] });
    expect(read?.sectionWords).toEqual({ kv: 'context length' });
  });

  it('reads terms and sources as records of their own', () => {
    const read = readPage(
      page(
        '<main><h1>Glossary</h1><div id="mac" data-search-kind="term" data-search-title="multiply-add" data-alias="MAC; MACs" data-search-note="flops" data-search-anchor="words"><p data-search-text>One of each.</p><p>more</p></div><li id="he" data-search-kind="reference" data-search-title="Residual"><a href="https://arxiv.org/abs/1512.03385">He. Residual.</a></li></main>',
      ),
    );
    expect(read?.sections).toEqual([]);
    expect(read?.records).toEqual([
      {
        kind: 'term',
        anchor: 'mac',
        title: 'multiply-add',
        names: ['MAC', 'MACs'],
        note: 'flops',
        noteAnchor: 'words',
        text: 'One of each.',
      },
      {
        kind: 'reference',
        anchor: 'he',
        title: 'Residual',
        names: [],
        note: undefined,
        noteAnchor: undefined,
        text: 'He. Residual. 1512.03385',
      },
    ]);
  });

  it('refuses a record without a title', () => {
    expect(() => readPage(page('<main><h1>G</h1><div id="x" data-search-kind="term"></div></main>'))).toThrow(
      /lacks its id, title or kind/,
    );
  });

  it('passes over a page that search engines are kept from', () => {
    expect(
      readPage(page('<main><h1>Search</h1></main>', '<meta name="robots" content="noindex">')),
    ).toBeUndefined();
  });
});
