import type { Shape } from '../checks.ts';
import type { Network, Row } from '../network/index.ts';
import { summarize } from '../network/index.ts';
import { hasTensor } from './row-elements.ts';
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
  const { unit } = rules;
  const count = sumOf(rowSteps(rules, summary.rows));
  const parameters = rules.parameters(summary);
  if (rules.printsBoth !== true) return { count, unit, parameters };
  return { count, unit, parameters, macs: sumOf(rowSteps(rules, summary.rows, { number: 'macs' })) };
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
  return rowSteps(toolNamed(tool), summarize(network, input).rows);
}

/**
 * Whether the tool has a rule for everything in the network that multiplies; `countAs` refuses the others.
 * @example canCount('pycls', architectureNamed('vit_b_16').build()) // false
 */
export function canCount(tool: ToolName, network: Network): boolean {
  const { rules } = toolNamed(tool);
  return summarize(network).rows.every(({ kind, macs }) => macs === 0 || Object.hasOwn(rules, kind));
}

/** How a tool is run and which of its numbers is read. */
export interface CountingMode {
  /** Whether autograd is on, which keeps nn.MultiheadAttention out of its fused kernel. Default false. */
  readonly autograd?: boolean;
  /** `macs` reads the MACs that some tools print beside their FLOPs. Default `count`. */
  readonly number?: 'count' | 'macs';
}

/**
 * As `countingSteps`, of some rows of a summary and under a mode.
 * @throws RangeError as `countAs` does, and for the MACs of a tool that does not print both.
 */
export function countingStepsOfRows(
  tool: ToolName,
  rows: readonly Row[],
  mode: CountingMode = {},
): readonly CountingStep[] {
  const rules = toolNamed(tool);
  if (mode.number === 'macs' && rules.printsBoth !== true) {
    throw new RangeError(`number must be count for ${rules.title}, which prints one number`);
  }
  return rowSteps(rules, rows, mode);
}

const sumOf = (steps: readonly CountingStep[]): number =>
  steps.reduce((total, step) => total + step.operations, 0);

function countedRow(tool: CountingTool, row: Row, autograd: boolean): Counted {
  // nn.MultiheadAttention takes its fused kernel only with a bias (torch/nn/modules/activation.py, `why_not_fast_path`).
  const unfused = autograd || !hasTensor(row, 'in_proj_bias');
  const rule = (unfused ? tool.underAutograd?.[row.kind] : undefined) ?? tool.rules[row.kind];
  if (rule !== undefined) return rule(row);
  if (row.macs === 0) return {};
  throw new RangeError(`${tool.title} has no rule for ${row.kind} (${row.path})`);
}

function rowSteps(
  tool: CountingTool,
  rows: readonly Row[],
  { autograd = false, number = 'count' }: CountingMode = {},
): readonly CountingStep[] {
  const totals = new Map<StepName, number>([['macs', 0]]);
  const addTo = (name: StepName, operations: number): void => {
    totals.set(name, (totals.get(name) ?? 0) + operations);
  };
  for (const row of rows.filter(({ node }) => node.role === 'run')) {
    const { corrections = {}, extras, macsNotPrinted = 0 } = countedRow(tool, row, autograd);
    addTo('macs', row.macs);
    for (const [name, macs] of stepEntries(corrections)) addTo(name, macs);
    if (number === 'macs') {
      addTo('unseenLayers', -macsNotPrinted);
      continue;
    }
    const seenMacs = Object.values(corrections).reduce((total, macs) => total + macs, row.macs);
    if (tool.unit === 'FLOPs') addTo('doubling', seenMacs);
    for (const [name, operations] of stepEntries(extras)) addTo(name, operations);
  }
  return stepNames
    .map((name) => ({ name, operations: totals.get(name) ?? 0 }))
    .filter(({ name, operations }) => name === 'macs' || operations !== 0);
}

function stepEntries(parts: Readonly<Partial<Record<StepName, number>>> = {}): [StepName, number][] {
  return stepNames.flatMap((name): [StepName, number][] => {
    const operations = parts[name];
    return operations === undefined ? [] : [[name, operations]];
  });
}

/** In the order shown: what there is, what is not seen of it, its second operation, what is added. */
const stepNames: readonly StepName[] = [
  'macs',
  'unseenProjections',
  'unseenProducts',
  'unseenLayers',
  'maskedPairs',
  'einsumRounding',
  'transposedConvolution',
  'doubling',
  'bias',
  'linearAdditions',
  'normalization',
  'activations',
  'pooling',
  'softmax',
  'elementwise',
  'resampling',
  'recurrentCells',
  'weightsOnce',
];

/** Names also come from addresses and selections, so the type alone does not guard the look-up. */
function toolNamed(tool: ToolName): CountingTool {
  if (Object.hasOwn(countingTools, tool)) return countingTools[tool];
  throw new RangeError(`tool must be one of ${Object.keys(countingTools).join(', ')}, not ${tool}`);
}
