import { parse } from 'yaml';
import { z } from 'astro/zod';
import { contentFiles, readContent } from './files.ts';

/** Why a published file does not follow from its network. */
export const breakReasons = ['half-precision', 'auxiliary-heads'] as const;

const rowSchema = z.strictObject({
  /** The engine's name of the network. */
  architecture: z.string(),
  weights: z.string(),
  /** The input these weights are used at. */
  input: z.array(z.number().int().positive()),
  fileMiB: z.number().positive(),
  format: z.enum(['pytorch', 'pytorch-legacy', 'pytorch-0.3']),
  breaks: z.enum(breakReasons).optional(),
  accuracy: z
    .strictObject({
      dataSet: z.enum(['imagenet-1k', 'kinetics-400', 'coco-voc-labels']),
      measure: z.enum(['top-1', 'mean-iou']),
      percent: z.number().min(0).max(100),
      /** File and line in the source. */
      at: z.string(),
    })
    .optional(),
});

const fileSchema = z.strictObject({
  /** Keys of `references.bib`. */
  fileSource: z.string(),
  accuracySource: z.string(),
  checked: z.iso.date(),
  rows: z.array(rowSchema),
});

/** A published checkpoint: how large its file is and how accurate its weights are, each with its source. */
export interface Checkpoint extends z.infer<typeof rowSchema> {
  readonly fileSource: string;
  readonly accuracySource: string;
}

let checkpoints: readonly Checkpoint[] | undefined;

/**
 * All rows of `content/checkpoints/*.yaml`, read once.
 * @throws Error naming the file that breaks the schema.
 */
export function loadCheckpoints(): readonly Checkpoint[] {
  checkpoints ??= contentFiles('checkpoints', '.yaml').flatMap((file) => {
    const result = fileSchema.safeParse(parse(readContent('checkpoints', file)));
    if (!result.success) throw new Error(`checkpoints/${file}: ${z.prettifyError(result.error)}`);
    const { fileSource, accuracySource, rows } = result.data;
    return rows.map((row) => ({ ...row, fileSource, accuracySource }));
  });
  return checkpoints;
}
