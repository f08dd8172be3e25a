import { calflops, deepspeed } from './deepspeed.ts';
import { keras } from './keras.ts';
import { thop, torchinfo } from './module-level.ts';
import { flopCounterMode, fvcore, ptflopsAten, timm, torchvision } from './operator-level.ts';
import { ptflopsPytorch } from './ptflops.ts';

/** The counting tools by name. */
export const countingTools = {
  torchvision,
  fvcore,
  timm,
  'ptflops pytorch': ptflopsPytorch,
  'ptflops aten': ptflopsAten,
  thop,
  torchinfo,
  'torch FlopCounterMode': flopCounterMode,
  deepspeed,
  calflops,
  keras,
} as const;

export type ToolName = keyof typeof countingTools;
