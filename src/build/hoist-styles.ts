import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { assetPath } from '../i18n/index.ts';
import { contentName } from './content-name.ts';
import { htmlFiles } from './pages.ts';

/** One style attribute in a page's source. */
interface StyleAttribute {
  readonly style: string;
  /** Start and end of the attribute in the source. */
  readonly span: readonly [number, number];
  /** Span and value of the same element's class attribute. */
  readonly classes: { readonly span: readonly [number, number]; readonly value: string } | undefined;
}

/**
 * Moves every style attribute (KaTeX sets heights and margins with them) into one external sheet of classes, because
 * the page's policy refuses style attributes. Pages without formulas are left alone and do not load the sheet.
 *
 * Class names are numbered over the sorted distinct styles of the whole site, so that the result does not depend on
 * the order pages were written in.
 */
export async function hoistStyles(folder: string, base: string): Promise<void> {
  const pages = await Promise.all(
    (await htmlFiles(folder)).map(async (path) => {
      const source = await readFile(path, 'utf8');
      return { path, source, attributes: styleAttributes(source) };
    }),
  );
  const styles = [...new Set(pages.flatMap(({ attributes }) => attributes.map(({ style }) => style)))].sort();
  if (styles.length === 0) return;
  const classOf = new Map(styles.map((style, index) => [style, `k${index.toString(36)}`]));
  // Formulas' sizes must win over KaTeX's own sheet, as the attributes did.
  const sheet = styles.map((style) => `.${classOf.get(style) ?? ''}{${important(style)}}\n`).join('');
  const name = `_astro/${contentName('formula', 'css', sheet)}`;
  await mkdir(join(folder, '_astro'), { recursive: true });
  await writeFile(join(folder, name), sheet);
  const link = `<link rel="stylesheet" href="${assetPath(base, name)}">`;
  await Promise.all(
    pages
      .filter(({ attributes }) => attributes.length > 0)
      .map(({ path, source, attributes }) =>
        writeFile(path, replaceAttributes(source, attributes, classOf).replace('</head>', `${link}</head>`)),
      ),
  );
}

function important(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => declaration !== '')
    .map((declaration) => `${declaration}!important`)
    .join(';');
}

function replaceAttributes(
  source: string,
  attributes: readonly StyleAttribute[],
  classOf: ReadonlyMap<string, string>,
): string {
  const edits = attributes.flatMap(({ style, span, classes }) => {
    const name = classOf.get(style) ?? '';
    if (classes === undefined) return [{ span, text: `class="${name}"` }];
    return [
      { span, text: '' },
      { span: classes.span, text: `class="${classes.value} ${name}"` },
    ];
  });
  // Pieces joined once: a page of formulas has thousands of edits, and each copy of it would cost as much as all.
  const pieces: string[] = [];
  let done = 0;
  for (const { span, text } of edits.sort((left, right) => left.span[0] - right.span[0])) {
    pieces.push(source.slice(done, span[0]), text);
    done = span[1];
  }
  return pieces.join('') + source.slice(done);
}

function styleAttributes(source: string): StyleAttribute[] {
  if (!source.includes('style=')) return [];
  const found: StyleAttribute[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const location = node.sourceCodeLocation?.attrs;
      const style = node.attrs.find(({ name }) => name === 'style');
      const own = location?.style;
      if (style !== undefined && own !== undefined) {
        const value = node.attrs.find(({ name }) => name === 'class')?.value;
        const at = location?.class;
        const classes =
          value === undefined || at === undefined
            ? undefined
            : { value, span: [at.startOffset, at.endOffset] as const };
        found.push({ style: style.value, span: [own.startOffset, own.endOffset], classes });
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(source, { sourceCodeLocationInfo: true }));
  return found;
}
