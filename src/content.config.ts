import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { noteSchema } from './collections/index.ts';
import { locales } from './i18n/index.ts';

/** The notes, as `<language>/<slug>`. */
const notes = defineCollection({
  loader: glob({ base: './content/notes', pattern: `{${locales.join(',')}}/*.mdx` }),
  schema: noteSchema,
});

export const collections = { notes };
