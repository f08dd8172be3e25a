import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readContent } from './files.ts';
import { remembered } from './remembered.ts';

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const termSchema = z.strictObject({
  /** The term in each language, as the notes write it. */
  name: bilingual,
  /** One sentence that says what it is. */
  sentence: bilingual,
  /** Other names and frequent misspellings, for search. */
  aliases: z.strictObject({ en: z.array(z.string()), zh: z.array(z.string()) }),
  /** Slug of the note that explains it. */
  note: z.string().optional(),
  /** Anchor in that note, where one place explains it. */
  anchor: z.string().optional(),
  /** Terms it is taken for: the same word or abbreviation, another meaning. */
  unlike: z.array(z.string()).default([]),
});

/** A term of `content/glossary.yaml`. */
export type Term = z.infer<typeof termSchema>;

/**
 * All terms by id, in the order of the file.
 * @throws Error naming the term and field that break the schema, or the term that it is said to be unlike and is none.
 */
export function loadGlossary(yaml = readContent('glossary.yaml')): ReadonlyMap<string, Term> {
  return termsIn(yaml);
}

const termsIn = remembered(String, (yaml: string): ReadonlyMap<string, Term> => {
  const rows: unknown = parse(yaml);
  const result = z.record(z.string().regex(/^[a-z0-9-]+$/), termSchema).safeParse(rows);
  if (!result.success) throw new Error(`glossary.yaml: ${z.prettifyError(result.error)}`);
  const terms = new Map(Object.entries(result.data));
  for (const [id, { unlike }] of terms) {
    const missing = unlike.find((other) => !terms.has(other));
    if (missing !== undefined) throw new Error(`glossary.yaml: ${id} is unlike ${missing}, which is no term`);
  }
  return terms;
});
