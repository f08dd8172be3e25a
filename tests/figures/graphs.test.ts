import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/engine/index.ts';
import {
  branchingProgram,
  compileStages,
  exampleCall,
  graphStages,
  planMemory,
  runEagerly,
  traced,
} from '../../src/engine/index.ts';
import {
  GraphPicture,
  graphLayout,
  MemoryPlanPicture,
  TapeAndGraph,
  tapeAndGraphWords,
} from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';
import { languageTag, locales } from '../../src/i18n/index.ts';

const recordingOf = (value: number, rows: number, steps: number): Recording =>
  runEagerly(branchingProgram, exampleCall({ value, rows, steps }));
const recording = recordingOf(1, 2, 2);
const graph = traced(recording);
const stages = compileStages(graph);
const show = formatterFor('en');

describe('TapeAndGraph', () => {
  it.each(locales)('is drawn as kept (%s)', async (locale) => {
    const svg = render(
      h(TapeAndGraph, {
        recording,
        words: tapeAndGraphWords[locale],
        show: formatterFor(languageTag[locale]),
      }),
    );
    await expect(svg).toMatchFileSnapshot(`../golden/tape-and-graph.${locale}.svg`);
  });

  it('has a dot for each of the ten operations a gradient goes through, full for the five that keep something', () => {
    const svg = render(h(TapeAndGraph, { recording, words: tapeAndGraphWords.en, show }));
    expect(svg.match(/<circle/g)).toHaveLength(10);
    expect(svg.match(/class="keeps"/g)).toHaveLength(5);
    expect(svg.match(/class="kernel/g)).toHaveLength(4);
  });
});

describe('graphLayout', () => {
  it('shows every traced operation at every stage, and says what became of it', () => {
    const states = graphStages.map((stage) => {
      const { rows } = graphLayout(graph, stages[stage]);
      return ['runs', 'folded', 'dropped'].map((state) => rows.filter((row) => row.state === state).length);
    });
    expect(states).toEqual([
      [12, 0, 0],
      [11, 1, 0],
      [9, 1, 2],
      [9, 1, 2],
    ]);
  });

  it('lets results flow downwards only, between frames that do not overlap', () => {
    for (const steps of [0, 1, 6]) {
      for (const value of [-1, 1]) {
        const own = traced(recordingOf(value, 3, steps));
        for (const stage of graphStages) {
          const { kernels, flows } = graphLayout(own, compileStages(own)[stage]);
          expect(flows.every(({ from, to }) => from < to)).toBe(true);
          kernels.slice(1).forEach(({ first }, index) => {
            expect(first).toBeGreaterThan(kernels[index]?.last ?? NaN);
          });
        }
      }
    }
  });
});

describe('GraphPicture', () => {
  it.each(graphStages)('is drawn as kept (%s)', async (stage) => {
    const svg = render(h(GraphPicture, { traced: graph, graph: stages[stage], title: stage }));
    await expect(svg).toMatchFileSnapshot(`../golden/graph-${stage}.svg`);
  });
});

describe('MemoryPlanPicture', () => {
  const drawn = (stage: (typeof graphStages)[number]): string =>
    render(
      h(MemoryPlanPicture, { graph: stages[stage], scaleBytes: 48, title: 'plan', axis: 'kernels', show }),
    );

  it('is drawn as kept', async () => {
    await expect(drawn('fused')).toMatchFileSnapshot('../golden/memory-plan.svg');
  });

  it('has a bar for every planned result, inside the picture', () => {
    for (const stage of graphStages) {
      const tops = [
        ...drawn(stage).matchAll(/<rect class="result" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g),
      ];
      expect(tops).toHaveLength(planMemory(stages[stage]).arrays.length);
      for (const [, x, y, width] of tops) {
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(340);
        expect(Number(width)).toBeGreaterThan(0);
      }
    }
  });
});
