import type { ExampleCall, GraphStage } from '../../engine/index.ts';
import { graphStages } from '../../engine/index.ts';
import type { Checked, Fields } from '../shared/fields.ts';
import { checkField, checkFields, numberIn } from '../shared/fields.ts';

/** Prefix of this calculator's query parameters. */
export const prefix = 'graph';

/** What the reader types: the call that is run eagerly and traced, and another for the graph. */
export const callFields = {
  value: { kind: 'decimal', standard: 1, least: -100, most: 100 },
  rows: { kind: 'whole', standard: 2, least: 1, most: 64 },
  steps: { kind: 'whole', standard: 2, least: 0, most: 6 },
  otherValue: { kind: 'decimal', standard: -1, least: -100, most: 100 },
  otherRows: { kind: 'whole', standard: 3, least: 1, most: 64 },
  otherSteps: { kind: 'whole', standard: 3, least: 0, most: 6 },
} as const satisfies Fields;

export type FieldName = keyof typeof callFields;

/** Besides those, how far the run and the passes have come, which buttons set; all the way at first. */
export const fields = {
  ...callFields,
  step: { kind: 'whole', standard: 99, least: 0, most: 99 },
  stage: { kind: 'choice', standard: 'fused', choices: graphStages },
} as const satisfies Fields;

/** The fields as read, and what they say when all are right. */
export interface EagerGraphState {
  readonly checked: Readonly<Record<string, Checked>>;
  readonly calls?: { readonly first: ExampleCall; readonly other: ExampleCall };
  /** Operations run so far; more than there are means all. */
  readonly step: number;
  readonly stage: GraphStage;
}

/**
 * Reads the fields. Steps and stages are chosen by buttons and have no field to mark: what is neither is all the way.
 * Never throws.
 */
export function readEagerGraph(typed: Readonly<Record<string, string>>): EagerGraphState {
  const { checked, complete } = checkFields(callFields, typed);
  const step = checkField(fields.step, typed.step ?? '');
  const at = {
    checked,
    step: 'value' in step ? Number(step.value) : fields.step.standard,
    stage: graphStages.find((name) => name === typed.stage) ?? fields.stage.standard,
  };
  if (!complete) return at;
  const number = (name: FieldName): number => numberIn(checked, name);
  return {
    ...at,
    calls: {
      first: { value: number('value'), rows: number('rows'), steps: number('steps') },
      other: { value: number('otherValue'), rows: number('otherRows'), steps: number('otherSteps') },
    },
  };
}
