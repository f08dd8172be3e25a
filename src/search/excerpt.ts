import { contentWords, isHan, normalize, pairs, singular } from './prepare.ts';

/** A piece of an excerpt; marked where it is a word of the query. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Width of an excerpt; a Chinese character takes about two letters. */
const widthLetters = 170;

/** How far before the first word of the query an excerpt starts. */
const leadLetters = 40;

/**
 * The stretch of a text that holds most of a query's words, those marked. The heading, which the result already shows,
 * is cut off the front.
 */
export function excerptOf(content: string, heading: string, query: string): ExcerptPart[] {
  const text = withoutHeading(evenlySpaced(content), heading);
  const found = placesOf(text, query);
  const start = startOf(text, found);
  const end = endFrom(text, start);
  const parts: ExcerptPart[] = start > 0 ? [{ text: '… ', isMarked: false }] : [];
  let at = start;
  for (const [from, to] of found) {
    if (from < at || to > end) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isMarked: false });
  return end < text.length ? [...parts, { text: ' …', isMarked: false }] : parts;
}

/** One blank between words, and none where the index has put one before a mark or beside a full-width one. */
function evenlySpaced(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:!?)%](?:\s|$))| (?=[。，；：！？、）”])|(?<=[。，；：！？、（“]) /g, '')
    .trim();
}

function withoutHeading(text: string, heading: string): string {
  return heading !== '' && text.startsWith(heading)
    ? text.slice(heading.length).replace(/^[\s.。:：]+/, '')
    : text;
}

type Span = readonly [from: number, to: number];

/** Where the query's words stand in a text, in order, those that touch joined. */
function placesOf(text: string, query: string): Span[] {
  const words = [
    ...new Set(contentWords(query).flatMap((word) => (isHan(word) ? pairs(word) : [singular(word)]))),
  ];
  // Letter for letter, so that places in it are places in the text.
  const lower = Array.from(text, sameLength).join('');
  const spans = words.flatMap((word) => {
    const pattern = isHan(word)
      ? new RegExp(escaped(word), 'gu')
      : new RegExp(
          `(?<![\\p{L}\\p{N}])${escaped(word)}${word.length < 4 ? '[a-z]{0,2}' : '[a-z]*'}(?![a-z])`,
          'gu',
        );
    return [...lower.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length]);
  });
  const joined: [number, number][] = [];
  for (const [from, to] of spans.sort((left, right) => left[0] - right[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function sameLength(letter: string): string {
  const normal = normalize(letter);
  return normal.length === letter.length ? normal : letter;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The start of the stretch with most of the words, at the beginning of a word. */
function startOf(text: string, found: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (const [from] of found) {
    const end = endFrom(text, from);
    const held = new Set(
      found.filter(([at, to]) => at >= from && to <= end).map(([at, to]) => text.slice(at, to).toLowerCase()),
    );
    if (held.size > most) {
      most = held.size;
      best = from;
    }
  }
  if (best <= leadLetters) return 0;
  const sentence = text.slice(0, best).search(/[^.。！？!?；;]*$/);
  if (best - sentence <= leadLetters) return sentence + (/^\s*/.exec(text.slice(sentence))?.[0].length ?? 0);
  const blank = text.indexOf(' ', best - leadLetters);
  return blank === -1 || blank >= best ? best - Math.min(best, leadLetters / 2) : blank + 1;
}

/** Where an excerpt that starts there has reached its width, at the end of a word. */
function endFrom(text: string, start: number): number {
  let width = 0;
  let end = start;
  while (end < text.length && width < widthLetters) {
    width += isHan(text[end] ?? '') ? 2 : 1;
    end++;
  }
  if (end === text.length) return end;
  const blank = text.lastIndexOf(' ', end);
  return blank > start + widthLetters / 4 && !isHan(text[end - 1] ?? '') ? blank : end;
}
