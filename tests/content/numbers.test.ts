import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/index.ts';
import { blocksOf } from './notes/blocks.ts';
import { noteSource, noteTree, slugs, withoutFrontmatter } from './notes/note-tree.ts';
import { nameRules, typedNumbers } from './notes/typed-numbers.ts';

const typedIn = (note: string): string[] =>
  typedNumbers(blocksOf(noteTree(withoutFrontmatter(note)))).map(({ number }) => number);

describe.each(locales)('every number in the prose of the %s note', (locale) => {
  it.each(slugs)('%s is computed, given, named or cited', (slug) => {
    expect(typedNumbers(blocksOf(noteTree(noteSource(locale, slug))))).toEqual([]);
  });
});

describe('a number in prose', () => {
  it.each([
    ['typed', 'The network has 25,557,032 parameters.', ['25,557,032']],
    ['typed in a heading', '## All 4.09 of them {/* all */}', ['4.09']],
    ['typed in a caption', '<Table id="t" caption="It takes 97.8 MiB">\n\n| a |\n| - |\n| b |\n\n</Table>', ['97.8']],
    ['typed in a table', '| size |\n| --: |\n| 69,632 |', ['69,632']],
    ['typed beside an expression', 'It is {show.integer(9 * 64)}, or 577.', ['577']],
    ['typed after the section that is given it', '{show.integer(577)}\n\n## Next {/* next */}\n\nIt is 577.', ['577']],
    ['typed in the sentence after a citation', 'They measured 83 <Cite id="a" />. It is 84.', ['84']],
    ['typed in an answer', '<Exercise id="e">\n\nWhat is 6 times 7?\n\n<Answer>\n\n42\n\n</Answer>\n\n</Exercise>', ['42']],
    ['typed in Chinese', '参数量是 25,557,032 个；快了 2.5 倍。', ['25,557,032', '2.5']],
    ['a larger size than a kernel', 'The output is 56×57.', ['56×57']],
  ])('%s is found', (_, note, numbers) => {
    expect(typedIn(note)).toEqual(numbers);
  });

  it.each([
    ['computed', 'It has {show.integer(9 * 64)} weights.'],
    ['given to an expression', 'With 48 channels it has {show.integer(9 * 48)} weights.'],
    ['cited in its sentence', 'They measured 83 <Cite id="a" />.'],
    ['published', 'They measured <Fact id="a" /> at batch 83.'],
    ['code or a formula', 'Write `stride=83`, or $83x$.'],
    ['the question of an exercise', '<Exercise id="e">\n\nHow many bits have 83 bytes?\n\n</Exercise>'],
    ['a quoted misreading', '<Pitfall says="It has 83.">\n\nNo.\n\n</Pitfall>'],
    ['an input size of a published network', 'For one 224×224 image, or 16 frames of 112×112.'],
    ['a name', 'ResNet-50, VGG-16, int8, E4M3, top-1, 3×3, 1×n, 3-D, (2+1)D, PyTorch 2.6, 8-bit, 16 位, §3.2, 10⁹, 2019 年.'],
  ])('%s is left alone', (_, note) => {
    expect(typedIn(note)).toEqual([]);
  });

  it.each(Object.keys(nameRules))('is a name by the rule “%s” somewhere', (rule) => {
    const used = locales.some((locale) =>
      slugs.some((slug) => blocksOf(noteTree(noteSource(locale, slug))).some(({ text }) => text.search(nameRules[rule] ?? /^$/) >= 0)),
    );
    expect(used).toBe(true);
  });
});
