import type {
  FrameworkColumn,
  frameworkKinds,
  frameworkStates,
  hardwareKinds,
  supports,
} from '../../collections/index.ts';
import type { Locale } from '../../i18n/index.ts';

type Names<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>;

/** This table's words. */
interface Words {
  readonly framework: string;
  readonly columns: Readonly<Record<FrameworkColumn, string>>;
  readonly kinds: Names<typeof frameworkKinds>;
  readonly states: Names<typeof frameworkStates>;
  readonly hardware: Names<typeof hardwareKinds>;
  readonly answers: Names<typeof supports>;
  /** Licences that are not SPDX identifiers. */
  readonly licences: Readonly<Record<string, string>>;
  readonly none: string;
  readonly since: (date: string) => string;
  readonly version: (version: string) => string;
  readonly released: (date: string) => string;
  readonly unverified: string;
  readonly all: string;
  readonly find: string;
  readonly filters: string;
  readonly sortBy: string;
  readonly shown: (shown: string, all: string) => string;
  readonly nothing: string;
  readonly sources: string;
  readonly sourcesOf: (name: string) => string;
  readonly checked: (date: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    framework: 'Name',
    columns: {
      firstRelease: 'First release',
      kind: 'Kind',
      maker: 'Maker',
      status: 'Status',
      licence: 'Licence',
      hardware: 'Hardware',
      formatsIn: 'Reads',
      formatsOut: 'Writes',
      float16: 'float16',
      int8: 'int8',
      dynamicShapes: 'Dynamic shapes',
    },
    kinds: {
      training: 'training framework',
      format: 'exchange format',
      compiler: 'compiler',
      runtime: 'runtime',
      serving: 'serving system',
    },
    states: { active: 'active', maintenance: 'maintenance only', retired: 'retired' },
    hardware: {
      cpu: 'CPU',
      'nvidia-gpu': 'NVIDIA GPU',
      'amd-gpu': 'AMD GPU',
      'intel-gpu': 'Intel GPU',
      'apple-gpu': 'Apple GPU',
      'mobile-gpu': 'mobile GPU',
      gpu: 'GPU, unspecified',
      tpu: 'TPU',
      npu: 'NPU',
      backend: 'that of its backend',
    },
    answers: { yes: 'yes', partly: 'partly', no: 'no' },
    licences: { 'closed-core': 'closed core' },
    none: 'none',
    since: (date) => ` since ${date}`,
    version: (version) => `, ${version}`,
    released: (date) => ` (${date})`,
    unverified: 'not verified',
    all: 'all',
    find: 'Containing',
    filters: 'Show only',
    sortBy: 'Sort by',
    shown: (shown, every) => `${shown} of ${every} shown`,
    nothing: 'No framework here fits all of these.',
    sources: 'Sources',
    sourcesOf: (name) => `Sources of ${name}`,
    checked: (date) => `checked ${date}`,
  },
  zh: {
    framework: '名称',
    columns: {
      firstRelease: '首次发布',
      kind: '类别',
      maker: '开发方',
      status: '状态',
      licence: '许可证',
      hardware: '硬件',
      formatsIn: '读取格式',
      formatsOut: '输出格式',
      float16: 'float16',
      int8: 'int8',
      dynamicShapes: '动态形状',
    },
    kinds: {
      training: '训练框架',
      format: '交换格式',
      compiler: '编译器',
      runtime: '推理引擎',
      serving: '推理服务',
    },
    states: { active: '活跃', maintenance: '仅维护', retired: '已退役' },
    hardware: {
      cpu: 'CPU',
      'nvidia-gpu': 'NVIDIA GPU',
      'amd-gpu': 'AMD GPU',
      'intel-gpu': 'Intel GPU',
      'apple-gpu': 'Apple GPU',
      'mobile-gpu': '移动端 GPU',
      gpu: 'GPU（厂商未注明）',
      tpu: 'TPU',
      npu: 'NPU',
      backend: '取决于后端',
    },
    answers: { yes: '支持', partly: '部分支持', no: '不支持' },
    licences: { 'closed-core': '核心闭源' },
    none: '无',
    since: (date) => `（${date} 起）`,
    version: (version) => `，${version}`,
    released: (date) => `（${date}）`,
    unverified: '未核实',
    all: '全部',
    find: '包含文字',
    filters: '筛选',
    sortBy: '排序',
    shown: (shown, every) => `共 ${every} 个，显示 ${shown} 个`,
    nothing: '没有同时满足这些条件的框架。',
    sources: '来源',
    sourcesOf: (name) => `${name} 的来源`,
    checked: (date) => `核对于 ${date}`,
  },
};
