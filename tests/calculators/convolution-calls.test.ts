import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsFor } from '../../src/calculators/convolution/calls/index.ts';
import type { FieldName } from '../../src/calculators/convolution/fields.ts';
import { fields } from '../../src/calculators/convolution/fields.ts';
import { presetsFor } from '../../src/calculators/convolution/preset-layers.ts';
import { presetOf } from '../../src/calculators/convolution/presets.ts';
import { readConvolution } from '../../src/calculators/convolution/state.ts';
import { standardTyped } from '../../src/calculators/shared/fields.ts';
import { at, effectiveKernel, kerasTransposedOutputSize } from '../../src/engine/index.ts';

type Typed = Partial<Record<FieldName, string>>;
const standard = standardTyped(fields);

function callsOf(changes: Typed): Record<string, string | undefined> {
  const { layer, checked } = readConvolution({ ...standard, ...changes });
  if (layer === undefined) throw new Error(`no layer: ${JSON.stringify(checked)}`);
  return Object.fromEntries(callsFor(layer).map(({ framework, code, note }) => [framework, code ?? note]));
}

describe('the calls', () => {
  it('are these for the standard case', () => {
    expect(callsOf({})).toEqual({
      PyTorch: 'nn.Conv2d(64, 64, kernel_size=3, padding=1, bias=False)',
      Keras: 'layers.Conv2D(64, 3, padding="same", use_bias=False)',
      'JAX/Flax': 'nnx.Conv(64, 64, kernel_size=(3, 3), padding=1, use_bias=False, rngs=rngs)',
      ONNX: 'helper.make_node("Conv", ["x", "w"], ["y"], kernel_shape=[3, 3], pads=[1, 1, 1, 1])  # w: 64×64×3×3',
    });
  });

  it('pad a strided layer by a layer of its own in Keras, whose same is another alignment', () => {
    const { Keras, ONNX } = callsOf({
      inChannels: '3',
      input: '224',
      kernel: '7',
      stride: '2',
      padding: '3',
    });
    expect(Keras).toBe(
      'keras.Sequential([\n    layers.ZeroPadding2D(((3, 3), (3, 3))),\n    layers.Conv2D(64, 7, strides=2, use_bias=False),\n])',
    );
    expect(ONNX).toContain('strides=[2, 2], pads=[3, 3, 3, 3]');
  });

  it('resolve the same of TensorFlow for PyTorch, the odd position at the end: 224, 3×3, stride 2', () => {
    const calls = callsOf({ input: '224', stride: '2', paddingRule: 'same-upper' });
    expect(calls.PyTorch).toBe(
      'nn.Sequential(\n    nn.ZeroPad2d((0, 1, 0, 1)),\n    nn.Conv2d(64, 64, kernel_size=3, stride=2, bias=False),\n)',
    );
    expect(calls.Keras).toBe('layers.Conv2D(64, 3, strides=2, padding="same", use_bias=False)');
    expect(calls.ONNX).toContain('auto_pad="SAME_UPPER"');
  });

  it('write 1×7 with (0, 3), last axis first in ZeroPad, ends behind the beginnings in ONNX', () => {
    const typed = { kernel: '1×7', paddingRule: 'uneven', padding: '0×3', paddingAfter: '0×2' };
    const calls = callsOf(typed);
    expect(calls.PyTorch).toContain('nn.ZeroPad2d((3, 2, 0, 0))');
    expect(calls.Keras).toContain('layers.ZeroPadding2D(((0, 0), (3, 2)))');
    expect(calls['JAX/Flax']).toContain('padding=((0, 0), (3, 2))');
    expect(calls.ONNX).toContain('pads=[0, 3, 0, 2]');
  });

  it('name what a framework does not have', () => {
    expect(callsOf({ stride: '2', dilation: '2' }).Keras).toBe('strideWithDilation');
    expect(callsOf({ kind: 'transposed', groups: '2' })['JAX/Flax']).toBe('noGroups');
  });

  it('are one separable layer in Keras and two convolutions elsewhere', () => {
    const calls = callsOf({ kind: 'separable', outChannels: '128', multiplier: '2', bias: 'yes' });
    expect(calls.Keras).toBe('layers.SeparableConv2D(128, 3, padding="same", depth_multiplier=2)');
    expect(calls.PyTorch).toBe(
      'nn.Sequential(\n    nn.Conv2d(64, 128, kernel_size=3, padding=1, groups=64, bias=False),\n    nn.Conv2d(128, 128, kernel_size=1),\n)',
    );
  });
});

const whole = (least: number, most: number): fc.Arbitrary<number> => fc.integer({ min: least, max: most });
/** The numbers behind a name in a call: `padding=2`, `ZeroPad1d((0, -1))`. */
const numbers = (code: string, name: string): number[] => {
  const [found = ''] = new RegExp(`${name}=?\\(*-?\\d+(?:, -?\\d+)?`).exec(code) ?? [];
  return [...found.slice(name.length).matchAll(/-?\d+/g)].map(([digits]) => Number(digits));
};

describe('a transposed layer', () => {
  it('comes out at the same size in PyTorch, Keras and Flax by their own rules', () => {
    const sizes = fc.record({
      input: whole(2, 12),
      kernel: whole(1, 6),
      stride: whole(1, 4),
      dilation: whole(1, 3),
      padding: whole(0, 3),
      paddingAfter: whole(0, 3),
      outputPadding: whole(0, 2),
      paddingRule: fc.constantFrom('even', 'uneven', 'valid', 'same-upper', 'same-lower'),
    });
    fc.assert(
      fc.property(sizes, (given) => {
        const typed = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
        const { layer } = readConvolution({ ...standard, ...typed, kind: 'transposed', axes: '1' });
        fc.pre(layer !== undefined);
        const wanted = at(at(layer.parts, 0).output, 1);
        const { input, kernel, stride, dilation } = given;
        const span = effectiveKernel(kernel, dilation);
        const spread = (input - 1) * stride + span;
        const [torch, keras, flax] = callsFor(layer).map(({ code }) => code ?? '');

        const [padding = 0] = numbers(torch ?? '', 'padding');
        const [outputPadding = 0] = numbers(torch ?? '', 'output_padding');
        const [begin = 0, end = 0] = numbers(torch ?? '', 'ZeroPad1d');
        expect(
          spread - 2 * (torch?.includes(' padding=') === true ? padding : 0) + outputPadding + begin + end,
        ).toBe(wanted);

        const [low = 0, high = 0] = numbers(flax ?? '', 'padding');
        expect((input - 1) * stride + 2 - span + low + high).toBe(wanted);

        if (keras === '') return;
        const rule = keras?.includes('"same"') === true ? 'same' : 'valid';
        const [cropBegin = 0, cropEnd = 0] = numbers(keras ?? '', 'Cropping1D');
        const whole = kerasTransposedOutputSize(input, { kernel, stride, dilation }, rule);
        expect(whole - cropBegin - cropEnd).toBe(wanted);
      }),
    );
  });
});

describe('the presets', () => {
  const presets = presetsFor('en');

  it('read their sizes from the architectures, and all are layers', () => {
    expect(presets.find(({ id }) => id === 'inception-1x7')?.typed).toMatchObject({
      inChannels: '128',
      outChannels: '128',
      input: '17',
      kernel: '1×7',
      padding: '0×3',
    });
    expect(presets.find(({ id }) => id === 'mobilenetv2-depthwise')?.typed).toMatchObject({
      kind: 'depthwise',
      inChannels: '144',
      input: '56',
    });
    for (const { typed } of presets) expect(() => callsOf(typed)).not.toThrow();
  });

  it('have a name in both languages, and the standard case is the first', () => {
    expect(presetsFor('zh').map(({ id }) => id)).toEqual(presets.map(({ id }) => id));
    expect(presetOf(presets, standard, standard)?.id).toBe('resnet50-3x3');
    expect(presetOf(presets, { ...standard, kernel: '9' }, standard)).toBeUndefined();
  });
});
