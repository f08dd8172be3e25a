import { readFile, writeFile } from 'node:fs/promises';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { htmlFiles } from './pages.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Only notes point to a Markdown form of themselves. */
const markdownLink = 'type="text/markdown"';

/**
 * Writes every note once more as plain Markdown beside its folder, `en/model-size.md`, from the finished page: with the
 * numbers put in, for readers and programs that want the text alone.
 */
export async function writeMarkdownNotes(folder: string): Promise<void> {
  await Promise.all(
    (await htmlFiles(folder)).map(async (path) => {
      const source = await readFile(path, 'utf8');
      if (source.includes(markdownLink)) {
        await writeFile(path.replace(/\/index\.html$/, '.md'), noteAsMarkdown(source));
      }
    }),
  );
}

/**
 * A finished note page as Markdown: its title, where it stands, its text and its sources.
 * @throws Error when the page has no canonical address, heading or text.
 */
export function noteAsMarkdown(source: string): string {
  const page = parse(source);
  const address = attributeOf(
    first(page, ({ tagName, attrs }) => tagName === 'link' && has(attrs, 'rel', 'canonical')),
    'href',
  );
  const heading = first(page, ({ tagName }) => tagName === 'h1');
  const prose = first(page, ({ attrs }) => has(attrs, 'class', 'prose'));
  return `${htmlToMarkdown([heading], address)}\n<${address}>\n\n${htmlToMarkdown(prose.childNodes, address)}`;
}

function first(node: Node, wanted: (element: Element) => boolean): Element {
  const found = search(node, wanted);
  if (found === undefined) throw new Error('a note’s page has no canonical address, heading or text');
  return found;
}

function search(node: Node, wanted: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && wanted(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = search(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function has(attrs: Element['attrs'], name: string, value: string): boolean {
  return attrs.some((each) => each.name === name && each.value.split(' ').includes(value));
}

function attributeOf(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}
