import { activation, convolution, flatten, linear, pooling } from '../ops/index.ts';
import { defineArchitecture } from './architecture.ts';
import { channelsOf } from './blocks.ts';

/** Convolutions of each group by name and output channels; a max pooling ends the group. */
const groups = [
  [['conv1', 64]],
  [['conv2', 128]],
  [
    ['conv3a', 256],
    ['conv3b', 256],
  ],
  [
    ['conv4a', 512],
    ['conv4b', 512],
  ],
  [
    ['conv5a', 512],
    ['conv5b', 512],
  ],
] as const;

/**
 * C3D: eight 3×3×3 convolutions and two fully connected layers of 4096 on 16 frames of 112×112. With Sports-1M's 487
 * classes 79,991,015 parameters, 320.0 MB in float32.
 *
 * The first pooling keeps the frames; the last pads height and width at their ends, so that 7 becomes 4 and the
 * features 8192, as the authors' Caffe (which rounds up) has it.
 * Source: Tran et al. 2015, section 3.2 and figure 3.
 */
export const c3d = defineArchitecture({
  title: 'C3D',
  sources: ['tran2015'],
  input: [3, 16, 112, 112],
  classes: 487,
  grow: (net, { classes }) => {
    let value = net.input;
    groups.forEach((convolutions, index) => {
      for (const [name, outChannels] of convolutions) {
        const inChannels = channelsOf(value);
        value = net.chain(value, [
          [name, convolution({ inChannels, outChannels, kernel: [3, 3, 3], padding: [1, 1, 1] })],
          [`relu_${name}`, activation('relu')],
        ]);
      }
      const kernel = index === 0 ? [1, 2, 2] : [2, 2, 2];
      value = net.add(`pool${index + 1}`, pooling({ kind: 'max', kernel, ceilMode: true }), [value]);
    });
    const flat = net.add('flatten', flatten(), [value]);
    return net.chain(flat, [
      ['fc6', linear({ inFeatures: channelsOf(flat), outFeatures: 4096 })],
      ['relu_fc6', activation('relu')],
      ['fc7', linear({ inFeatures: 4096, outFeatures: 4096 })],
      ['relu_fc7', activation('relu')],
      ['fc8', linear({ inFeatures: 4096, outFeatures: classes })],
    ]);
  },
});
