import type { Shape } from '../checks.ts';
import type { Network, Row } from '../network/index.ts';
import { summarize } from '../network/index.ts';
import type { Counted, CountingTool, StepName } from './tool.ts';
import type { ToolName } from './tools/index.ts';
import { countingTools } from './tools/index.ts';

/** What a counting tool prints for one input sample of a network. */
export interface ToolCount {
  readonly count: number;
  readonly unit: 'MACs' | 'FLOPs';
  readonly parameters: number;
  /** Multiply-accumulates, from tools that print them beside the FLOPs (`count`). */
  readonly macs?: number;
}

/** One named part of a tool's number; negative for what the tool misses. */
export interface CountingStep {
  readonly name: StepName;
  readonly operations: number;
}

/**
 * What that tool prints for the network in inference at batch 1, mistakes included.
 *
 * Tools run as their documentation shows them: PyTorch 2.6 on the CPU, `eval()`, without autograd.
 * @param input Shape without batch; default the one the network was built for.
 * @throws RangeError for a tool that is not known, or an operator the tool has no rule for.
 * @example countAs('fvcore', architectureNamed('resnet50').build()).count // 4_111_512_576
 */
export function countAs(tool: ToolName, network: Network, input: Shape = network.input): ToolCount {
  const rules = toolNamed(tool);
  const summary = summarize(network, input);
  const counted = countedRows(rules, summary.rows);
  const steps = stepsOf(rules, counted);
  const count = steps.reduce((total, step) => total + step.operations, 0);
  const parameters = rules.parameters(summary);
  if (rules.printsBoth !== true) return { count, unit: rules.unit, parameters };
  return { count, unit: rules.unit, parameters, macs: printedMacs(counted) };
}

/**
 * The steps from the network's own multiply-accumulates to the tool's number; they sum to `countAs(...).count`.
 *
 * Steps of nothing are left out, but for `macs`, the first. Two tools are reconciled by the steps they do not share.
 * @throws RangeError as `countAs` does.
 * @example countingSteps('fvcore', architectureNamed('resnet50').build())
 * // macs 4_089_184_256, normalization 22_227_968, pooling 100_352
 */
export function countingSteps(
  tool: ToolName,
  network: Network,
  input: Shape = network.input,
): readonly CountingStep[] {
  const rules = toolNamed(tool);
  return stepsOf(rules, countedRows(rules, summarize(network, input).rows));
}

interface CountedRow {
  readonly row: Row;
  readonly counted: Counted;
}

function countedRows(tool: CountingTool, rows: readonly Row[]): readonly CountedRow[] {
  return rows
    .filter((row) => row.node.role === 'run')
    .map((row) => ({ row, counted: countedRow(tool, row) }));
}

function countedRow(tool: CountingTool, row: Row): Counted {
  const rule = tool.rules[row.kind];
  if (rule !== undefined) return rule(row);
  if (row.macs === 0) return {};
  throw new RangeError(`${tool.title} has no rule for ${row.kind} (${row.path})`);
}

function stepsOf(tool: CountingTool, counted: readonly CountedRow[]): readonly CountingStep[] {
  const totals = new Map<StepName, number>([['macs', 0]]);
  const addTo = (name: StepName, operations: number): void => {
    totals.set(name, (totals.get(name) ?? 0) + operations);
  };
  for (const { row, counted: part } of counted) {
    addTo('macs', row.macs);
    for (const [name, macs] of stepEntries(part.corrections)) addTo(name, macs);
    if (tool.unit === 'FLOPs') addTo('doubling', seenMacs(row, part));
    for (const [name, operations] of stepEntries(part.extras)) addTo(name, operations);
  }
  return [...totals]
    .map(([name, operations]) => ({ name, operations }))
    .filter(({ name, operations }) => name === 'macs' || operations !== 0);
}

function stepEntries(parts: Readonly<Partial<Record<StepName, number>>> = {}): [StepName, number][] {
  return stepNames.flatMap((name): [StepName, number][] => {
    const operations = parts[name];
    return operations === undefined ? [] : [[name, operations]];
  });
}

const stepNames: readonly StepName[] = [
  'unseenAttention',
  'unseenLayers',
  'maskedPairs',
  'transposedConvolution',
  'bias',
  'normalization',
  'activations',
  'pooling',
  'softmax',
  'elementwise',
  'resampling',
  'recurrentCells',
  'weightsOnce',
];

/** Multiply-accumulates the tool sees of an operator. */
function seenMacs(row: Row, { corrections = {} }: Counted): number {
  return Object.values(corrections).reduce((total, macs) => total + macs, row.macs);
}

function printedMacs(counted: readonly CountedRow[]): number {
  return counted.reduce(
    (total, { row, counted: part }) => total + seenMacs(row, part) - (part.macsNotPrinted ?? 0),
    0,
  );
}

/** Names also come from addresses and selections, so the type alone does not guard the look-up. */
function toolNamed(tool: ToolName): CountingTool {
  if (Object.hasOwn(countingTools, tool)) return countingTools[tool];
  throw new RangeError(`tool must be one of ${Object.keys(countingTools).join(', ')}, not ${tool}`);
}
