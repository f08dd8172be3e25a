import { z } from 'astro/zod';
import type { Shape } from '../engine/index.ts';
import { float32FromBase64, product } from '../engine/index.ts';
import { contentFiles, readContent } from './files.ts';

const weightsSchema = z.strictObject({
  /** Which layer of which network, in both languages. */
  of: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  /** Key of `references.bib`. */
  source: z.string().min(1),
  /** Package, version, file, tensor and bytes that the values were taken from. */
  origin: z.string().min(1),
  /** What was done to them since. */
  changes: z.string().min(1),
  copyright: z.string().min(1),
  licence: z.string().min(1),
  /** Text of the licence, a file of the site. */
  licenceFile: z.string().min(1),
  /** Output channels first. */
  shape: z.array(z.int().positive()).min(1),
  /** The values in row-major order, little-endian, in base64. */
  float32: z.string().min(1),
});

/** A layer of a trained network in `content/weights/*.json`, with where it comes from and under which licence. */
export type StoredLayer = z.infer<typeof weightsSchema>;

/** The weights of a trained layer. */
export interface TrainedLayer {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/**
 * All trained layers by the name of their file.
 * @throws Error naming the file that breaks the schema or whose values do not fill its shape.
 */
export function loadStoredLayers(): ReadonlyMap<string, StoredLayer> {
  return new Map(
    contentFiles('weights', '.json').map((file) => {
      const row: unknown = JSON.parse(readContent('weights', file));
      const result = weightsSchema.safeParse(row);
      if (!result.success) throw new Error(`weights/${file}: ${z.prettifyError(result.error)}`);
      const { shape, values } = trainedLayer(result.data);
      if (product(shape) !== values.length) {
        throw new Error(`weights/${file}: ${values.length} values do not fill [${shape.join(', ')}]`);
      }
      return [file.replace(/\.json$/, ''), result.data];
    }),
  );
}

/** The weights of a stored layer as numbers. */
export function trainedLayer({ shape, float32 }: Pick<StoredLayer, 'shape' | 'float32'>): TrainedLayer {
  return { shape, values: float32FromBase64(float32) };
}
