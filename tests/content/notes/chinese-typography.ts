import { marks } from './blocks.ts';

const han = String.raw`\p{Script=Han}`;
const fullWidth = '，。、：；？！（）“”‘’《》……';

/**
 * How Chinese is set here, each rule as what breaks it: a blank between Han and Latin or digits, none beside full-width
 * marks, full-width marks in Chinese sentences. What zhlint checks by default, with full-width brackets.
 */
export const typographyRules: Readonly<Record<string, RegExp>> = {
  'a blank between Han and Latin': new RegExp(`${han}[A-Za-z0-9⟨]|[A-Za-z0-9⟩%\\]]${han}`, 'u'),
  'no blank between Han': new RegExp(`${han} ${han}`, 'u'),
  'no blank beside a full-width mark': new RegExp(`[${fullWidth}] | [${fullWidth}]`, 'u'),
  'full-width marks beside Han': new RegExp(`${han}[,.;:?!()]|[,;:?!)]${han}`, 'u'),
  'curved quotation marks': new RegExp(`${han}["']|["']${han}`, 'u'),
  'an ellipsis of six points': /\.\.\.|。。|(?<!…)…(?!…)/u,
  'one mark at a time': /[，。、：；？！][，。、：；]/u,
  'one blank at a time': /\S {2,}\S/u,
  'half-width letters and digits': /[０-９Ａ-Ｚａ-ｚ]/u,
};

/** A citation is a number in square brackets; other marks stand for Latin or digits. */
const plain = (text: string): string =>
  text.replaceAll(`\u00a0`, ' ').replaceAll(marks.citation, '[1]').replaceAll('\n', ' ');

/** What breaks a rule in a Chinese text, `rule: surroundings`; a table row's cells are texts of their own. */
export function typographyFindings(text: string): string[] {
  return plain(text)
    .split(' | ')
    .flatMap((cell) =>
      Object.entries(typographyRules).flatMap(([rule, breach]) => {
        const found = breach.exec(cell.trim());
        return found === null ? [] : [`${rule}: ${around(cell.trim(), found.index)}`];
      }),
    );
}

const around = (text: string, place: number): string => text.slice(Math.max(0, place - 12), place + 12);
