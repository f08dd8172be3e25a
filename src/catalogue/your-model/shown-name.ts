/** Characters shown of a text from a file. */
const mostCharacters = 200;

/**
 * What a text may not do on a page: control it (C0, C1, line separators), turn its direction, or be there unseen
 * (zero-width characters, marks, tags), by which one name passes for another.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Surrogate}\u034f\u115f\u1160\u3164\uffa0]/gu;

/**
 * A text from a file as it may be shown: hidden characters written out, and cut at 200 characters. It still goes to the
 * page as text, never as markup.
 * @example shownName('a\u202Eb') // 'a\\u{202E}b'
 */
export function shownName(name: string): string {
  const escaped = name
    .slice(0, 2 * (mostCharacters + 1))
    .replaceAll(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
  const characters = Array.from(escaped);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : escaped;
}

/** A text as a spreadsheet may have it: one that begins like a formula would be run there. */
export function cellText(name: string): string {
  const shown = shownName(name);
  return /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown;
}
