import type { Locale } from '../../i18n/index.ts';
import type { Arm } from './experiment.ts';
import type { FieldName } from './state.ts';
import type { RunState } from './use-run.ts';

/** This calculator's words. */
interface Words {
  /** What the fields are for. */
  readonly inputs: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly start: string;
  readonly stop: string;
  readonly status: Readonly<Record<RunState['status'], (seed: string, seeds: string) => string>>;
  readonly arms: Readonly<Record<Arm, (first: string, last: string) => string>>;
  readonly plot: {
    readonly title: string;
    readonly loss: string;
    readonly accuracy: string;
    readonly axis: (epochs: string) => string;
  };
  readonly table: {
    readonly caption: (seeds: string) => string;
    readonly schedule: string;
    readonly updates: string;
    readonly loss: string;
    readonly accuracy: string;
    readonly seconds: string;
  };
  readonly diverged: string;
  readonly range: (least: string, most: string) => string;
  readonly verdict: {
    readonly updates: (growing: string, fixed: string) => string;
    readonly accuracy: (growing: string, fixed: string) => string;
    readonly within: (difference: string, spread: string) => string;
    readonly beyond: (difference: string, spread: string) => string;
    readonly oneSeed: string;
    readonly oneDigit: (digits: string, points: string) => string;
    readonly time: string;
  };
  readonly waiting: string;
  readonly data: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    inputs: 'The next run',
    fields: {
      epochs: 'Epochs',
      batch: 'Batch at the start',
      learningRate: 'Learning rate',
      interval: 'Epochs in a stage',
      batchFactor: 'Batch times',
      learningRateFactor: 'Rate times',
      seeds: 'Seeds',
    },
    start: 'Train in this page',
    stop: 'Stop',
    status: {
      built: () => 'Shown: the run made when this page was built. Nothing runs here until you ask.',
      running: (seed, seeds) => `Training, seed ${seed} of ${seeds}.`,
      stopped: (seed, seeds) => `Stopped at seed ${seed} of ${seeds}.`,
      done: (_, seeds) => `Done in your browser. Seeds for each schedule: ${seeds}.`,
      failed: () => 'The run failed: the worker or the digits could not be loaded.',
    },
    arms: {
      fixed: (first) => `fixed batch ${first}`,
      growing: (first, last) => `growing batch ${first} to ${last}`,
      large: (_, last) => `batch ${last} from the start, rate scaled up`,
    },
    plot: {
      title: 'Training loss and test accuracy of three schedules, epoch by epoch, a line for each seed.',
      loss: 'training loss, logarithmic',
      accuracy: 'test accuracy',
      axis: (epochs) => `epoch ${epochs}`,
    },
    table: {
      caption: (seeds) =>
        `At the end: mean over the seeds (${seeds} of them) and, below it, the least to the greatest`,
      schedule: 'Schedule',
      updates: 'Updates',
      loss: 'Training loss',
      accuracy: 'Test accuracy',
      seconds: 'Seconds',
    },
    diverged: 'out of range',
    range: (least, most) => `${least} to ${most}`,
    verdict: {
      updates: (growing, fixed) => `${growing} updates against ${fixed} with a fixed batch.`,
      accuracy: (growing, fixed) => `Test accuracy ${growing} against ${fixed}.`,
      within: (difference, spread) =>
        `The means are ${difference} points apart; with the batch fixed, the seed alone moves the result by ${spread}. So no difference is shown.`,
      beyond: (difference, spread) =>
        `The means are ${difference} points apart, more than the ${spread} by which the seed alone moves the result with the batch fixed.`,
      oneSeed: 'One seed cannot tell a schedule’s effect from chance: take more.',
      oneDigit: (digits, points) => `One of the ${digits} test digits is ${points} points.`,
      time: 'Time here does not follow the updates: this page takes one sample after another, so a larger batch is no faster. On hardware that computes a batch side by side it would be.',
    },
    waiting: 'The table appears when the first seed is through.',
    data: '1,797 handwritten digits of 8×8 pixels; every fifth is kept for the test. A network with 64 inputs, 32 hidden ReLUs and 10 classes; plain SGD. Runs of a seed start from the same weights and see the samples in the same order.',
  },
  zh: {
    inputs: '下一次训练',
    fields: {
      epochs: '总轮数',
      batch: '起始批大小',
      learningRate: '学习率',
      interval: '每段轮数',
      batchFactor: '批大小乘以',
      learningRateFactor: '学习率乘以',
      seeds: '随机种子数',
    },
    start: '在本页训练',
    stop: '停止',
    status: {
      built: () => '现在显示的是生成本页时跑出的结果。不点按钮，页面不会开始训练。',
      running: (seed, seeds) => `正在训练：第 ${seed} 个种子，共 ${seeds} 个。`,
      stopped: (seed, seeds) => `已停止：第 ${seed} 个种子，共 ${seeds} 个。`,
      done: (_, seeds) => `已在你的浏览器里跑完，每种调度 ${seeds} 个种子。`,
      failed: () => '没有跑成：工作线程或数据没能加载。',
    },
    arms: {
      fixed: (first) => `固定批 ${first}`,
      growing: (first, last) => `批逐段增大 ${first} → ${last}`,
      large: (_, last) => `一开始就用批 ${last}，学习率同比放大`,
    },
    plot: {
      title: '三种调度逐轮的训练损失和测试准确率，每个种子一条线。',
      loss: '训练损失（对数）',
      accuracy: '测试准确率',
      axis: (epochs) => `第 ${epochs} 轮`,
    },
    table: {
      caption: (seeds) => `结束时：${seeds} 个种子的均值，下面一行是最小到最大`,
      schedule: '调度',
      updates: '更新次数',
      loss: '训练损失',
      accuracy: '测试准确率',
      seconds: '秒',
    },
    diverged: '数值溢出',
    range: (least, most) => `${least} 到 ${most}`,
    verdict: {
      updates: (growing, fixed) => `更新 ${growing} 次，固定批是 ${fixed} 次。`,
      accuracy: (growing, fixed) => `测试准确率 ${growing}，固定批是 ${fixed}。`,
      within: (difference, spread) =>
        `两者均值相差 ${difference} 个百分点；固定批时，单是换种子就会让结果变动 ${spread} 个百分点。因此看不出差别。`,
      beyond: (difference, spread) =>
        `两者均值相差 ${difference} 个百分点，超过固定批时换种子带来的 ${spread} 个百分点。`,
      oneSeed: '只有一个种子，分不清是调度的作用还是偶然，请多取几个。',
      oneDigit: (digits, points) => `测试集有 ${digits} 个数字，一个就是 ${points} 个百分点。`,
      time: '这里的用时不随更新次数减少：本页逐个样本计算，批再大也不会更快。换成能并行计算一个批的硬件才会。',
    },
    waiting: '第一个种子跑完后，这里会出现表格。',
    data: '1,797 个手写数字，8×8 像素，每五个留一个作测试。网络有 64 个输入、32 个隐藏 ReLU 单元和 10 个类别，用普通 SGD 训练。同一种子的各次训练从同一组权重出发，样本顺序也相同。',
  },
};
