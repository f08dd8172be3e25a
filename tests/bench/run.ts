// Measures the built site and the engine against their budgets, prints every figure, and fails when one is over:
// `npm run bench`.
import { execFileSync } from 'node:child_process';
import { statSync, readdirSync } from 'node:fs';
import { noteSlugs } from '../site/pages.ts';
import { engineSpeed } from './engine-speed.ts';
import { slowestInputs } from './interaction.ts';
import { coreBytes, largestFamilyBytes } from './engine-weight.ts';
import { layerTableTimes } from './layer-table.ts';
import type { Measurement } from './measurement.ts';
import { weighPage } from './page-weight.ts';
import { searchMeasurements } from './search.ts';

function buildSeconds(): number {
  const start = performance.now();
  execFileSync('npm', ['run', 'build'], {
    stdio: 'ignore',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return (performance.now() - start) / 1000;
}

function fontBytes(): number {
  const fonts = readdirSync('dist/_astro').filter(
    (name) => name.endsWith('.woff2') && !name.startsWith('KaTeX'),
  );
  return fonts.reduce((total, name) => total + statSync(`dist/_astro/${name}`).size, 0);
}

async function* measurements(): AsyncGenerator<Measurement> {
  yield { what: 'building the whole site', measured: buildSeconds(), budget: 60, unit: 's' };
  yield { what: 'the Latin family', measured: fontBytes() / 1000, budget: 40, unit: 'kB' };
  for (const locale of ['en', 'zh']) {
    for (const slug of noteSlugs()) {
      const page = `/${locale}/${slug}/`;
      const weight = weighPage('dist', page);
      yield {
        what: `${page} script without its calculators`,
        measured: weight.scriptBytes / 1000,
        budget: 6,
        unit: 'kB',
      };
      yield { what: `${page} style`, measured: weight.styleBytes / 1000, budget: 12, unit: 'kB' };
      if (weight.calculators > 0) {
        const measured = weight.scriptWithCalculatorsBytes / 1000;
        yield { what: `${page} script with its calculators`, measured, budget: 35, unit: 'kB' };
      }
    }
  }
  yield* searchMeasurements();
  for (const locale of ['en', 'zh']) {
    const page = `/${locale}/architectures/efficientnet_v2_l/`;
    const { htmlBytes, scriptWithCalculatorsBytes, onDemandBytes, styleBytes } = weighPage('dist', page);
    const measured = (htmlBytes + scriptWithCalculatorsBytes + onDemandBytes + styleBytes) / 1000;
    yield { what: `${page} with all its script and style`, measured, budget: 150, unit: 'kB' };
  }
  for (const locale of ['en', 'zh']) {
    const page = `/${locale}/your-model/`;
    const { scriptBytes, scriptWithCalculatorsBytes, workerBytes } = weighPage('dist', page);
    const measured = (scriptWithCalculatorsBytes - scriptBytes + workerBytes) / 1000;
    yield { what: `${page} script of its own with its worker`, measured, budget: 35, unit: 'kB' };
  }
  const times = await layerTableTimes('dist');
  for (const [what, measured] of Object.entries(times)) {
    yield { what: `${what} the largest table of layers, 4× slower`, measured, budget: 100, unit: 'ms' };
  }
  const modules = (folder: string): string[] =>
    readdirSync(`src/engine/${folder}`).filter((name) => name !== 'index.ts');
  yield {
    what: 'the engine’s core',
    measured: (await coreBytes(modules('ops'))) / 1000,
    budget: 15,
    unit: 'kB',
  };
  const { family, bytes } = await largestFamilyBytes(modules('architectures'));
  yield {
    what: `the largest family with its operators, ${family}`,
    measured: bytes / 1000,
    budget: 15,
    unit: 'kB',
  };
  const speed = engineSpeed();
  yield {
    what: 'summaries of all architectures',
    measured: speed.allSummariesMilliseconds,
    budget: 200,
    unit: 'ms',
  };
  for (const { calculator, label, answerMilliseconds, allMilliseconds } of await slowestInputs()) {
    const all = `${allMilliseconds.toFixed(1)} ms with all that follows`;
    const what = `input to painted answer, four times slower: ${calculator}, ${label}; ${all}`;
    yield { what, measured: answerMilliseconds, budget: 16, unit: 'ms' };
  }
  yield { what: 'one convolution', measured: speed.oneConvolutionMicroseconds, budget: 10, unit: 'µs' };
}

let over = 0;
for await (const { what, measured, budget, unit } of measurements()) {
  const isOver = measured > budget;
  if (isOver) over++;
  console.log(
    `${isOver ? 'OVER' : 'ok  '}  ${measured.toFixed(2).padStart(8)} of ${budget} ${unit}  ${what}`,
  );
}
process.exitCode = over === 0 ? 0 : 1;
