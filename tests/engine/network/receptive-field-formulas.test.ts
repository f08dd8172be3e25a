import { describe, expect, it } from 'vitest';
import {
  architectureNamed,
  at,
  effectiveKernel,
  evaluate,
  receptiveField,
  receptiveFieldFormulas,
  summarize,
} from '../../../src/engine/index.ts';

describe('receptiveFieldFormulas', () => {
  it('reach 212 through the layers of VGG-16, as receptiveField does', () => {
    const network = architectureNamed('vgg16').build();
    const { size, jump } = receptiveFieldFormulas;
    let field = { r_prev: 1, j_prev: 1 };
    for (const { node, inputShapes, path } of summarize(network).rows) {
      const windows = path.startsWith('features') ? node.operator.windows?.(at(inputShapes, 0)) : undefined;
      if (windows === undefined) continue;
      const { kernel, stride, dilation } = at(windows, 0);
      const values = { ...field, k_eff: effectiveKernel(kernel, dilation), s: stride };
      field = { r_prev: evaluate(size.expression, values), j_prev: evaluate(jump.expression, values) };
      expect(receptiveField(network, path)[0]).toMatchObject({ size: field.r_prev, jump: field.j_prev });
    }
    expect(field).toEqual({ r_prev: 212, j_prev: 32 });
  });
});
