import type { PublishedCount } from '../collections/index.ts';
import { publishedCountsOf } from '../collections/index.ts';
import type { Explanation, ReconcileStep, ToolName } from '../engine/index.ts';
import {
  architectureNamed,
  canCount,
  countingStepsOfRows,
  countingTools,
  explain,
  summarize,
} from '../engine/index.ts';

/** What one tool counts of a network, as steps. */
export interface ToolCountRow {
  readonly tool: ToolName;
  readonly count: number;
  readonly steps: readonly ReconcileStep[];
}

/** The counts of one network that its pages list. */
export interface CountsOf {
  readonly tools: readonly ToolCountRow[];
  readonly published: readonly (PublishedCount & Explanation)[];
}

const known = new Map<string, CountsOf>();

/** The counts of an architecture, worked out once for both languages. */
export function countsOf(architecture: string): CountsOf {
  const counts = known.get(architecture) ?? workedOut(architecture);
  known.set(architecture, counts);
  return counts;
}

function workedOut(architecture: string): CountsOf {
  const network = architectureNamed(architecture).build();
  const { rows } = summarize(network);
  const tools = Object.keys(countingTools)
    .filter(isTool)
    .filter((tool) => canCount(tool, network))
    .map((tool) => {
      const steps = countingStepsOfRows(tool, rows).map(({ name, operations }) => ({
        name,
        amount: operations,
      }));
      return { tool, steps, count: steps.reduce((total, { amount }) => total + amount, 0) };
    });
  const published = publishedCountsOf(architecture).map((count) => ({
    ...count,
    ...explain(architecture, count.printed, count.reading),
  }));
  return { tools, published };
}

const isTool = (name: string): name is ToolName => Object.hasOwn(countingTools, name);
