import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { noteSource, noteTree, slugs } from './notes/note-tree.ts';
import { pythonErrors, samplesOf, typedComments } from './notes/snippets.ts';

describe.each(locales)('the code of the %s note', (locale) => {
  it.each(slugs)('%s parses', (slug) => {
    const samples = samplesOf(noteTree(noteSource(locale, slug)));
    expect(samples.filter(({ language }) => language !== 'python')).toEqual([]);
    expect(samples.flatMap(({ line, code }) => pythonErrors(code).map((error) => `${line}: ${error}`))).toEqual([]);
  });

  it.each(slugs)('%s states what the engine computes, and no typed number', (slug) => {
    const samples = samplesOf(noteTree(noteSource(locale, slug)));
    expect(samples.flatMap(({ line, code }) => typedComments(code).map((comment) => `${line}: ${comment}`))).toEqual([]);
  });
});

describe('a sample of code', () => {
  it('is read off strings, templates and lists of lines', () => {
    const note = "<Snippet language=\"python\" code={['a = 1', `b = ${engine.x}  # ${engine.y}`].join('\\n')} />";
    expect(samplesOf(noteTree(note))).toEqual([
      { line: 1, language: 'python', code: 'a = 1\nb = computed  # computed' },
    ]);
  });

  it('that does not parse is named by its line', () => {
    expect(pythonErrors('x = 1\ny = (2')).not.toEqual([]);
    expect(pythonErrors('for i in range(3)\n    pass')).not.toEqual([]);
    expect(pythonErrors('def f(x):\n    return x ** 2')).toEqual([]);
  });

  it('may name int8 and float16 in a comment, and no count', () => {
    expect(typedComments('f(x)  # 69632')).toEqual(['f(x)  # 69632']);
    expect(typedComments('f(x)  # computed values in float16, for 3x3')).toEqual([]);
    expect(typedComments('f(64)  # (1, 64, computed)')).toEqual([]);
  });
});
