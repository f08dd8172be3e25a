import type { RankedResult } from '../../src/search/rank.ts';

/** Where a result leads, as the queries write it: `memory#kv-cache`, `glossary#stride`. */
export function addressOf({ answer, anchor }: RankedResult): string {
  const at = (answer?.at ?? 'references/').replace(/\/(?=#|$)/, '');
  return anchor === '' ? at : `${at}#${anchor}`;
}
