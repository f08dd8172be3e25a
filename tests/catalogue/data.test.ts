import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import {
  architectureIds,
  documented,
  fieldWords,
  jsonSchema,
  listData,
  listSchema,
  networkData,
  networkSchema,
} from '../../src/catalogue/index.ts';

const place = { site: new URL('https://example.org'), base: '/notes/' };

/** The published schema, read back as any other program would. */
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchema())) as z.core.JSONSchema.JSONSchema);
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the data files', () => {
  it.each(architectureIds)('hold %s in the form the published schema says', (id) => {
    const document = through(networkData(id, place));
    expect(networkSchema.safeParse(document).error).toBeUndefined();
    expect(published.safeParse(document).success).toBe(true);
  });

  it('hold the list of all networks in that form, with addresses below the base', () => {
    const list = listData(place);
    expect(listSchema.safeParse(through(list)).error).toBeUndefined();
    expect(published.safeParse(through(list)).success).toBe(true);
    expect(list.networks).toHaveLength(architectureIds.length);
    expect(list.networks[0]?.data).toBe(
      'https://example.org/notes/data/architectures/alexnet_two_towers.json',
    );
    expect(list.networks[0]?.page.zh).toBe('https://example.org/notes/zh/architectures/alexnet_two_towers/');
  });

  it('are refused by the schema when a field is missing or is a fraction', () => {
    const { parameters, ...without } = networkData('resnet50', place);
    expect(published.safeParse(through(without)).success).toBe(false);
    expect(published.safeParse(through({ ...without, parameters: parameters + 0.5 })).success).toBe(false);
  });

  it('add up: layers, stages and kinds are the totals', () => {
    for (const id of ['resnet50', 'gpt2', 'googlenet', 'swin_t']) {
      const data = networkData(id, place);
      for (const rows of [data.layers, data.stages, data.kinds]) {
        expect(rows.reduce((sum, { macs }) => sum + macs, 0)).toBe(data.macs);
        expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(data.parameters);
      }
    }
  });

  it('are explained field by field, and nothing is explained that is not there', () => {
    const fields = new Set(documented.flatMap((object) => object.fields));
    expect([...fields].toSorted()).toEqual(Object.keys(fieldWords).toSorted());
  });
});
