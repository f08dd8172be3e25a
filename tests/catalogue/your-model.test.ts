import { describe, expect, it } from 'vitest';
import { knownNetworks } from '../../src/catalogue/your-model/known-networks.ts';
import { matchesOf } from '../../src/catalogue/your-model/matching.ts';
import { cellText, shownName } from '../../src/catalogue/your-model/shown-name.ts';
import { bytesIn, sharesByDtype } from '../../src/catalogue/your-model/sizes.ts';
import {
  listedTensors,
  sortedBy,
  standardChoice,
  tensorCsv,
} from '../../src/catalogue/your-model/tensor-rows.ts';
import { yourModelWords } from '../../src/catalogue/your-model/words/index.ts';
import { architectureNamed, stateDictBytes, tensorDataBytes, tensorsOf } from '../../src/engine/index.ts';
import type { ModelTensor } from '../../src/model-files/index.ts';

const tensor = (name: string, shape: readonly number[], more: Partial<ModelTensor> = {}): ModelTensor => {
  const elements = shape.reduce((left, right) => left * right, 1);
  return { name, dtype: 'float32', shape, elements, bytes: 4 * elements, role: 'parameter', ...more };
};
const small = [
  tensor('conv.weight', [8, 3]),
  tensor('bn.weight', [8]),
  tensor('bn.running_mean', [8], { role: 'buffer' }),
  tensor('steps', [], { dtype: 'int64', bytes: 8, role: 'buffer' }),
];

describe('shownName', () => {
  it('leaves names as they are, in any script', () => {
    expect(shownName('layer1.0.conv1.weight')).toBe('layer1.0.conv1.weight');
    expect(shownName('编码器/权重 (é)')).toBe('编码器/权重 (é)');
  });

  it('writes out what would turn, hide or control text', () => {
    expect(shownName('a\u202Eb')).toBe('a\\u{202E}b');
    expect(shownName('a\u2066b\u200Bc\uFEFFd\u0000e\nf\u007Fg')).toBe(
      'a\\u{2066}b\\u{200B}c\\u{FEFF}d\\u{0}e\\u{A}f\\u{7F}g',
    );
    expect(shownName('\uD800')).toBe('\\u{D800}');
  });

  it('cuts at 200 characters, and none of them in half', () => {
    expect(shownName('x'.repeat(200))).toHaveLength(200);
    expect(shownName('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
    expect(shownName('😀'.repeat(300))).toBe(`${'😀'.repeat(200)}…`);
  });
});

describe('cellText', () => {
  it.each(['=1+1', '+1', '-1', '@x'])('keeps a spreadsheet from running %s', (name) => {
    expect(cellText(name)).toBe(`'${name}`);
  });
});

describe('bytesIn', () => {
  it('is the engine’s state dict in float32 and float16', () => {
    const network = architectureNamed('resnet18').build();
    const tensors = tensorsOf(network).map(({ name, shape, role, dtype }) =>
      tensor(name, shape, {
        dtype: dtype === 'int64' ? 'int64' : 'float32',
        bytes: tensorDataBytes({ shape, dtype }, 'float32'),
        role,
      }),
    );
    expect(bytesIn('float32', tensors)).toBe(stateDictBytes(network, 'float32'));
    expect(bytesIn('float16', tensors)).toBe(stateDictBytes(network, 'float16'));
  });

  it('has in int8 a byte for a code and a float32 scale for a channel, and float32 for vectors', () => {
    expect(bytesIn('int8', small)).toBe(24 + 4 * 8 + 4 * 8 + 4 * 8 + 8);
  });
});

describe('sharesByDtype', () => {
  it('adds up tensors, values and bytes, the most bytes first', () => {
    expect(sharesByDtype(small)).toEqual([
      { dtype: 'float32', tensors: 3, elements: 40, bytes: 160 },
      { dtype: 'int64', tensors: 1, elements: 1, bytes: 8 },
    ]);
  });
});

describe('listedTensors', () => {
  it('finds part of a name in any case, and one number format', () => {
    expect(listedTensors(small, { ...standardChoice, find: ' BN. ' }).map(({ name }) => name)).toEqual([
      'bn.weight',
      'bn.running_mean',
    ]);
    expect(listedTensors(small, { ...standardChoice, dtype: 'int64' })).toHaveLength(1);
  });

  it('sorts numbers from the largest, then from the smallest, then as in the file', () => {
    const down = sortedBy(standardChoice, 'elements');
    const up = sortedBy(down, 'elements');
    expect(listedTensors(small, down)[0]?.name).toBe('conv.weight');
    expect(listedTensors(small, up)[0]?.name).toBe('steps');
    expect(sortedBy(up, 'elements')).toEqual(standardChoice);
  });

  it('leaves an unknown size empty in the table for spreadsheets', () => {
    expect(tensorCsv([tensor('w', [2, 2], { dtype: 'ggml 40', bytes: undefined })])[1]).toEqual([
      'w',
      'ggml 40',
      '2×2',
      4,
      '',
      'parameter',
    ]);
  });
});

describe('matchesOf', () => {
  const networks = knownNetworks();

  it('names both networks that have 25,557,032 parameters', () => {
    const found = matchesOf({ parameters: 25_557_032, format: 'pytorch' }, networks);
    expect(found.map(({ network }) => network.id)).toEqual(['resnet50', 'resnet50_v1']);
  });

  it('knows a network by its parameters with the batch norms folded, in ONNX files alone', () => {
    // 53 norms of 26,560 channels: each leaves a bias in place of scale and shift.
    const parameters = 25_557_032 - 26_560;
    expect(matchesOf({ parameters, format: 'onnx' }, networks)[0]).toMatchObject({
      network: { id: 'resnet50' },
      folded: true,
    });
    expect(matchesOf({ parameters, format: 'safetensors' }, networks)).toEqual([]);
  });
});

describe('the words of the page', () => {
  it('have the same keys in both languages', () => {
    const keys = (value: object): unknown[] =>
      Object.entries(value).map(([key, held]: [string, unknown]) =>
        typeof held === 'object' && held !== null ? [key, keys(held)] : key,
      );
    expect(keys(yourModelWords.zh)).toEqual(keys(yourModelWords.en));
  });
});
