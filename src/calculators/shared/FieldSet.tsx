import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import type { CalculatorWords } from '../../i18n/index.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { FieldView } from './FieldView.tsx';
import type { Checked, Field } from './fields.ts';
import type { TypedState } from './use-typed.ts';

interface Props<Name extends string> {
  readonly fields: Readonly<Record<Name, Field>>;
  /** Those that are shown, in their order; all when absent. */
  readonly shown?: readonly Name[] | undefined;
  readonly labels: Readonly<Record<Name, string>>;
  /** What the fields are together, if not the inputs of a calculator. */
  readonly legend?: string | undefined;
  readonly state: Pick<TypedState, 'typed' | 'type'>;
  readonly checked: Readonly<Record<string, Checked>>;
  /** Fields that others settle, and what then stands in them. */
  readonly fixed?: Readonly<Partial<Record<Name, string>>> | undefined;
  readonly words: CalculatorWords;
  readonly show: Formatter;
  /** What each choice is called, for fields that list them. */
  readonly choiceLabel?: ((choice: string) => string) | undefined;
}

/** The inputs of a calculator, each with its label and what is wrong with it. */
export function FieldSet<Name extends string>(props: Props<Name>): JSX.Element {
  const { shown, legend, state, checked, words, show, choiceLabel } = props;
  const fixed: Readonly<Partial<Record<string, string>>> = props.fixed ?? {};
  const fields: Readonly<Record<string, Field>> = props.fields;
  const labels: Readonly<Record<string, string>> = props.labels;
  return (
    <FieldGroup legend={legend ?? words.inputs}>
      {(shown ?? Object.keys(fields)).flatMap((name) => {
        const field = fields[name];
        return field === undefined
          ? []
          : [
              <FieldView
                key={name}
                field={field}
                label={labels[name] ?? name}
                typed={state.typed[name] ?? ''}
                fixed={fixed[name]}
                checked={checked[name] ?? { value: 0 }}
                words={words}
                show={show}
                choiceLabel={choiceLabel}
                onType={(text) => {
                  state.type(name, text);
                }}
              />,
            ];
      })}
    </FieldGroup>
  );
}
