import type { AxisPadding, Padding } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';
import type { Checked, FieldError } from '../shared/fields.ts';
import { checkFields, choiceIn, numberIn, numbersIn } from '../shared/fields.ts';
import type { FieldName, PaddingRule, ShownFields } from './fields.ts';
import { dtypes, fields, flopsConventions, kinds, paddingRules, shownFields } from './fields.ts';
import type { Layer } from './layer.ts';
import { partsOf } from './layer.ts';
import type { LayerSizes } from './refusal.ts';
import { refusalOf } from './refusal.ts';

/** The fields that apply, as read, and the layer they describe when they describe one. */
export interface ConvolutionState {
  readonly shown: ShownFields;
  readonly checked: Readonly<Record<string, Checked>>;
  readonly layer?: Layer;
}

/** Reads the fields; what no convolution can have is an error at the field that has to change. Never throws. */
export function readConvolution(typed: Readonly<Record<string, string>>): ConvolutionState {
  const shown = shownFields(typed);
  const names = [...shown.layer, ...shown.counting];
  const { checked, complete } = checkFields(
    Object.fromEntries(names.map((name) => [name, fields[name]])),
    typed,
  );
  if (!complete) return { shown, checked };
  const refuse = (name: FieldName, error: FieldError): ConvolutionState => ({
    shown,
    checked: { ...checked, [name]: { error } },
  });
  const axes = Number(choiceIn(checked, 'axes'));
  const listed = names.filter((name) => fields[name].kind === 'axes');
  const uneven = listed.find((name) => ![1, axes].includes(numbersIn(checked, name).length));
  if (uneven !== undefined) return refuse(uneven, { key: 'oneForEachAxis', limit: axes });
  const sizes = sizesIn(checked, axes);
  const refusal = refusalOf(sizes);
  if (refusal !== undefined) return refuse(...refusal);
  return { shown, checked, layer: layerOf(sizes, checked) };
}

function layerOf(sizes: LayerSizes, checked: Readonly<Record<string, Checked>>): Layer {
  const { kind, multiplier, input, inChannels, batch, dtype } = sizes;
  const chosen = choiceIn(checked, 'convention');
  const ones = input.map(() => 1);
  return {
    kind,
    batch,
    dtype,
    parts: partsOf(kind, sizes, multiplier, [inChannels, ...input]),
    convention: flopsConventions.find((each) => each === chosen) ?? 'two',
    before: {
      sizes: valuesIn(checked, 'fieldBefore', ones),
      jumps: valuesIn(checked, 'jumpBefore', ones),
    },
  };
}

function sizesIn(checked: Readonly<Record<string, Checked>>, axes: number): LayerSizes {
  const kind = kinds.find((each) => each === choiceIn(checked, 'kind')) ?? 'standard';
  const rule = paddingRules.find((each) => each === choiceIn(checked, 'paddingRule')) ?? 'even';
  const ones = Array.from({ length: axes }, () => 1);
  const zeros = ones.map(() => 0);
  const inChannels = numberIn(checked, 'inChannels');
  const multiplier = 'multiplier' in checked ? numberIn(checked, 'multiplier') : 1;
  return {
    kind,
    multiplier,
    inChannels,
    outChannels: kind === 'depthwise' ? inChannels * multiplier : numberIn(checked, 'outChannels'),
    groups: 'groups' in checked ? numberIn(checked, 'groups') : 1,
    input: valuesIn(checked, 'input', ones),
    kernel: valuesIn(checked, 'kernel', ones),
    stride: valuesIn(checked, 'stride', ones),
    dilation: valuesIn(checked, 'dilation', ones),
    padding: paddingIn(checked, rule, zeros),
    outputPadding: valuesIn(checked, 'outputPadding', zeros),
    transposed: kind === 'transposed',
    bias: choiceIn(checked, 'bias') === 'yes',
    batch: numberIn(checked, 'batch'),
    dtype: dtypes.find((each) => each === choiceIn(checked, 'dtype')) ?? 'float32',
  };
}

function paddingIn(
  checked: Readonly<Record<string, Checked>>,
  rule: PaddingRule,
  zeros: readonly number[],
): Padding {
  if (rule !== 'even' && rule !== 'uneven') return rule;
  const before = valuesIn(checked, 'padding', zeros);
  if (rule === 'even') return before;
  const after = valuesIn(checked, 'paddingAfter', zeros);
  return before.map((begin, axis): AxisPadding => [begin, at(after, axis)]);
}

/** The numbers of a field, one for each axis; what `otherwise` has for a field that does not apply. */
function valuesIn(
  checked: Readonly<Record<string, Checked>>,
  name: FieldName,
  otherwise: readonly number[],
): readonly number[] {
  if (!(name in checked)) return otherwise;
  const values = numbersIn(checked, name);
  return values.length === otherwise.length ? values : otherwise.map(() => at(values, 0));
}
