import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { architectureNamed, architectures, rowAt, summarize } from '../../../src/engine/index.ts';

describe('auxiliaryHeads', () => {
  it('adds two heads to GoogLeNet that hold parameters and do not run (13,004,888, Szegedy et al. 2015 with norms)', () => {
    const architecture = architectureNamed('googlenet');
    const without = summarize(architecture.build());
    const heads = summarize(architecture.build({ auxiliaryHeads: true }));
    expect([without.parameters, heads.parameters]).toEqual([6_624_904, 13_004_888]);
    expect(heads.macs).toBe(without.macs);
  });

  it('takes the head of Inception v3 away: 23,834,568 parameters', () => {
    const network = architectureNamed('inception_v3').build({ auxiliaryHeads: false });
    expect(summarize(network).parameters).toBe(23_834_568);
  });

  it('takes 9,990,739,200 MACs away from FCN ResNet-50, because torchvision runs that head in inference', () => {
    const architecture = architectureNamed('fcn_resnet50');
    const without = summarize(architecture.build({ auxiliaryHeads: false }));
    // 3×3 from 1024 to 256 and 1×1 to 21, at 65×65: 4225 · 256 · (9216 + 21).
    expect(summarize(architecture.build()).macs - without.macs).toBe(9_990_739_200);
  });

  it('is refused by a network without heads', () => {
    expect(() => architectureNamed('resnet50').build({ auxiliaryHeads: true })).toThrow(
      new RangeError('auxiliaryHeads must not be true: ResNet-50 has none'),
    );
  });
});

describe('widthMultiplier', () => {
  it('is refused by a network that was not published with one', () => {
    expect(() => architectureNamed('vgg16').build({ widthMultiplier: 0.5 })).toThrow(
      new RangeError('widthMultiplier must be 1 for VGG-16, not 0.5'),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (widthMultiplier) => {
    expect(() => architectureNamed('mobilenet_v2').build({ widthMultiplier })).toThrow(
      new RangeError(`widthMultiplier must be a positive number, not ${widthMultiplier}`),
    );
  });

  it('widens the last convolution of MobileNetV2 above 1 and leaves it below', () => {
    const lastChannels = [0.5, 1, 1.4].map((widthMultiplier) => {
      const summary = summarize(architectureNamed('mobilenet_v2').build({ widthMultiplier }));
      return rowAt(summary, 'features.18.0').outputShape[0];
    });
    expect(lastChannels).toEqual([1280, 1280, 1792]);
  });

  it.each([0.25, 0.5, 1.5, 2])('scales ShuffleNet to channels its groups divide (%d)', (widthMultiplier) => {
    for (const groups of [1, 2, 3, 4, 8]) {
      const network = architectureNamed(`shufflenet_v1_g${groups}`).build({ widthMultiplier });
      expect(summarize(network).outputShape).toEqual([1000]);
    }
  });
});

describe('classes and input', () => {
  const images = Object.entries(architectures).filter(([, { input }]) => input.length === 3);

  it.each(images.map(([name]) => name))('change nothing but the classifier of %s', (name) => {
    const architecture = architectureNamed(name);
    const parametersOf = (classes: number): number => summarize(architecture.build({ classes })).parameters;
    const perClass = parametersOf(11) - parametersOf(10);
    expect(perClass).toBeGreaterThan(0);
    expect(parametersOf(110) - parametersOf(10)).toBe(100 * perClass);
  });

  it('reads gray images when the input has one channel', () => {
    const gray = summarize(architectureNamed('resnet18').build({ input: [1, 224, 224] }));
    expect(summarize(architectureNamed('resnet18').build()).parameters - gray.parameters).toBe(64 * 2 * 49);
  });

  it('leave the parameters alone when the input grows', () => {
    const architecture = architectureNamed('efficientnet_b0');
    const [small, large] = [192, 320].map((side) =>
      summarize(architecture.build({ input: [3, side, side] })),
    );
    expect(large?.parameters).toBe(small?.parameters);
    expect(large?.macs).toBeGreaterThan(small?.macs ?? Infinity);
  });

  it('refuse an image too small for AlexNet', () => {
    expect(() => architectureNamed('alexnet').build({ input: [3, 32, 32] })).toThrow(RangeError);
  });
});

describe('convolutional classifiers on any image', () => {
  const names = [
    'resnet18',
    'squeezenet1_1',
    'densenet121',
    'shufflenet_v2_x0_5',
    'regnet_x_400mf',
    'googlenet',
  ];

  it('give one score per class and the same parameters, with more MACs the larger the image', () => {
    const side = fc.integer({ min: 64, max: 256 });
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        side,
        side,
        fc.integer({ min: 1, max: 20 }),
        (name, height, width, classes) => {
          const network = architectureNamed(name).build({ classes });
          const own = summarize(network, [3, height, width]);
          const larger = summarize(network, [3, height + 64, width]);
          expect(own.outputShape).toEqual([classes]);
          expect(own.parameters).toBe(larger.parameters);
          expect(own.macs).toBeLessThan(larger.macs);
        },
      ),
      { numRuns: 40 },
    );
  });
});
