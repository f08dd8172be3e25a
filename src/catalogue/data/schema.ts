// Only the build imports this: pages carry the documents, not what checks them.
import { z } from 'astro/zod';
import { tasks } from '../../collections/index.ts';
import { fileNames } from '../file-names.ts';
import { techniques } from '../techniques.ts';
import type { DataField } from './field-words.ts';
import { fieldWords } from './field-words.ts';

const count = z.number().int().nonnegative();
const shape = z.array(count);

/** An object whose every field is described by `fieldWords`. */
function described<Fields extends Partial<Record<DataField, z.ZodType>>>(
  fields: Fields,
): z.ZodObject<Fields, z.core.$strict> {
  for (const [name, schema] of Object.entries(fields)) {
    const words = Object.entries(fieldWords).find(([field]) => field === name)?.[1];
    if (words === undefined) throw new Error(`the field ${name} is not described`);
    z.globalRegistry.add(schema, { description: words.en });
  }
  return z.strictObject(fields);
}

/** A fresh schema for each place it stands in, since a description belongs to one object. */
const costs = () => ({
  parameters: count.clone(),
  macs: count.clone(),
  activations: count.clone(),
  flopsPerByte: z.number().nonnegative(),
});

const stage = described({
  name: z.string(),
  repeats: count.clone(),
  layerCount: count.clone(),
  outputShape: shape.clone(),
  ...costs(),
});

const kind = described({ kind: z.string(), layerCount: count.clone(), ...costs() });

const layer = described({
  path: z.string(),
  kind: z.string(),
  outputShape: shape.clone(),
  ...costs(),
  techniques: z.array(z.enum(techniques)),
});

const receptiveField = described({ path: z.string(), sizes: shape.clone(), jumps: shape.clone() });

/** `data/architectures/<id>.json`. */
export const networkSchema = described({
  $schema: z.url(),
  id: z.string(),
  title: z.string(),
  family: z.string(),
  sources: z.array(z.string()),
  input: shape.clone(),
  outputShape: shape.clone(),
  classes: count.clone(),
  auxiliaryHeads: z.boolean().optional(),
  widthMultiplier: z.number().positive().optional(),
  layerCount: count.clone(),
  ...costs(),
  buffers: count.clone(),
  int64Values: count.clone(),
  stateDictBytes: count.clone(),
  fileBytes: z.record(z.enum(fileNames), count.clone()),
  peakInferenceBytes: count.clone(),
  peakTrainingBytes: count.clone(),
  receptiveField: receptiveField.nullable(),
  stages: z.array(stage),
  kinds: z.array(kind),
  layers: z.array(layer),
});

export type NetworkData = z.infer<typeof networkSchema>;

const listedNetwork = described({
  id: z.string(),
  title: z.string(),
  family: z.string(),
  task: z.enum(tasks),
  input: shape.clone(),
  parameters: count.clone(),
  macs: count.clone(),
  activations: count.clone(),
  fileBytes: z.record(z.enum(fileNames), count.clone()),
  data: z.url(),
  page: z.record(z.string(), z.url()),
});

/** `data/architectures.json`. */
export const listSchema = described({ $schema: z.url(), networks: z.array(listedNetwork) });

export type ListData = z.infer<typeof listSchema>;

/** `data/schema.json`: a document is one network, or the list of all. */
export function jsonSchema(): object {
  return z.toJSONSchema(z.union([networkSchema, listSchema]), { reused: 'inline' });
}

/** The objects of the documents with their fields, for the page that explains them. */
export const documented: readonly { readonly object: string; readonly fields: readonly string[] }[] = [
  { object: 'architectures/<id>.json', fields: Object.keys(networkSchema.shape) },
  { object: 'stages', fields: Object.keys(stage.shape) },
  { object: 'kinds', fields: Object.keys(kind.shape) },
  { object: 'layers', fields: Object.keys(layer.shape) },
  { object: 'receptiveField', fields: Object.keys(receptiveField.shape) },
  { object: 'architectures.json', fields: Object.keys(listSchema.shape) },
  { object: 'networks', fields: Object.keys(listedNetwork.shape) },
];
