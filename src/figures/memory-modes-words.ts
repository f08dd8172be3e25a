import type { Locale } from '../i18n/index.ts';
import type { MemoryMode } from '../engine/index.ts';

/** Labels of the figure of a network's memory in every mode. */
export interface MemoryModesWords {
  readonly label: Readonly<Record<MemoryMode, (peak: string) => string>>;
  readonly steps: string;
  readonly title: (network: string) => string;
}

export const memoryModesWords: Readonly<Record<Locale, MemoryModesWords>> = {
  en: {
    label: {
      inference: (peak) => `inference, at most ${peak}`,
      training: (peak) => `training, at most ${peak}`,
      checkpointing: (peak) => `training, checkpointed, at most ${peak}`,
    },
    steps: 'steps in the order they run →',
    title: (network) => `Activations of ${network} in memory at every step.`,
  },
  zh: {
    label: {
      inference: (peak) => `推理，最多 ${peak}`,
      training: (peak) => `训练，最多 ${peak}`,
      checkpointing: (peak) => `训练（重计算），最多 ${peak}`,
    },
    steps: '各步，按执行顺序 →',
    title: (network) => `${network} 每一步时内存中的激活值。`,
  },
};
