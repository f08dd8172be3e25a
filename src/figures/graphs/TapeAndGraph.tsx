import type { JSX } from 'preact';
import type { Recording } from '../../engine/index.ts';
import { compileStages, traced } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { GraphRows, rowHeight } from './GraphRows.tsx';
import { graphLayout } from './rows.ts';
import { TapeRows } from './TapeRows.tsx';
import type { TapeAndGraphWords } from './words.ts';

interface Props {
  /** The run that is shown, and traced. */
  readonly recording: Recording;
  readonly words: TapeAndGraphWords;
  readonly show: Formatter;
}

const [width, middle, head] = [340, 166, 24];

/** One run twice: the tape of eager execution, and the graph that is left when it is traced and compiled. */
export function TapeAndGraph({ recording, words, show }: Props): JSX.Element {
  const graph = traced(recording);
  const { fused } = compileStages(graph);
  const height = head + recording.steps.length * rowHeight + 2;
  const tape = words.tape(show.integer(recording.steps.length));
  const kernels = words.graph(show.integer(fused.launches.length));
  return (
    <svg
      class="figure-graphs"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${tape}${words.and}${kernels}`}
    >
      <text class="head" x="0" y="13">
        {tape}
      </text>
      <text class="head" x={middle + 22} y="13">
        {kernels}
      </text>
      <TapeRows recording={recording} left={0} top={head} />
      <GraphRows layout={graphLayout(graph, fused)} left={middle} top={head} width={width - middle} />
    </svg>
  );
}
