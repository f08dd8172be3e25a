import type { JSX } from 'preact';
import type { TracedGraph } from '../../engine/index.ts';
import { nodeOf, planMemory } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';

interface Props {
  readonly graph: TracedGraph;
  /** Bytes at the top of the picture, the same for all graphs that are compared. */
  readonly scaleBytes: number;
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  /** Name of the horizontal axis. */
  readonly axis: string;
  readonly show: Formatter;
}

const [width, plotHeight, left, foot] = [340, 88, 30, 18];

/** A planned block of memory: kernels from left to right, bytes upwards, every result while it is in use. */
export function MemoryPlanPicture({ graph, scaleBytes, title, axis, show }: Props): JSX.Element {
  const { arrays, arenaBytes } = planMemory(graph);
  const kernels = Math.max(1, graph.launches.length);
  const x = (kernel: number): number => round(left + ((width - left - 2) * kernel) / kernels);
  const y = (bytes: number): number => round(6 + plotHeight * (1 - bytes / Math.max(1, scaleBytes)));
  return (
    <svg
      class="figure-graphs plan"
      viewBox={`0 0 ${width} ${plotHeight + 8 + foot}`}
      role="img"
      aria-label={title}
    >
      <path class="axis" d={`M${left} ${y(0)}H${width - 2}`} />
      {[0, arenaBytes].map((bytes) => (
        <text key={bytes} class="tick" x={left - 5} y={y(bytes) + (bytes === 0 ? 0 : 9)}>
          {show.integer(bytes)}
        </text>
      ))}
      {arrays.map(({ id, bytes, offsetBytes, first, last }) => {
        const [start, end] = [x(first) + 0.75, x(last + 1) - 0.75];
        const { name } = nodeOf(graph, id);
        // Letters are about 6.2 wide; a name that does not fit is in the list of operations above.
        const fits = name.length * 6.2 + 4 < end - start && y(offsetBytes) - y(offsetBytes + bytes) > 12;
        return (
          <g key={id}>
            <rect
              class="result"
              x={start}
              y={y(offsetBytes + bytes)}
              width={round(end - start)}
              height={round(y(offsetBytes) - y(offsetBytes + bytes))}
            >
              <title>{name}</title>
            </rect>
            {fits && (
              <text x={start + 4} y={y(offsetBytes + bytes / 2) + 4}>
                {name}
              </text>
            )}
          </g>
        );
      })}
      <text class="axis-name" x={width - 2} y={plotHeight + 6 + foot}>
        {axis}
      </text>
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
