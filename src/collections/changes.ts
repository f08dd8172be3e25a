import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readContent } from './files.ts';

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const changeSchema = z.strictObject({
  /** ISO date of the change. */
  date: z.iso.date(),
  /** A number that changed, a claim that changed, or something new. */
  kind: z.enum(['number', 'claim', 'new']),
  /** What changed and why, in both languages. */
  what: bilingual,
  /** Slug of the note it is in. */
  note: z.string().optional(),
  /** Anchor in that note. */
  anchor: z.string().optional(),
  /** For a number: what the page showed before, and since. */
  was: z.string().optional(),
  now: z.string().optional(),
});

/** A row of `content/changes.yaml`. */
export type Change = z.infer<typeof changeSchema>;

/**
 * What changed, the latest first.
 * @throws Error naming the row that breaks the schema, or a changed number without its value before and since.
 */
export function loadChanges(yaml = readContent('changes.yaml')): readonly Change[] {
  const rows: unknown = parse(yaml);
  const result = z.array(changeSchema).safeParse(rows);
  if (!result.success) throw new Error(`changes.yaml: ${z.prettifyError(result.error)}`);
  for (const { kind, was, now, what } of result.data) {
    if (kind === 'number' && (was === undefined || now === undefined)) {
      throw new Error(`changes.yaml: a number changed, but not from what to what: ${what.en}`);
    }
  }
  return result.data.toSorted((left, right) =>
    left.date < right.date ? 1 : left.date > right.date ? -1 : 0,
  );
}
