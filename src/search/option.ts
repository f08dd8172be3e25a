import type { Locale } from '../i18n/index.ts';
import { assetPath, searchWords } from '../i18n/index.ts';
import { element, excerptNodes } from './elements.ts';
import { excerptOf } from './excerpt.ts';
import type { TextData } from './full-text.ts';
import type { RankedResult } from './rank.ts';

/** What is needed to show results. */
export interface OptionContext {
  readonly locale: Locale;
  /** The site's base path. */
  readonly base: string;
  readonly query: string;
  readonly textOf: (result: RankedResult) => Promise<TextData | undefined>;
}

/** Fills an option in once it is seen, so that only the excerpts a reader looks at are loaded. */
const seen = new WeakMap<Element, () => void>();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    seen.get(target)?.();
  }
});

/** A result as an option: its title, its section, what kind of thing it is, and an excerpt once it is seen. */
export function resultOption(result: RankedResult, context: OptionContext): HTMLAnchorElement {
  const { answer, anchor, kind, by } = result;
  const words = searchWords[context.locale];
  const heading = headingOf(result, anchor);
  const title = element('span', { class: 'title' }, answer?.title ?? '');
  const excerpt = element('span', { class: 'excerpt' });
  const option = element(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', 'data-kind': kind },
    element(
      'span',
      { class: 'head' },
      title,
      ...(heading === '' ? [] : [element('span', { class: 'section' }, heading)]),
      ...(by === undefined ? [] : [element('span', { class: 'by' }, words.alsoCalled(by))]),
    ),
    element('span', { class: 'kind' }, words.kind[kind]),
    excerpt,
  );
  if (answer !== undefined) option.href = hrefOf(context, answer.at, anchor);
  const fill = async (): Promise<void> => {
    // Without a network a text may be out of reach; the result leads there all the same.
    const data = await context.textOf(result).catch(() => undefined);
    if (data === undefined) return;
    if (answer === undefined) {
      title.textContent = data.meta.title ?? '';
      option.href = context.base + data.url.replace(/^\//, '');
    }
    excerpt.replaceChildren(
      ...excerptNodes(excerptOf(data.content, heading === '' ? title.textContent : heading, context.query)),
    );
  };
  // Of a source nothing is known, not even its address, before its text is loaded.
  if (answer === undefined) void fill();
  else {
    seen.set(option, () => void fill());
    watcher.observe(option);
  }
  return option;
}

/** Further sections of a result, each an option of its own. */
export function sectionOptions(result: RankedResult, context: OptionContext): HTMLAnchorElement[] {
  const { answer, more } = result;
  if (answer === undefined) return [];
  return more
    .map((anchor) => ({ anchor, heading: headingOf(result, anchor) }))
    .filter(({ heading }) => heading !== '')
    .map(({ anchor, heading }) =>
      element(
        'a',
        {
          role: 'option',
          'aria-selected': 'false',
          tabindex: '-1',
          class: 'more',
          'aria-label': `${answer.title}: ${heading}`,
          href: hrefOf(context, answer.at, anchor),
        },
        heading,
      ),
    );
}

function headingOf({ answer }: RankedResult, anchor: string): string {
  if (anchor === '') return '';
  return answer?.sections.find((section) => section.anchor === anchor)?.names[0] ?? '';
}

function hrefOf({ base, locale }: OptionContext, at: string, anchor: string): string {
  return `${assetPath(base, locale)}/${at}${anchor === '' ? '' : `#${anchor}`}`;
}
