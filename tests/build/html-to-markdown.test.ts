import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import katex from 'katex';
import { htmlToMarkdown } from '../../src/build/html-to-markdown.ts';
import { noteAsMarkdown } from '../../src/build/markdown-notes.ts';

const address = 'https://example.org/en/note/';
const markdown = (html: string): string => htmlToMarkdown(parseFragment(html).childNodes, address);

describe('htmlToMarkdown', () => {
  it('writes headings, paragraphs and emphasis', () => {
    expect(
      markdown('<h2 id="a">Cost</h2><p>A <strong>MAC</strong> is\n <em>one</em> <code>a*b+c</code>.</p>'),
    ).toBe('## Cost\n\nA **MAC** is *one* `a*b+c`.\n');
  });

  it('writes a formula as its TeX, once', () => {
    const inline = katex.renderToString('k^2', { output: 'htmlAndMathml' });
    const display = katex.renderToString('\\frac{1}{2}', { output: 'htmlAndMathml', displayMode: true });
    expect(markdown(`<p>So ${inline}.</p><div>${display}</div>`)).toBe('So $k^2$.\n\n$$\\frac{1}{2}$$\n');
  });

  it('writes a table with its caption, and keeps bars in cells apart', () => {
    const html =
      '<table><caption>Sizes</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1|2</td><td>9&nbsp;MB</td></tr></tbody></table>';
    expect(markdown(html)).toBe('Sizes\n\n| a | b |\n| --- | --- |\n| 1\\|2 | 9 MB |\n');
  });

  it('writes lists, numbered and within items', () => {
    expect(markdown('<ol><li>one<ul><li>in it</li></ul></li><li>two</li></ol>')).toBe(
      '1. one\n\n   - in it\n2. two\n',
    );
  });

  it('resolves links to other pages, and leaves those within the page as text', () => {
    expect(markdown('<p><a href="/en/other/#x">other</a> <a href="#here">here</a></p>')).toBe(
      '[other](https://example.org/en/other/#x) here\n',
    );
  });

  it('says a picture by its label and leaves controls out', () => {
    expect(
      markdown(
        '<div><svg aria-label="Two bars"><text>7</text></svg><button>Copy</button><p class="needs-script">x</p></div>',
      ),
    ).toBe('[Two bars]\n');
  });

  it('keeps raised and lowered digits apart from those before them', () => {
    expect(markdown('<p>9 × 64<sup>2</sup>, C<sub>mid</sub> <a href="#cite-1">↩</a></p>')).toBe(
      '9 × 64^2, C_mid\n',
    );
  });

  it('keeps code as it stands, with its language', () => {
    expect(markdown('<pre class="language-python"><code>a = 1\n  b</code></pre>')).toBe(
      '```python\na = 1\n  b\n```\n',
    );
  });
});

describe('noteAsMarkdown', () => {
  it('starts with title and address, then the text', () => {
    const page = `<html><head><link rel="canonical" href="${address}"></head><body><h1>Note</h1><div class="prose"><p>Text.</p></div></body></html>`;
    expect(noteAsMarkdown(page)).toBe(`# Note\n\n<${address}>\n\nText.\n`);
  });

  it('refuses a page that is no note', () => {
    expect(() => noteAsMarkdown('<p>nothing</p>')).toThrow('no canonical address');
  });
});
