import type { NamedAnswer, NamesFile } from '../../src/search/names-file.ts';

const note = (
  at: string,
  title: string,
  names: string[],
  sections: NamedAnswer['sections'] = [],
): NamedAnswer => ({
  kind: 'note',
  at,
  title,
  names,
  foreign: [],
  sections: [{ anchor: '', id: `en_${at}`, names: [], foreign: [] }, ...sections],
});

/** A handful of names, as the build would write them, to test the order of results with. */
export const someNames: NamesFile = {
  build: 'test',
  answers: [
    note('dilated-convolution/', 'Dilated convolution', ['atrous convolution', '空洞卷积']),
    note('grouped-convolution/', 'Grouped convolution', ['group conv']),
    note(
      'memory/',
      'Memory beyond the weights',
      ['VRAM'],
      [
        {
          anchor: 'kv-cache',
          id: 'en_kv',
          names: ['The key–value cache', 'KV cache'],
          foreign: ['键值缓存'],
        },
        {
          anchor: 'optimizer',
          id: 'en_optimizer',
          names: ['Gradients and the optimizer', 'How much GPU memory does training need?'],
          foreign: [],
        },
      ],
    ),
    note('model-size/', 'Model size and parameter count', ['file size', '模型大小']),
    {
      kind: 'term',
      at: 'glossary/#dilated-convolution',
      title: 'dilated convolution',
      names: ['trous'],
      foreign: ['扩张卷积'],
      note: 'dilated-convolution/',
      sections: [{ anchor: '', id: 'en_term', names: [], foreign: [] }],
    },
    {
      kind: 'architecture',
      at: 'architectures/resnet50/',
      title: 'ResNet-50',
      names: ['resnet_50'],
      foreign: [],
      sections: [],
    },
  ],
};
