import { parse } from 'yaml';
import { z } from 'astro/zod';
import { contentFiles, readContent } from './files.ts';
import { remembered } from './remembered.ts';

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** What networks are for, in the order the pages list them. */
export const tasks = ['image', 'segmentation', 'video', 'language'] as const;
export type Task = (typeof tasks)[number];

const familySchema = z.strictObject({
  name: bilingual,
  /** Place in the list of families. */
  order: z.number().int().positive(),
  task: z.enum(tasks),
  /** The engine's names of the networks, from small to large. */
  members: z.array(z.string()).min(1),
  /** Keys of `references.bib`: what the paragraph below is taken from. */
  sources: z.array(z.string()).min(1),
  /** What the family brought that was new, in one paragraph. */
  introduced: bilingual,
});

/** A family of published networks with what it introduced, `content/architectures/<id>.yaml`. */
export interface ArchitectureFamily extends z.infer<typeof familySchema> {
  readonly id: string;
}

/**
 * All families in their order.
 * @throws Error naming the file that breaks the schema.
 */
export function loadArchitectureFamilies(): readonly ArchitectureFamily[] {
  const files = contentFiles('architectures', '.yaml');
  return familiesIn(files.map((file) => ({ file, yaml: readContent('architectures', file) })));
}

interface FamilyFile {
  readonly file: string;
  readonly yaml: string;
}

const familiesIn = remembered(
  (files: readonly FamilyFile[]) => JSON.stringify(files),
  (files): readonly ArchitectureFamily[] =>
    files
      .map(({ file, yaml }) => {
        const result = familySchema.safeParse(parse(yaml));
        if (!result.success) throw new Error(`architectures/${file}: ${z.prettifyError(result.error)}`);
        return { id: file.replace('.yaml', ''), ...result.data };
      })
      .sort((left, right) => left.order - right.order),
);

let families: ReadonlyMap<string, ArchitectureFamily> | undefined;

/**
 * The family of a network. The files are read once for all pages.
 * @throws Error when it is in none.
 */
export function familyOf(architecture: string): ArchitectureFamily {
  families ??= new Map(
    loadArchitectureFamilies().flatMap((family) => family.members.map((member) => [member, family])),
  );
  const family = families.get(architecture);
  if (family === undefined) throw new Error(`content/architectures: ${architecture} is in no family`);
  return family;
}
