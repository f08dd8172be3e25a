/** A field that takes a whole number. */
export interface WholeField {
  readonly kind: 'whole';
  readonly standard: number;
  readonly least: number;
  readonly most: number;
}

/** A field that takes a number with a fraction. */
export interface DecimalField {
  readonly kind: 'decimal';
  readonly standard: number;
  readonly least: number;
  readonly most: number;
}

/** A field that takes one of a list. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly standard: string;
  readonly choices: readonly string[];
}

/** A field that takes whole numbers, one for every axis or one for all of them: `3`, `1×7`, `(1, 7)`. */
export interface AxesField {
  readonly kind: 'axes';
  readonly standard: string;
  /** Bounds of each number. */
  readonly least: number;
  readonly most: number;
}

/** A field that takes several lines of text, which its calculator reads. */
export interface TextField {
  readonly kind: 'text';
  readonly standard: string;
  /** Characters taken; an address has to hold them. */
  readonly longest: number;
}

export type Field = WholeField | DecimalField | ChoiceField | AxesField | TextField;
export type Fields = Readonly<Record<string, Field>>;

/** What is wrong with a field, in words the interface has in both languages. */
export type FieldError =
  | {
      readonly key:
        'empty' | 'notWhole' | 'notListed' | 'notExact' | 'mustBeOdd' | 'cannotRun' | 'needsStrideOne';
    }
  | {
      readonly key:
        | 'tooSmall'
        | 'tooLarge'
        | 'mustDivide'
        | 'mustEqual'
        | 'doesNotFit'
        | 'oneForEachAxis'
        | 'cropsEverything'
        | 'tooMany';
      readonly limit: number;
    };

/** A field that could not be read, or the value it holds. */
export type Checked =
  { readonly value: number | string | readonly number[] } | { readonly error: FieldError };

/** What a fresh calculator shows. */
export function standardTyped(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, { standard }]) => [name, String(standard)]));
}

/**
 * Reads what was typed into one field. Full-width digits and grouping marks are accepted, since people paste them.
 * @example checkField({ kind: 'whole', standard: 1, least: 1, most: 9 }, '１２') // { error: { key: 'tooLarge', limit: 9 } }
 */
export function checkField(field: Field, typed: string): Checked {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { error: { key: 'empty' } };
  if (field.kind === 'choice') {
    return field.choices.includes(text) ? { value: text } : { error: { key: 'notListed' } };
  }
  if (field.kind === 'axes') return checkAxes(field, text);
  if (field.kind === 'text') return { value: text };
  const value = Number(text.replaceAll(/[,\s_]/g, ''));
  if (!Number.isFinite(value) || !/^[+-]?[\d.]/.test(text)) return { error: { key: 'notWhole' } };
  if (field.kind === 'whole' && !Number.isInteger(value)) return { error: { key: 'notWhole' } };
  if (value < field.least) return { error: { key: 'tooSmall', limit: field.least } };
  if (value > field.most) return { error: { key: 'tooLarge', limit: field.most } };
  return { value };
}

/** Numbers between ×, x, *, commas or spaces, in brackets or not. */
function checkAxes(field: AxesField, text: string): Checked {
  const values = text
    .replaceAll(/^[([]|[)\]]$/g, '')
    .split(/\s*[×x*,、;]\s*|\s+/i)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (!values.every(Number.isSafeInteger)) return { error: { key: 'notWhole' } };
  if (values.some((value) => value < field.least)) return { error: { key: 'tooSmall', limit: field.least } };
  if (values.some((value) => value > field.most)) return { error: { key: 'tooLarge', limit: field.most } };
  return { value: values };
}

/**
 * Query parameter of a field: the calculator's prefix keeps two calculators on one page apart. A page that is one
 * calculator has none.
 */
export function queryName(prefix: string, field: string): string {
  return prefix === '' ? field : `${prefix}.${field}`;
}

/** No number needs more characters than this; a field of text says how many it takes. */
const longestNumber = 40;
const longestOf = (field: Field): number => (field.kind === 'text' ? field.longest : longestNumber);

/** What a query says was typed; fields it does not name hold their standard. */
export function typedFromQuery(
  prefix: string,
  fields: Fields,
  query: URLSearchParams,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      (query.get(queryName(prefix, name)) ?? String(field.standard)).slice(0, longestOf(field)),
    ]),
  );
}

/** Writes what was typed into a query, leaving out what is standard and everything of other calculators alone. */
export function typedToQuery(
  prefix: string,
  fields: Fields,
  typed: Readonly<Record<string, string>>,
  query: URLSearchParams,
): URLSearchParams {
  const result = new URLSearchParams(query);
  for (const [name, standard] of Object.entries(standardTyped(fields))) {
    const value = typed[name] ?? standard;
    if (value === standard) result.delete(queryName(prefix, name));
    else result.set(queryName(prefix, name), value);
  }
  return result;
}

/** Every field read on its own, and the values when all of them are right. */
export function checkFields(
  fields: Fields,
  typed: Readonly<Record<string, string>>,
): { checked: Record<string, Checked>; complete: boolean } {
  const checked = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, checkField(field, typed[name] ?? '')]),
  );
  return { checked, complete: Object.values(checked).every((each) => 'value' in each) };
}

/**
 * The number in a field that has been read.
 * @throws RangeError when the field is in error or holds a choice: ask only after `complete`.
 */
export function numberIn(checked: Readonly<Record<string, Checked>>, name: string): number {
  const field = checked[name];
  if (field === undefined || !('value' in field) || typeof field.value !== 'number') {
    throw new RangeError(`the field ${name} holds no number`);
  }
  return field.value;
}

/** The numbers in an `axes` field that has been read, as they were typed. Throws as `numberIn` does. */
export function numbersIn(checked: Readonly<Record<string, Checked>>, name: string): readonly number[] {
  const field = checked[name];
  if (field === undefined || !('value' in field) || typeof field.value !== 'object') {
    throw new RangeError(`the field ${name} holds no numbers`);
  }
  return field.value;
}

/** The choice made in a field that has been read. Throws as `numberIn` does. */
export function choiceIn(checked: Readonly<Record<string, Checked>>, name: string): string {
  const field = checked[name];
  if (field === undefined || !('value' in field) || typeof field.value !== 'string') {
    throw new RangeError(`the field ${name} holds no choice`);
  }
  return field.value;
}
