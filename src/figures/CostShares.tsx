import type { JSX } from 'preact';
import { formatterFor } from '../format/index.ts';

/** What one part of a network costs; the bars show its share of each total. */
export interface CostPart {
  readonly name: string;
  /** A second line under the name, such as the size of its output. */
  readonly detail: string;
  readonly macs: number;
  readonly parameters: number;
  readonly activations: number;
}

interface Props {
  readonly parts: readonly CostPart[];
  /** What the picture shows, for readers who do not see it. */
  readonly title: string;
  /** Heads of the three columns. */
  readonly heads: Readonly<Record<'macs' | 'parameters' | 'activations', string>>;
  readonly languageTag: string;
}

const quantities = ['macs', 'parameters', 'activations'] as const;
/** Room for names as long as `layer4`; longer ones push the bars to the right. */
const leastLeft = 74;
const nameCharacterWidth = 7.4;
const columnWidth = 102;
const longestBar = 58;
const rowHeight = 34;
const top = 26;

/** Shares of multiply-adds, parameters and activations by part of a network, one scale for all bars. */
export function CostShares({ parts, title, heads, languageTag }: Props): JSX.Element {
  const show = formatterFor(languageTag);
  const shares = quantities.map((quantity) => {
    const total = parts.reduce((sum, part) => sum + part[quantity], 0);
    return parts.map((part) => part[quantity] / total);
  });
  const longest = Math.max(...shares.flat());
  const longestName = Math.max(...parts.map(({ name }) => widthOf(name)));
  const left = Math.max(leastLeft, nameCharacterWidth * (longestName + 1));
  const height = top + rowHeight * parts.length;
  return (
    <svg
      class="figure-cost-shares"
      viewBox={`0 0 ${left + columnWidth * quantities.length} ${height}`}
      role="img"
      aria-label={title}
    >
      {quantities.map((quantity, column) => (
        <g key={quantity} class={`q-${quantity}`}>
          <text x={left + column * columnWidth} y="13" class="head">
            {heads[quantity]}
          </text>
          <path d={`M${left + column * columnWidth} ${top - 4}V${height}`} class="axis" />
          {(shares[column] ?? []).map((share, row) => {
            const width = (longestBar * share) / longest;
            const y = top + row * rowHeight;
            return (
              <g key={row}>
                <rect x={left + column * columnWidth} y={y + 4} width={width} height="14" class="bar" />
                <text x={left + column * columnWidth + width + 4} y={y + 16} class="share">
                  {show.percent(share, 1)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {parts.map((part, row) => (
        <g key={part.name}>
          <text x="0" y={top + row * rowHeight + 13} class="name">
            {part.name}
          </text>
          <text x="0" y={top + row * rowHeight + 26} class="detail">
            {part.detail}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Characters a text takes the room of: Han are twice as wide as Latin. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
}
