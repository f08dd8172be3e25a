import type { FrozenDecision, GraphStage } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly program: string;
  readonly eager: string;
  readonly traced: string;
  readonly called: string;
  readonly controls: Readonly<Record<'start' | 'back' | 'step' | 'all', string>>;
  readonly progress: (done: string, all: string) => string;
  readonly tapeCaption: string;
  readonly tapeHeads: readonly [string, string, string, string, string];
  /** Rows of a result beyond the first, which are equal to it. */
  readonly equalRows: (rows: string) => string;
  readonly stages: Readonly<Record<GraphStage, string>>;
  readonly picture: (operations: string, kernels: string) => string;
  readonly plan: (arena: string, separate: string) => string;
  readonly planAxis: string;
  readonly stageCaption: string;
  readonly stageHeads: readonly [string, string, string, string, string, string];
  readonly decisionHeads: readonly [string, string, string];
  readonly decisionCaption: string;
  readonly decision: Readonly<Record<FrozenDecision['about'], string>>;
  readonly values: (graph: string, eager: string) => string;
  readonly wrong: (difference: string) => string;
  readonly right: string;
  /** The same although decisions differ. */
  readonly lucky: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    fields: {
      value: 'x, traced call',
      rows: 'Rows, traced call',
      steps: 'steps, traced call',
      otherValue: 'x, other call',
      otherRows: 'Rows, other call',
      otherSteps: 'steps, other call',
    },
    program:
      'The program. x has two features, all values equal; W, g and b are weights. In the traced call it runs line by line:',
    eager: '1. Eagerly: every operation at once, and on the tape',
    traced: '2. Traced: the operations without Python, and what a compiler makes of them',
    called: '3. The graph, called with the other input',
    controls: { start: 'To the start', back: 'Step back', step: 'Step on', all: 'Run all' },
    progress: (done, all) => `${done} of ${all} operations run.`,
    tapeCaption:
      'Bytes of results in memory, with what the tape keeps; in brackets without a tape. A dash: no weight enters, so it is off the tape.',
    tapeHeads: ['Line', 'Operation', 'Value', 'Kept', 'Bytes'],
    equalRows: (rows) => `, ${rows} rows`,
    stages: {
      traced: 'Traced',
      folded: 'Constants folded',
      pruned: 'Dead code dropped',
      fused: 'Elementwise fused',
    },
    picture: (operations, kernels) => `Graph of ${operations} traced operations, ${kernels} kernels started.`,
    plan: (arena, separate) =>
      `Memory plan: ${arena} bytes hold results that take ${separate} when each has its own place.`,
    planAxis: 'kernels in the order they run →',
    stageCaption: 'One run of the traced call, float32. Results lie apart, or where the plan puts them.',
    stageHeads: ['Stage', 'Kernels', 'FLOPs', 'Bytes moved', 'Apart, bytes', 'Planned, bytes'],
    decisionHeads: ['Decided by Python', 'In the graph', 'This call needs'],
    decisionCaption: 'What tracing has frozen.',
    decision: { branch: 'branch', rounds: 'rounds of the loop', rows: 'divisor' },
    values: (graph, eager) => `The graph gives [${graph}]; run eagerly the program gives [${eager}].`,
    wrong: (difference) => `Off by up to ${difference}, and no error was raised.`,
    right: 'The same: every decision is as it was when the graph was traced.',
    lucky: 'The same, by luck: a decision differs and makes no difference to the values here.',
  },
  zh: {
    fields: {
      value: '跟踪时的 x',
      rows: '跟踪时的行数',
      steps: '跟踪时的 steps',
      otherValue: '再调用时的 x',
      otherRows: '再调用时的行数',
      otherSteps: '再调用时的 steps',
    },
    program: '程序如下。x 每行两个特征，所有值相等；W、g、b 是权重。跟踪时逐行执行：',
    eager: '1. 动态执行：算子立即执行，同时记上记录带（tape）',
    traced: '2. 跟踪：只留算子，不留 Python；再看编译器怎么改写',
    called: '3. 用另一组输入调用这张图',
    controls: { start: '回到开头', back: '上一步', step: '下一步', all: '全部执行' },
    progress: (done, all) => `${all} 个算子已执行 ${done} 个。`,
    tapeCaption: '字节数是内存中的结果，含记录带留住的；括号内是不记录时的。短横：没有权重参与，不上记录带。',
    tapeHeads: ['行', '算子', '值', '留住', '字节'],
    equalRows: (rows) => `，共 ${rows} 行`,
    stages: { traced: '刚跟踪完', folded: '常量折叠', pruned: '删去死代码', fused: '逐元素融合' },
    picture: (operations, kernels) => `跟踪到 ${operations} 个算子，启动 ${kernels} 个内核。`,
    plan: (arena, separate) => `内存规划：各占一处要 ${separate} 字节的结果，放进 ${arena} 字节。`,
    planAxis: '按执行顺序的内核 →',
    stageCaption: '跟踪时那次调用执行一遍，float32。结果或各占一处，或按规划摆放。',
    stageHeads: ['阶段', '内核', 'FLOPs', '搬运字节', '各占一处', '按规划'],
    decisionHeads: ['由 Python 决定', '图里的', '这次应为'],
    decisionCaption: '跟踪时定死的东西。',
    decision: { branch: '分支', rounds: '循环次数', rows: '除数' },
    values: (graph, eager) => `图给出 [${graph}]；动态执行给出 [${eager}]。`,
    wrong: (difference) => `最多相差 ${difference}，而且没有报错。`,
    right: '一样：每个决定都与跟踪时相同。',
    lucky: '碰巧一样：有决定不同，但在这里不影响数值。',
  },
};
