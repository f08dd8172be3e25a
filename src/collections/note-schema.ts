import { z } from 'astro/zod';

/** Sections of the site in the order of its sidebar. */
export const sections = ['convolution', 'blocks', 'cost', 'quantization', 'training', 'frameworks'] as const;
export type Section = (typeof sections)[number];

/** Frontmatter of a note; anything else in it fails the build. */
export const noteSchema = z.strictObject({
  title: z.string().min(1).max(60),
  /** One sentence for search engines and previews. */
  description: z.string().min(20).max(200),
  section: z.enum(sections),
  /** Place within the section. */
  order: z.number().int().positive(),
  /** Other names a reader may type, also misspellings; shown and searched. */
  aliases: z.array(z.string()),
  /** Names of what single sections explain, by their anchors; searched, and found at the section. */
  sectionAliases: z.record(z.string(), z.array(z.string())).default({}),
  /** Words that people ask about a section with and its names lack, by its anchor; searched, never shown. */
  sectionWords: z.record(z.string(), z.string()).default({}),
  /** Questions the note answers, each with the anchor of its answer; the home page starts from them. */
  questions: z.array(z.strictObject({ ask: z.string().min(8).max(90), anchor: z.string() })).default([]),
  /** Slugs of notes to read next. */
  related: z.array(z.string()),
  /** Date of the last change in substance, as an ISO date. */
  updated: z.date().transform((date) => date.toISOString().slice(0, 10)),
});

export type NoteData = z.infer<typeof noteSchema>;
