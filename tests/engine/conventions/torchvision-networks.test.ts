import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/engine/index.ts';
import { architectureNamed, countAs } from '../../../src/engine/index.ts';
import { measuredTools as tools } from './measured-tools.ts';
import oracle from '../../oracles/counting-rules.json' with { type: 'json' };

const rows: Readonly<Record<string, readonly number[]>> = oracle.rows;

/** The numbers of a row in the order of `oracle.columns`. */
function counted(network: Network): readonly (number | undefined)[] {
  return tools.flatMap((tool) => {
    const { count, parameters, macs } = countAs(tool, network);
    if (tool === 'thop') return [count, parameters];
    return macs === undefined ? [count] : [count, macs];
  });
}

describe('countAs on all of torchvision’s networks for images, video and segmentation', () => {
  it('has 93 of them', () => {
    expect(Object.keys(rows)).toHaveLength(93);
  });

  it.each(Object.entries(rows))(
    '%s comes out as the tools’ rules have it on its own modules',
    (name, row) => {
      expect(counted(architectureNamed(name).build())).toEqual(row);
    },
  );
});
