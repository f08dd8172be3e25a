import type { ComponentChildren, JSX } from 'preact';
import { bytesPerGigabyte, flopsAtTwoPerMac } from '../engine/index.ts';
import type { Formatter } from '../format/index.ts';
import type { Account } from './account.ts';
import type { CatalogueWords } from './words/index.ts';

interface Props {
  readonly account: Account;
  readonly words: CatalogueWords;
  readonly show: Formatter;
}

const float32Bytes = 4;

/** A network's totals, each exact, with the same number in a unit that is easier to say. */
export function Totals({ account, words, show }: Props): JSX.Element {
  const { parameters, macs, activations, reach } = account;
  const { totals } = words;
  const rounded = (value: number): string => show.prefixed(value, '', 2);
  return (
    <dl class="totals">
      <Total name={totals.parameters} hue="q-parameters" value={show.integer(parameters)}>
        {rounded(parameters)}
      </Total>
      <Total name={totals.macs} hue="q-macs" value={show.integer(macs)}>
        {totals.flops(rounded(macs), show.prefixed(flopsAtTwoPerMac(macs), 'FLOPs', 2))}
      </Total>
      <Total name={totals.activations} hue="q-activations" value={show.integer(activations)}>
        {totals.activationsNote}
      </Total>
      <Total name={totals.weights} hue="q-bytes" value={bothUnits(float32Bytes * parameters, show)} />
      <Total name={totals.peakInference} hue="q-bytes" value={bothUnits(account.peakInferenceBytes, show)}>
        {totals.peakNote}
      </Total>
      <Total name={totals.peakTraining} hue="q-bytes" value={bothUnits(account.peakTrainingBytes, show)}>
        {totals.peakNote}
      </Total>
      <Total name={totals.input} value={show.shape(account.input)} />
      <Total name={totals.output} value={show.shape(account.outputShape)} />
      <Total name={totals.layers} value={show.integer(account.layerCount)} />
      {reach === undefined ? (
        <Total name={totals.reach} value="–">
          {totals.noReach}
        </Total>
      ) : (
        <Total name={totals.reach} value={show.shape(reach.sizes)}>
          {totals.reachAt(reach.path, show.shape(reach.jumps))}
        </Total>
      )}
    </dl>
  );
}

interface TotalProps {
  readonly name: string;
  readonly value: string;
  readonly hue?: string;
  readonly children?: ComponentChildren;
}

/** One figure with its name and, below it, what else is to be said of it. */
export function Total({ name, value, hue, children }: TotalProps): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong class={hue}>{value}</strong>
        {children !== undefined && <span>{children}</span>}
      </dd>
    </div>
  );
}

/** The decimal and the binary unit side by side, since tables write MB for either. */
export function bothUnits(bytes: number, show: Formatter): string {
  return bytes < bytesPerGigabyte
    ? `${show.megabytes(bytes)} = ${show.mebibytes(bytes)}`
    : `${show.gigabytes(bytes)} = ${show.gibibytes(bytes)}`;
}
