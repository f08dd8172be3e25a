import { loadFacts } from '../collections/index.ts';
import type { Reading, Summary } from '../engine/index.ts';
import {
  architectureNamed,
  bytesPerMebibyte,
  evaluate,
  flopsAtTwoPerMac,
  multipliersRatioFormula,
  product,
  readingSteps,
  summarize,
} from '../engine/index.ts';
import type { Formatter } from '../format/index.ts';

/** Bytes of a float32 value. */
const float32Bytes = 4;

/** The values that the rows of content/errata.yaml name, worked out and written in a language. */
export function errataValues(show: Formatter): Readonly<Record<string, string>> {
  const facts = loadFacts();
  const fact = (id: string): number => {
    const row = facts.get(id);
    if (row === undefined) throw new Error(`no row of content/facts is called ${id}`);
    return row.value;
  };
  const integer = (value: number): string => show.integer(value);
  const exact = (name: string, reading: Reading): number =>
    readingSteps(name, reading).reduce((total, { amount }) => total + amount, 0);
  const count = (name: string, reading: Reading): string => integer(exact(name, reading));
  const mobile = (side: number): string =>
    count('mobilenet_v1', { counter: 'macs', widthMultiplier: 0.25, input: [3, side, side] });
  const small = { input: [3, 224, 224] } as const;
  const resnet = summarize(architectureNamed('resnet50').build());
  const vggBytes = float32Bytes * storedValues(summarize(architectureNamed('vgg16').build()));
  const p3d = summarize(architectureNamed('p3d199').build()).parameters;
  const fileBytes = fact('torchvision-resnet50-file') * bytesPerMebibyte;
  const vitProducts = readingSteps('vit_b_16', { counter: 'calflops' }).find(
    ({ name }) => name === 'unseenProducts',
  );
  const linearAdditions = readingSteps('resnet50', { counter: 'thop earlier' }).find(
    ({ name }) => name === 'linearAdditions',
  );
  const lite4 = {
    printed: fact('int8-efficientnet-lite4-fp32-top1'),
    measured: fact('int8-efficientnet-lite4-fp32-measured'),
    int8: fact('int8-efficientnet-lite4-int8-top1'),
  };
  const [alpha, rho, channels, kernel] = [0.5, 0.5, 64, 3];
  return {
    ptflops224: count('inception_v3', { counter: 'ptflops pytorch', ...small }),
    aten224: count('inception_v3', { counter: 'ptflops aten', ...small }),
    ptflops299: count('inception_v3', { counter: 'ptflops pytorch' }),
    aten299: count('inception_v3', { counter: 'ptflops aten' }),
    vit: count('vit_b_16', { counter: 'macs' }),
    vitProducts: integer(-(vitProducts?.amount ?? NaN)),
    resnetAten: count('resnet50', { counter: 'ptflops aten' }),
    resnetPtflops: count('resnet50', { counter: 'ptflops pytorch' }),
    alexCalflops: show.prefixed(exact('alexnet', { counter: 'calflops' }), 'FLOPs', 4),
    alexMacs: show.prefixed(exact('alexnet', { counter: 'macs' }), 'MACs', 4),
    alexTraining: show.prefixed(exact('alexnet', { counter: 'calflops', backward: true }), 'FLOPs', 4),
    alexTrainingMacs: show.prefixed(exact('alexnet', { counter: 'macs', backward: true }), 'MACs', 4),
    alexMacsExact: count('alexnet', { counter: 'calflops', number: 'macs' }),
    dense161: count('densenet161', { counter: 'calflops' }),
    dense169: integer(summarize(architectureNamed('densenet169').build()).parameters),
    resnet101: count('resnet101', { counter: 'calflops' }),
    inceptionCalflops: count('inception_v3', { counter: 'calflops', ...small }),
    resnetThop: count('resnet50', { counter: 'thop' }),
    resnetThopEarlier: count('resnet50', { counter: 'thop earlier' }),
    linearAdditions: integer(linearAdditions?.amount ?? NaN),
    resnetMacs: integer(resnet.macs),
    resnetFlops: show.prefixed(flopsAtTwoPerMac(resnet.macs), 'FLOPs'),
    resnetMib: show.mebibytes(fileBytes, 1),
    resnetMb: show.megabytes(fileBytes, 1),
    convnext384: count('convnext_base', { counter: 'macs', input: [3, 384, 384] }),
    mobilenet: count('mobilenet_v1', { counter: 'macs' }),
    mobile224: mobile(224),
    mobile192: mobile(192),
    mobile160: mobile(160),
    resnetV1: count('resnet50', { counter: 'macs', strideInFirst: true }),
    resnetNoProjections: count('resnet50', {
      counter: 'macs',
      strideInFirst: true,
      leftOut: ['projections'],
    }),
    vggValues: integer(vggBytes / float32Bytes),
    vggMb: show.megabytes(vggBytes),
    vggMib: show.mebibytes(vggBytes),
    multipliers: show.decimal(
      evaluate(multipliersRatioFormula.expression, { alpha, rho, C_out: channels, k_h: kernel, k_w: kernel }),
      4,
    ),
    multipliersPrinted: show.decimal((alpha * rho) / channels + (alpha * rho) ** 2 / kernel ** 2, 4),
    h100: `${show.trimmed(fact('h100-float16-sparse-peak') / 2, 1)}\u00a0TFLOP/s`,
    lite4Measured: `${show.trimmed(lite4.measured, 2)}%`,
    lite4Loss: show.decimal(lite4.measured - lite4.int8, 2),
    lite4Printed: show.decimal(lite4.printed - lite4.int8, 2),
    p3dParameters: integer(p3d),
    p3dMb: show.megabytes(float32Bytes * p3d, 1),
    p3dMib: show.mebibytes(float32Bytes * p3d, 1),
  };
}

/** Values of the input and of what convolutions, poolings and fully connected layers write, as the course lists them. */
function storedValues({ rows }: Summary): number {
  const listed = rows.filter(({ kind }) => ['convolution', 'maxPooling', 'linear'].includes(kind));
  return listed.reduce(
    (total, { outputElements }) => total + outputElements,
    product(rows[0]?.inputShapes[0] ?? []),
  );
}

/**
 * A text with its names in braces replaced by their values.
 * @throws Error naming a value that is not there.
 */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`errata.yaml: no value is called ${name}`);
    return value;
  });
}
