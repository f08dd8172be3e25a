import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { builtPages } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes void elements, boolean attributes and doctypes its own, equally valid way.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'attribute-empty-style': 'off',
    // KaTeX and long titles are what they are.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
  },
});

describe('every built page', () => {
  it.each(builtPages())('%s is valid HTML without style attributes', async (path) => {
    const report = await validator.validateFile(`dist${path.endsWith('/') ? `${path}index.html` : path}`);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it.each(builtPages())('%s carries no inline script of its own', (path) => {
    const html = readFileSync(`dist${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');
    expect(html).not.toMatch(/ on[a-z]+="/);
    expect(html).toContain('http-equiv="content-security-policy"');
  });
});
