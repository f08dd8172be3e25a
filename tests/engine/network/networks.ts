import type { Network } from '../../../src/engine/index.ts';
import { activation, add, convolution, NetworkBuilder, pooling } from '../../../src/engine/index.ts';

/** Input 1×4×4; a pointwise convolution to 2 channels, ReLU, a pointwise convolution back to 1: small enough to count by hand. */
export function threeSteps(): Network {
  const net = new NetworkBuilder([1, 4, 4]);
  return net.build(
    net.chain(net.input, [
      ['expand', convolution({ inChannels: 1, outChannels: 2, kernel: [1, 1] })],
      ['relu', activation('relu')],
      ['project', convolution({ inChannels: 2, outChannels: 1, kernel: [1, 1] })],
    ]),
  );
}

/**
 * The windows of slim's resnet_v1_50: unlike torchvision's, a stage strides in its *last* block (3×3, stride 2), the
 * fourth stage not at all. Channels do not matter to a receptive field, so there is one.
 */
export function slimResNet50(input: readonly number[]): Network {
  const net = new NetworkBuilder(input);
  const conv = (kernel: number, stride: number) =>
    convolution({
      inChannels: 1,
      outChannels: 1,
      kernel: [kernel, kernel],
      stride: [stride, stride],
      padding: 'same-upper',
    });
  let value = net.chain(net.input, [
    ['conv1', conv(7, 2)],
    ['pool1', pooling({ kind: 'max', kernel: [3, 3], stride: [2, 2], padding: 'same-upper' })],
  ]);
  [3, 4, 6, 3].forEach((blocks, stage) => {
    for (let block = 0; block < blocks; block++) {
      const path = `block${stage + 1}.${block}`;
      const stride = block === blocks - 1 && stage < 3 ? 2 : 1;
      const branch = net.add(`${path}.conv2`, conv(3, stride), [value]);
      const shortcut = stride === 1 ? value : net.add(`${path}.shortcut`, conv(1, stride), [value]);
      value = net.add(`${path}.add`, add(), [branch, shortcut]);
    }
  });
  return net.build(value);
}
