import { describe, expect, it } from 'vitest';
import { architectureNamed, rowAt, summarize } from '../../../src/engine/index.ts';

describe('video residual networks at 16×112×112', () => {
  // torchvision 0.21 weights metadata; the MACs to three decimals there.
  it.each([
    ['r3d_18', 33_371_472, 40.697],
    ['mc3_18', 11_695_440, 43.343],
    ['r2plus1d_18', 31_505_325, 40.519],
  ])('%s has %i parameters and %d GMACs', (name, parameters, gigaMacs) => {
    const summary = summarize(architectureNamed(name).build());
    expect(summary.parameters).toBe(parameters);
    expect(Math.round(summary.macs / 1e6) / 1e3).toBe(gigaMacs);
  });

  it('matches r3d_18 but for 633 parameters when each convolution has its own middle width', () => {
    expect(summarize(architectureNamed('r2plus1d_18_matched').build()).parameters).toBe(33_370_839);
  });

  it('takes 144 middle channels for 64 to 64 and 230 for 64 to 128 (Tran et al. 2018, section 3.5)', () => {
    const summary = summarize(architectureNamed('r2plus1d_18').build());
    expect(rowAt(summary, 'layer1.0.conv1.0.0').outputShape).toEqual([144, 16, 56, 56]);
    expect(rowAt(summary, 'layer2.0.conv1.0.0').outputShape).toEqual([230, 16, 28, 28]);
  });

  it('keeps all frames in mc3_18, whose later stages do not stride in time', () => {
    const summary = summarize(architectureNamed('mc3_18').build());
    expect(rowAt(summary, 'layer4.1.relu').outputShape).toEqual([512, 16, 7, 7]);
  });

  it('strides time in r3d_18 from the second stage on', () => {
    const summary = summarize(architectureNamed('r3d_18').build());
    expect(rowAt(summary, 'layer4.1.relu').outputShape).toEqual([512, 2, 7, 7]);
  });

  it('doubles the MACs before the classifier when the frames double', () => {
    const clip = architectureNamed('r3d_18');
    const classifierMacs = 512 * 400;
    const short = summarize(clip.build()).macs - classifierMacs;
    const long = summarize(clip.build({ input: [3, 32, 112, 112] })).macs - classifierMacs;
    expect(long).toBe(2 * short);
  });

  it('refuses an image', () => {
    expect(() => architectureNamed('r3d_18').build({ input: [3, 112, 112] })).toThrow(
      new RangeError('input must have 4 axes, not 3 ([3, 112, 112])'),
    );
  });
});

describe('s3d', () => {
  it('has 8,320,048 parameters and 17.979 GMACs at 16×224×224 (torchvision 0.21 weights metadata)', () => {
    const summary = summarize(architectureNamed('s3d').build());
    expect(summary.parameters).toBe(8_320_048);
    expect(Math.round(summary.macs / 1e6) / 1e3).toBe(17.979);
  });

  it('classifies at every position that the average pooling leaves', () => {
    const summary = summarize(architectureNamed('s3d').build({ input: [3, 64, 256, 256] }));
    expect(rowAt(summary, 'classifier.1').outputShape).toEqual([400, 7, 2, 2]);
    expect(summary.outputShape).toEqual([400]);
  });

  it('refuses fewer frames than the average pooling needs', () => {
    expect(() => architectureNamed('s3d').build({ input: [3, 8, 224, 224] })).toThrow(RangeError);
  });
});
