import type { NamedAnswer, NamesFile } from '../../src/search/names-file.ts';

const note = (
  at: string,
  title: string,
  names: string[],
  text: number,
  sections: NamedAnswer['sections'] = [],
): NamedAnswer => ({
  kind: 'note',
  at,
  title,
  names,
  foreign: [],
  sections: [{ anchor: '', text, names: [], foreign: [] }, ...sections],
});

/** A handful of names, as the build would write them, to test the order of results with. */
export const someNames: NamesFile = {
  index: 'test',
  program: 'test',
  answers: [
    note('dilated-convolution/', 'Dilated convolution', ['atrous convolution', '空洞卷积'], 0),
    note('grouped-convolution/', 'Grouped convolution', ['group conv'], 1),
    note('memory/', 'Memory beyond the weights', ['VRAM'], 2, [
      {
        anchor: 'kv-cache',
        text: 3,
        names: ['The key–value cache', 'KV cache'],
        foreign: ['键值缓存'],
      },
      {
        anchor: 'optimizer',
        text: 4,
        names: ['Gradients and the optimizer', 'How much GPU memory does training need?'],
        foreign: [],
      },
    ]),
    note('model-size/', 'Model size and parameter count', ['file size', '模型大小'], 5),
    {
      kind: 'term',
      at: 'glossary/#dilated-convolution',
      title: 'dilated convolution',
      names: ['trous'],
      foreign: ['扩张卷积'],
      note: 'dilated-convolution/',
      sections: [{ anchor: '', text: 6, names: [], foreign: [] }],
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
