import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { loadFacts, loadGlossary, loadReferences } from '../collections/index.ts';
import { remarkCheckComponents } from './check-components.ts';
import type { KnownSources } from './check-components.ts';
import type { LinkOptions } from './check-links.ts';
import { remarkCheckLinks, siteLinks } from './check-links.ts';
import { recmaNoteScope, remarkExpressions } from './expressions.ts';
import { remarkHeadingIds } from './heading-ids.ts';
import { remarkKeepUnits } from './keep-units.ts';
import { rehypeKatexErrors } from './katex-errors.ts';
import { remarkNumberThings } from './number-things.ts';
import { rehypeTableAlignment } from './table-alignment.ts';

export { catalog } from './catalog.ts';
export { scopeNames } from './expressions.ts';

const loadKnown = (): KnownSources => ({
  references: loadReferences(),
  glossary: loadGlossary(),
  facts: loadFacts(),
});

/**
 * Everything a note goes through between its text and the page: options for `unified()` and for a bare MDX compiler.
 * @param base The site's base path.
 */
export function notePlugins(base: string, links: LinkOptions = siteLinks(base), load = loadKnown) {
  return {
    remarkPlugins: [
      remarkMath,
      remarkHeadingIds,
      () => remarkCheckComponents(load),
      () => remarkCheckLinks(links),
      () => remarkNumberThings(load),
      remarkExpressions,
      remarkKeepUnits,
    ],
    rehypePlugins: [
      () => rehypeKatex({ output: 'htmlAndMathml', strict: 'error', trust: false }),
      rehypeKatexErrors,
      rehypeTableAlignment,
    ],
    recmaPlugins: [recmaNoteScope],
  };
}
