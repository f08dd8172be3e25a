import type { ToolName } from '../../../src/engine/index.ts';

/** The tools whose output the oracles hold for every network, in the order of their columns. */
export const measuredTools = [
  'fvcore',
  'torch FlopCounterMode',
  'ptflops pytorch',
  'ptflops aten',
  'thop',
  'torchinfo',
  'deepspeed',
  'calflops',
] as const satisfies readonly ToolName[];
