import { calflops, deepspeed } from './deepspeed.ts';
import { keras } from './keras.ts';
import { thop, thopEarlier, torchinfo } from './module-level.ts';
import { flopCounterMode, fvcore, ptflopsAten, pycls, timm, torchvision } from './operator-level.ts';
import { ptflopsPytorch } from './ptflops.ts';

/** The counting tools by name. */
export const countingTools = {
  torchvision,
  fvcore,
  timm,
  'ptflops pytorch': ptflopsPytorch,
  'ptflops aten': ptflopsAten,
  thop,
  'thop earlier': thopEarlier,
  torchinfo,
  'torch FlopCounterMode': flopCounterMode,
  deepspeed,
  calflops,
  keras,
  pycls,
} as const;

export type ToolName = keyof typeof countingTools;
