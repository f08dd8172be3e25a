import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtPages } from './pages.ts';

/** Stop, then blank, inside one line of text; a term's hidden preview, which ends in a `span`, stands in no line. */
const blankAfterStop =
  /[。，；：！？](?:<\/(?:a|b|code|em|strong)>)*\s+(?:<(?:a|b|code|em|i|span|strong|sup)\b[^>]*>)*[^<\s]/u;

describe('a Chinese page', () => {
  it.each(builtPages().filter((path) => path.startsWith('/zh/')))(
    '%s has no blank after a full-width stop',
    (path) => {
      const html = readFileSync(`dist${path}index.html`, 'utf8').replaceAll(/="[^"]*"/g, '');
      expect(blankAfterStop.exec(html)?.[0]).toBe(undefined);
    },
  );
});
