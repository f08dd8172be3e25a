import { describe, expect, it } from 'vitest';
import { architectures, countAs, countingSteps } from '../../../src/engine/index.ts';
import type { ToolName } from '../../../src/engine/index.ts';
import { at } from '../../../src/engine/index.ts';
import { measuredTools as tools } from './measured-tools.ts';
import oracle from '../../oracles/counting-tools.json' with { type: 'json' };

/** What one tool printed for one model; the file names the number after the tool's own word. */
interface Printed {
  readonly flops?: number;
  readonly macs?: number;
  readonly multAdds?: number;
  readonly parameters?: number;
  readonly byOperator?: Readonly<Record<string, number>>;
}

const models: Readonly<Record<string, Readonly<Partial<Record<ToolName, Printed>>>>> = oracle.models;
const known = Object.entries(models).filter(([model]) => Object.hasOwn(architectures, model));
const cases = known.flatMap(([model, byTool]) =>
  tools.flatMap((tool) => {
    const printed = byTool[tool];
    return printed === undefined ? [] : [{ model, tool, printed }];
  }),
);

describe('countAs', () => {
  it('knows every model and tool of the file', () => {
    expect(cases).toHaveLength(11 * 8);
  });

  it.each(cases)('$tool on $model prints what the tool itself printed', ({ model, tool, printed }) => {
    const network = architectures[model]?.build({});
    if (network === undefined) throw new Error(`no network ${model}`);
    const counted = countAs(tool, network);
    expect(counted.count).toBe(printed.flops ?? printed.macs ?? printed.multAdds);
    if (counted.unit === 'FLOPs' && printed.macs !== undefined) expect(counted.macs).toBe(printed.macs);
    if (printed.parameters !== undefined) expect(counted.parameters).toBe(printed.parameters);
    const steps = countingSteps(tool, network);
    expect(at(steps, 0).name).toBe('macs');
    expect(steps.reduce((total, step) => total + step.operations, 0)).toBe(counted.count);
  });
});
