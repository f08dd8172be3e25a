import type { JSX } from 'preact';
import type { TracedGraph } from '../../engine/index.ts';
import { GraphRows, rowHeight } from './GraphRows.tsx';
import { graphLayout } from './rows.ts';

interface Props {
  readonly traced: TracedGraph;
  /** The same after passes. */
  readonly graph: TracedGraph;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
}

const width = 250;

/** A graph with everything that passes have taken out of it still shown, so that stepping through them moves nothing. */
export function GraphPicture({ traced, graph, title }: Props): JSX.Element {
  const layout = graphLayout(traced, graph);
  return (
    <svg
      class="figure-graphs single"
      viewBox={`0 0 ${width} ${layout.rows.length * rowHeight + 2}`}
      role="img"
      aria-label={title}
    >
      <GraphRows layout={layout} left={0} top={1} width={width} />
    </svg>
  );
}
