import { parse } from 'yaml';
import { z } from 'astro/zod';
import { readContent } from './files.ts';

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const erratumSchema = z.strictObject({
  /** Anchor on the page. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The figure is wrong, stands under a wrong name, or can be read in two ways. */
  kind: z.enum(['wrong', 'mislabelled', 'ambiguous']),
  /** Key of `references.bib`. */
  source: z.string().min(1),
  /** Where in the source. */
  at: z.string().min(1),
  /** ISO date at which the source was read. */
  checked: z.iso.date(),
  /** What the source says. */
  says: bilingual,
  /** What comes out; names in braces stand for values worked out when the page is built. */
  comes: bilingual,
});

/** A published figure that does not come out as it is printed. */
export type Erratum = z.infer<typeof erratumSchema>;

/**
 * The rows of `content/errata.yaml`, in its order.
 * @throws Error naming the row that breaks the schema.
 */
export function loadErrata(yaml = readContent('errata.yaml')): readonly Erratum[] {
  const rows: unknown = parse(yaml);
  const result = z.array(erratumSchema).safeParse(rows);
  if (!result.success) throw new Error(`errata.yaml: ${z.prettifyError(result.error)}`);
  return result.data;
}
