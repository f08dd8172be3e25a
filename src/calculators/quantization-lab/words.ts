import type { Locale } from '../../i18n/index.ts';
import type { Scheme } from './schemes.ts';
import type { FieldName } from './state.ts';

/** This calculator's words. */
interface Words {
  /** What the fields are for. */
  readonly inputs: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  /** Choices by field; what is missing is shown as it is. */
  readonly choices: Readonly<Partial<Record<string, string>>>;
  readonly layer: (of: string, shape: string) => string;
  readonly licence: (copyright: string, licence: string) => string;
  /** The name of the field for numbers with their shape, channels × numbers in each. */
  readonly shaped: (name: string, shape: string) => string;
  readonly parts: Readonly<Record<'tensor' | 'channel' | 'group', string>>;
  /** What the answer's numbers are. */
  readonly rows: Readonly<Record<'sqnr' | 'largestError' | 'scales' | 'codes', string>>;
  readonly exact: string;
  readonly weights: string;
  readonly codes: string;
  readonly logarithmic: string;
  readonly perChannel: string;
  readonly byChannel: string;
  readonly own: string;
  readonly shared: string;
  readonly excerpt: {
    readonly caption: string;
    readonly weight: string;
    readonly code: string;
    readonly restored: string;
    readonly error: string;
  };
  readonly table: {
    readonly caption: string;
    readonly scheme: string;
    readonly bits: string;
    readonly sqnr: string;
    readonly meanSquaredError: string;
    readonly largestError: string;
  };
  readonly schemes: (name: Scheme['name'], bits: string) => string;
}

type Names = Readonly<Partial<Record<Scheme['name'], string>>>;

const englishSchemes = (bits: string): Names => ({
  'tensor symmetric': `int${bits}, tensor, symmetric`,
  'tensor asymmetric': `int${bits}, tensor, asymmetric`,
  'tensor clipped': `int${bits}, tensor, middle 99.9%`,
  'channel symmetric': `int${bits}, channel, symmetric`,
  'channel asymmetric': `int${bits}, channel, asymmetric`,
  'group symmetric': `int${bits}, groups of 32`,
  nf4: 'NF4, blocks of 64',
});

const chineseSchemes = (bits: string): Names => ({
  'tensor symmetric': `int${bits}，逐张量，对称`,
  'tensor asymmetric': `int${bits}，逐张量，非对称`,
  'tensor clipped': `int${bits}，逐张量，中间 99.9%`,
  'channel symmetric': `int${bits}，逐通道，对称`,
  'channel asymmetric': `int${bits}，逐通道，非对称`,
  'group symmetric': `int${bits}，每组 32 个`,
  nf4: 'NF4，每块 64 个',
});

const formatNames: Names = {
  mxfp4: 'MXFP4',
  mxfp6_e2m3: 'MXFP6 E2M3',
  mxfp8_e4m3: 'MXFP8 E4M3',
  mxint8: 'MXINT8',
};

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    inputs: 'Weights and how to quantize them',
    fields: {
      source: 'Weights',
      numbers: 'Numbers, one channel a line',
      bits: 'Bits of a code',
      zero: 'Zero point',
      part: 'One scale for',
      range: 'Range',
      outlier: 'Outlier',
    },
    choices: {
      layer: 'a trained layer',
      pasted: 'your own numbers',
      symmetric: 'symmetric',
      asymmetric: 'asymmetric',
      tensor: 'the whole tensor',
      channel: 'each channel',
      group: 'each group of 32',
      full: 'all values',
      '99.9': 'middle 99.9%',
      '99': 'middle 99%',
      'least-error': 'least squared error',
    },
    layer: (of, shape) => `${of}: ${shape}.`,
    licence: (copyright, licence) => `${copyright}, ${licence}.`,
    shaped: (name, shape) => `${name}: ${shape}`,
    parts: { tensor: 'The whole tensor', channel: 'The first channel', group: 'The first group' },
    rows: {
      sqnr: 'SQNR',
      largestError: 'Largest error',
      scales: 'Scales',
      codes: 'Different codes in use',
    },
    exact: 'exact',
    weights: 'weights',
    codes: 'codes',
    logarithmic: 'Bar height: logarithm of the count',
    perChannel: 'SQNR of each channel in dB, channels in the order of their largest weight',
    byChannel: 'smallest channel → largest',
    own: 'a scale of its own',
    shared: 'one scale for all',
    excerpt: {
      caption: 'The first eight weights',
      weight: 'weight',
      code: 'code',
      restored: 'restored',
      error: 'error',
    },
    table: {
      caption: 'The same weights under every scheme',
      scheme: 'Scheme',
      bits: 'Bits per weight',
      sqnr: 'SQNR, dB',
      meanSquaredError: 'Mean squared error',
      largestError: 'Largest error',
    },
    schemes: (name, bits) => englishSchemes(bits)[name] ?? formatNames[name] ?? name,
  },
  zh: {
    inputs: '选择权重和量化方式',
    fields: {
      source: '权重',
      numbers: '数值，一行一个通道',
      bits: '编码位数',
      zero: '零点',
      part: '缩放因子的范围',
      range: '取值范围',
      outlier: '离群值',
    },
    choices: {
      layer: '训练好的一层',
      pasted: '自己粘贴的数',
      symmetric: '对称',
      asymmetric: '非对称',
      tensor: '整个张量一个',
      channel: '每个通道一个',
      group: '每 32 个权重一个',
      full: '全部值',
      '99.9': '中间 99.9%',
      '99': '中间 99%',
      'least-error': '平方误差最小',
    },
    layer: (of, shape) => `${of}：${shape}。`,
    licence: (copyright, licence) => `${copyright}，${licence}。`,
    shaped: (name, shape) => `${name}：${shape}`,
    parts: { tensor: '整个张量', channel: '第一个通道', group: '第一组' },
    rows: { sqnr: 'SQNR', largestError: '最大误差', scales: '缩放因子的个数', codes: '用到的编码种数' },
    exact: '无误差',
    weights: '权重',
    codes: '编码',
    logarithmic: '条高为个数的对数',
    perChannel: '各通道的 SQNR（dB），按通道内最大权重排列',
    byChannel: '从小通道到大通道',
    own: '各用各的缩放因子',
    shared: '共用一个缩放因子',
    excerpt: { caption: '前八个权重', weight: '权重', code: '编码', restored: '还原', error: '误差' },
    table: {
      caption: '同一批权重在各种方案下',
      scheme: '方案',
      bits: '每个权重的位数',
      sqnr: 'SQNR（dB）',
      meanSquaredError: '均方误差',
      largestError: '最大误差',
    },
    schemes: (name, bits) => chineseSchemes(bits)[name] ?? formatNames[name] ?? name,
  },
};
