import type { LabelledSamples, PerceptronSizes } from '../../engine/index.ts';

/** The network that is trained: 64 pixels, 32 hidden units, ten digits. */
export const sizes = { inputs: 64, hidden: 32, classes: 10 } as const satisfies PerceptronSizes;

/** A pixel counts the inked ones of 4×4, 0 to 16. */
const darkestPixel = 16;

/** Every fifth sample is kept for the test. */
const testEvery = 5;

/** The digits, apart for training and test. */
export interface Digits {
  readonly training: LabelledSamples;
  readonly test: LabelledSamples;
}

const line = /^[0-9a-g]{64} [0-9]$/;

/**
 * Reads the text of `content/data-sets/handwritten-digits.txt`; pixels come out between 0 and 1.
 * @throws RangeError naming the line that is no sample.
 */
export function readDigits(text: string): Digits {
  const lines = text.split('\n').filter((each) => each !== '' && !each.startsWith('#'));
  lines.forEach((each, index) => {
    if (!line.test(each)) throw new RangeError(`sample ${index} is not 64 pixels and a digit`);
  });
  return {
    training: samplesOf(lines.filter((_, index) => index % testEvery !== 0)),
    test: samplesOf(lines.filter((_, index) => index % testEvery === 0)),
  };
}

function samplesOf(lines: readonly string[]): LabelledSamples {
  const pixels = Array.from(lines.map((each) => each.slice(0, sizes.inputs)).join(''));
  return {
    values: Float64Array.from(pixels, (digit) => Number.parseInt(digit, darkestPixel + 1) / darkestPixel),
    labels: Uint8Array.from(lines, (each) => Number(each.slice(sizes.inputs))),
  };
}
