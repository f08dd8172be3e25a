import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { noteSchema } from './collections/index.ts';

/** The notes, as `en/<slug>` and `zh/<slug>`. */
const notes = defineCollection({
  loader: glob({ base: './content/notes', pattern: '{en,zh}/*.mdx' }),
  schema: noteSchema,
});

export const collections = { notes };
