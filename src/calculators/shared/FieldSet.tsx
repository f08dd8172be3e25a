import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { CalculatorWords } from '../../i18n/index.ts';
import { FieldView } from './FieldView.tsx';
import type { Checked, Fields } from './fields.ts';
import type { TypedState } from './use-typed.ts';

interface Props<Name extends string> {
  readonly fields: Readonly<Record<Name, Fields[string]>>;
  /** The fields in the order shown, with what each is called. */
  readonly labels: Readonly<Record<Name, string>>;
  readonly state: Pick<TypedState, 'typed' | 'type'>;
  readonly checked: Readonly<Record<string, Checked>>;
  readonly words: CalculatorWords;
  readonly show: Formatter;
  /** What each choice is called, for fields that list them. */
  readonly choiceLabel?: ((choice: string) => string) | undefined;
}

/** The inputs of a calculator, for readers with script. */
export function FieldSet<Name extends string>(props: Props<Name>): JSX.Element {
  const { fields, labels, state, checked, words, show, choiceLabel } = props;
  const named: readonly (readonly [string, Fields[string]])[] = Object.entries<Fields[string]>(fields);
  const labelOf: Readonly<Record<string, string>> = labels;
  return (
    <fieldset class="needs-script" data-pagefind-ignore>
      <legend>{words.inputs}</legend>
      {named.map(([name, field]) => (
        <FieldView
          key={name}
          field={field}
          label={labelOf[name] ?? name}
          typed={state.typed[name] ?? ''}
          checked={checked[name] ?? { value: 0 }}
          words={words}
          show={show}
          choiceLabel={choiceLabel}
          onType={(text) => {
            state.type(name, text);
          }}
        />
      ))}
    </fieldset>
  );
}
