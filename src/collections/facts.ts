import { parse } from 'yaml';
import { z } from 'astro/zod';
import { contentFiles, readContent } from './files.ts';
import { frameworksFile } from './frameworks.ts';
import { remembered } from './remembered.ts';

const factSchema = z.strictObject({
  /** The figure as published, or as measured. */
  value: z.number(),
  /** What it counts: `MACs`, `parameters`, `MiB`, `%` … */
  unit: z.string().min(1),
  /** What the figure is of, in both languages. */
  what: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  /** Key of `references.bib`. */
  source: z.string().min(1),
  /** Where in the source: section, table, file and line. */
  at: z.string().optional(),
  /** ISO date at which the source was read. */
  checked: z.iso.date(),
});

/** A published or measured figure of `content/facts/*.yaml`. */
export type Fact = z.infer<typeof factSchema>;

/**
 * All facts by id; the table of frameworks has a loader of its own.
 * @throws Error naming file and row when a row breaks the schema or two rows share an id.
 */
export function loadFacts(): ReadonlyMap<string, Fact> {
  const files = contentFiles('facts', '.yaml').filter((file) => file !== frameworksFile);
  return factsIn(files.map((file) => ({ file, yaml: readContent('facts', file) })));
}

interface FactFile {
  readonly file: string;
  readonly yaml: string;
}

const factsIn = remembered(
  (files: readonly FactFile[]) => JSON.stringify(files),
  (files): ReadonlyMap<string, Fact> => {
    const facts = new Map<string, Fact>();
    for (const { file, yaml } of files) {
      const rows: unknown = parse(yaml);
      const result = z.record(z.string(), factSchema).safeParse(rows);
      if (!result.success) throw new Error(`facts/${file}: ${z.prettifyError(result.error)}`);
      for (const [id, fact] of Object.entries(result.data)) {
        if (facts.has(id)) throw new Error(`facts/${file}: ${id} is there twice`);
        facts.set(id, fact);
      }
    }
    return facts;
  },
);
