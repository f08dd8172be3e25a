import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/index.ts';
import {
  architectureNamed,
  isWindowedAttention,
  summarize,
  windowedAttentionParts,
} from '../../../src/engine/index.ts';
import table from '../../oracles/paper-tables.json' with { type: 'json' };

/** Rows of the authors' README by name, window and input, and the network here that each describes. */
const names = new Map([
  ['Swin-T 224', 'swin_t'],
  ['Swin-S 224', 'swin_s'],
  ['Swin-B 224', 'swin_b'],
  ['Swin-L 224', 'swin_l'],
  ['Swin-B 384', 'swin_b_window12'],
  ['Swin-L 384', 'swin_l_window12'],
  ['SwinV2-T 8x8 256', 'swin_v2_t'],
  ['SwinV2-S 8x8 256', 'swin_v2_s'],
  ['SwinV2-B 8x8 256', 'swin_v2_b'],
  ['SwinV2-T 16x16 256', 'swin_v2_t_window16'],
  ['SwinV2-S 16x16 256', 'swin_v2_s_window16'],
  ['SwinV2-B 16x16 256', 'swin_v2_b_window16'],
  ['SwinV2-L 16x16 256', 'swin_v2_l_window16'],
  ['SwinV2-B 24x24 384', 'swin_v2_b_window24'],
  ['SwinV2-L 24x24 384', 'swin_v2_l_window24'],
  ['Swin-T/C24 256', 'swin_t_c24'],
]);

/** Rows without a network here: perceptrons in place of attention. */
const notBuilt = ['SwinMLP-T/C24 256', 'SwinMLP-T/C12 256', 'SwinMLP-T/C6 256', 'SwinMLP-B 224'];

interface PublishedRow {
  readonly model: string;
  readonly window?: string;
  readonly input?: number | null;
}

const keyOf = ({ model, window, input }: PublishedRow): string =>
  [model, window, input].filter((part) => part !== undefined).join(' ');
const published: (PublishedRow & { flops_b?: number; params_m?: number })[] = table.filter(({ model }) =>
  model.startsWith('Swin'),
);

/**
 * What the README's column holds: products alone, without norms, and without the position MLP of version 2, which runs
 * whatever the input and which the authors' `flops()` leaves out. With the norms Swin-L at 384 would be 104.0.
 */
function publishedMacs(rows: readonly Row[]): number {
  return rows.reduce((total, { node: { operator }, inputShapes, macs }) => {
    const [input = []] = inputShapes;
    const positions = isWindowedAttention(operator)
      ? windowedAttentionParts(operator.spec, input).positions
      : 0;
    return total + macs - positions;
  }, 0);
}

describe('the table of Swin’s authors', () => {
  it('has no row beside these', () => {
    expect(new Set(published.map(keyOf))).toEqual(new Set([...names.keys(), ...notBuilt]));
  });

  const computed = published.flatMap((row) => {
    const name = names.get(keyOf(row));
    return name === undefined ? [] : [[keyOf(row), name, row.params_m, row.flops_b] as const];
  });

  it.each(computed)('%s: %s has %d M parameters and %d GMACs', (_, name, parametersM, gigaMacs) => {
    const summary = summarize(architectureNamed(name).build());
    expect(Math.round(summary.parameters / 1e6)).toBe(parametersM);
    expect(Math.round(publishedMacs(summary.rows) / 1e8) / 10).toBe(gigaMacs);
  });
});
