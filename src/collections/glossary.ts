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
});

/** A term of `content/glossary.yaml`. */
export type Term = z.infer<typeof termSchema>;

/**
 * All terms by id, in the order of the file.
 * @throws Error naming the term and field that break the schema.
 */
export function loadGlossary(yaml = readContent('glossary.yaml')): ReadonlyMap<string, Term> {
  return termsIn(yaml);
}

const termsIn = remembered(String, (yaml: string): ReadonlyMap<string, Term> => {
  const rows: unknown = parse(yaml);
  const result = z.record(z.string().regex(/^[a-z0-9-]+$/), termSchema).safeParse(rows);
  if (!result.success) throw new Error(`glossary.yaml: ${z.prettifyError(result.error)}`);
  return new Map(Object.entries(result.data));
});
