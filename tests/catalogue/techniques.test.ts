import { describe, expect, it } from 'vitest';
import { layersOf } from '../../src/catalogue/account.ts';
import type { Technique } from '../../src/catalogue/techniques.ts';
import { noteOfTechnique, techniques } from '../../src/catalogue/techniques.ts';
import { anchorsOfNote } from '../../src/collections/index.ts';
import { locales } from '../../src/i18n/index.ts';

const pathsWith = (id: string, technique: Technique): string[] =>
  layersOf(id)
    .filter((layer) => layer.techniques.includes(technique))
    .map(({ path }) => path);

describe('techniques read off operators', () => {
  it('find the 3×3 of every ResNet-50 bottleneck but the first, which is not narrower than its input', () => {
    const found = pathsWith('resnet50', 'bottleneck');
    expect(found).toHaveLength(15);
    expect(found).not.toContain('layer1.0.conv2');
  });

  it('find the inverted bottlenecks of EfficientNet past their gates', () => {
    expect(pathsWith('efficientnet_b0', 'invertedBottleneck')).toHaveLength(15);
  });

  it('find both halves of a split kernel: 34 layers of 1×n or n×1 in Inception v3, 34 of R(2+1)D-18 in space and time', () => {
    expect(pathsWith('inception_v3', 'asymmetric')).toHaveLength(34);
    expect(pathsWith('r2plus1d_18', 'spaceTime')).toHaveLength(34);
  });

  it('tell depthwise from grouped, and find dilation and shuffles', () => {
    expect(pathsWith('resnext50_32x4d', 'grouped')).toHaveLength(16);
    expect(pathsWith('resnext50_32x4d', 'depthwise')).toEqual([]);
    expect(pathsWith('mobilenet_v1', 'depthwise')).toHaveLength(13);
    expect(pathsWith('shufflenet_v1_g3', 'channelShuffle')).toHaveLength(16);
    expect(pathsWith('deeplabv3_resnet50', 'dilated').length).toBeGreaterThan(3);
  });

  it('find none of them in VGG', () => {
    expect(layersOf('vgg16').flatMap((layer) => layer.techniques)).toEqual([]);
  });

  it.each(techniques)('lead to a note and a heading that exist: %s', (technique) => {
    const { slug, anchor } = noteOfTechnique[technique];
    for (const locale of locales) expect(anchorsOfNote(locale, slug)?.has(anchor)).toBe(true);
  });
});
