import type { JSX } from 'preact';
import type { SymbolName } from '../../engine/index.ts';
import { at } from '../../engine/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import type { ArithmeticLine } from '../shared/ArithmeticSteps.tsx';
import { ArithmeticSteps } from '../shared/ArithmeticSteps.tsx';
import { callsFor } from './calls/index.ts';
import type { Layer, Part } from './layer.ts';
import type { AxisLines } from './lines.ts';
import { countLines, outputSizeLines, reachLines, trafficLines } from './lines.ts';
import { words } from './words.ts';

interface Props {
  readonly layer: Layer;
  readonly locale: Locale;
  readonly lit: readonly SymbolName[];
}

/** Every step of the results, and the layer as code. */
export function LayerWorking({ layer, locale, lit }: Props): JSX.Element {
  const own = words[locale];
  const steps = (lines: readonly ArithmeticLine[]): JSX.Element => (
    <ArithmeticSteps lines={lines} languageTag={languageTag[locale]} lit={lit} />
  );
  const names = at(own.axes, at(layer.parts, 0).input.length - 2);
  const named = (groups: readonly AxisLines[]): JSX.Element[] =>
    groups.map(({ axes, lines }) => (
      <div key={axes.join()}>
        <p class="part">
          {axes.length === names.length && names.length > 1
            ? own.everyAxis
            : axes.map((axis) => at(names, axis)).join(locale === 'zh' ? '、' : ', ')}
        </p>
        {steps(lines)}
      </div>
    ));
  const heading = ({ role }: Part): JSX.Element | undefined =>
    role === 'only' ? undefined : <p class="part">{own.parts[role]}</p>;
  return (
    <>
      <details open>
        <summary>{own.headings.steps}</summary>
        {named(outputSizeLines(at(layer.parts, 0), own))}
        {layer.parts.map((part) => (
          <div key={part.role}>
            {heading(part)}
            {steps(countLines(part, layer, own))}
          </div>
        ))}
      </details>
      <details>
        <summary>{own.headings.traffic}</summary>
        {layer.parts.map((part) => (
          <div key={part.role}>
            {heading(part)}
            {steps(trafficLines(part, layer, own))}
          </div>
        ))}
        {named(reachLines(layer, own))}
      </details>
      <details open>
        <summary>{own.headings.calls}</summary>
        <dl class="calls">
          {callsFor(layer).map(({ framework, code, note }) => (
            <div key={framework}>
              <dt>{framework}</dt>
              <dd>
                {code !== undefined && (
                  <pre tabIndex={0}>
                    <code>{code}</code>
                  </pre>
                )}
                {note !== undefined && <p>{own.notes[note]}</p>}
              </dd>
            </div>
          ))}
        </dl>
        <p>{own.callsNote}</p>
      </details>
    </>
  );
}
