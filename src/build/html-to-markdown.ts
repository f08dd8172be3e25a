import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a text leaves out: controls, previews, and the visual twin of every formula. */
const dropped =
  /(?:^| )(?:copy-link|needs-script|without-script|katex-html|preview|tools|visually-hidden)(?: |$)/;
const droppedTags = new Set(['script', 'style', 'template', 'fieldset', 'button', 'select', 'input', 'nav']);

const blockTags = new Set([
  ...['p', 'div', 'section', 'article', 'figure', 'figcaption', 'table', 'ul', 'ol', 'dl', 'dt', 'dd', 'pre'],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'details',
    'summary',
    'blockquote',
    'astro-island',
    'header',
    'footer',
    'aside',
  ],
]);

/**
 * A part of a finished page as Markdown: numbers as the page shows them, formulas as the TeX they were set from, tables
 * and lists as such, a picture by what it says to readers who do not see it.
 * @param address The page's own address, which links are resolved against; links within the page stay text.
 * @example htmlToMarkdown(parseFragment('<p>9 <b>MACs</b></p>').childNodes, address) // '9 **MACs**\n'
 */
export function htmlToMarkdown(nodes: readonly Node[], address: string): string {
  return `${blocks(nodes, address).join('\n\n')}\n`;
}

/** Blocks of text; what stands between block elements is a paragraph of its own. */
function blocks(nodes: readonly Node[], address: string): string[] {
  const found: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = tidy(line);
    if (text !== '') found.push(text);
    line = '';
  };
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      flush();
      found.push(...block(node, address));
    } else {
      line += inline(node, address);
    }
  }
  flush();
  return found;
}

function block(element: Element, address: string): string[] {
  if (isDropped(element)) return [];
  const { tagName, childNodes } = element;
  const text = (): string => tidy(childNodes.map((node) => inline(node, address)).join(''));
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return [`${'#'.repeat(Number(tagName.slice(1)))} ${text()}`];
    case 'pre':
      return [
        `\`\`\`${/language-([\w-]+)/.exec(attribute(element, 'class'))?.[1] ?? ''}\n${plain(element).trimEnd()}\n\`\`\``,
      ];
    case 'table':
      return [table(element, address)];
    case 'ul':
    case 'ol':
      return [list(element, address)];
    case 'dt':
    case 'summary':
      return text() === '' ? [] : [`**${text()}**`];
    default:
      if (attribute(element, 'class').split(' ').includes('katex-display')) return [`$$${tex(element)}$$`];
      return blocks(childNodes, address);
  }
}

function list(element: Element, address: string): string {
  const items = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li');
  return items
    .map((item, index) => {
      const mark = element.tagName === 'ol' ? `${index + 1}. ` : '- ';
      const text = blocks(item.childNodes, address).join('\n\n');
      return mark + text.replaceAll(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

/** Rows of cells; the caption stands above, and the first row is the head. */
function table(element: Element, address: string): string {
  const rows = descendants(element, 'tr').map((row) =>
    row.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
      .map((cell) =>
        tidy(cell.childNodes.map((node) => inline(node, address)).join(' ')).replaceAll('|', '\\|'),
      ),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  const caption = descendants(element, 'caption').map((found) => tidy(plain(found)));
  const lines = [line(head), line(head.map(() => '---')), ...body.map(line)];
  return [...caption.map((text) => `${text}\n`), ...lines].join('\n');
}

function inline(node: Node, address: string): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!isElement(node) || isDropped(node)) return '';
  const { tagName, childNodes } = node;
  const inner = (): string => childNodes.map((child) => inline(child, address)).join('');
  const classes = attribute(node, 'class').split(' ');
  if (classes.includes('katex-display')) return ` $$${tex(node)}$$ `;
  if (classes.includes('katex')) return `$${tex(node)}$`;
  switch (tagName) {
    case 'svg': {
      const label = attribute(node, 'aria-label');
      return label === '' ? '' : ` [${label}] `;
    }
    case 'a':
      return link(tidy(inner()), attribute(node, 'href'), address);
    case 'code':
    case 'kbd':
      return `\`${plain(node)}\``;
    case 'strong':
    case 'b':
      return tidy(inner()) === '' ? '' : `**${tidy(inner())}**`;
    case 'em':
    case 'i':
      return tidy(inner()) === '' ? '' : `*${tidy(inner())}*`;
    case 'sup':
      return `^${inner()}`;
    case 'sub':
      return `_${inner()}`;
    case 'br':
      return ' ';
    default:
      return isBlock(node) ? ` ${inner()} ` : inner();
  }
}

function link(text: string, href: string, address: string): string {
  if (text === '↩') return '';
  if (text === '' || href === '' || href.startsWith('#')) return text;
  return `[${text}](${new URL(href, address).href})`;
}

/** The TeX a formula was set from, which KaTeX keeps beside its MathML. */
function tex(element: Element): string {
  const [annotation] = descendants(element, 'annotation');
  return annotation === undefined ? '' : plain(annotation).trim();
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

const isBlock = ({ tagName }: Element): boolean => blockTags.has(tagName);

function isDropped(element: Element): boolean {
  return droppedTags.has(element.tagName) || dropped.test(attribute(element, 'class'));
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

function descendants(element: Element, tagName: string): Element[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === tagName ? [child] : descendants(child, tagName)));
}

/** All text in an element as it stands. */
function plain(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(plain).join('') : '';
}

/** White space as a browser shows it; a no-break space is a space in plain text. */
function tidy(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').trim();
}
