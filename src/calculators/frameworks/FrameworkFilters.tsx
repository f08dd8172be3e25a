import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { calculatorWords, languageTag } from '../../i18n/index.ts';
import { FieldGroup } from '../shared/FieldGroup.tsx';
import { FieldView } from '../shared/FieldView.tsx';
import { checkField } from '../shared/fields.ts';
import type { TypedState } from '../shared/use-typed.ts';
import type { fieldsFor } from './state.ts';
import { all } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly locale: Locale;
  readonly fields: ReturnType<typeof fieldsFor>;
  readonly state: Pick<TypedState, 'typed' | 'type'>;
}

/** What the table is narrowed by: kind, hardware, status, and any text. */
export function FrameworkFilters({ locale, fields, state }: Props): JSX.Element {
  const id = useId();
  const own = words[locale];
  const names: Readonly<Record<string, string>> = {
    ...own.kinds,
    ...own.hardware,
    ...own.states,
    [all]: own.all,
  };
  return (
    <FieldGroup legend={own.filters}>
      {(['kind', 'hardware', 'status'] as const).map((name) => (
        <FieldView
          key={name}
          field={fields[name]}
          label={own.columns[name]}
          typed={state.typed[name] ?? all}
          checked={checkField(fields[name], state.typed[name] ?? all)}
          words={calculatorWords[locale]}
          show={formatterFor(languageTag[locale])}
          choiceLabel={(choice) => names[choice] ?? choice}
          onType={(text) => {
            state.type(name, text);
          }}
        />
      ))}
      <div class="field">
        <label for={id}>{own.find}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          maxLength={fields.find.longest}
          value={state.typed.find ?? ''}
          onInput={(event) => {
            state.type('find', event.currentTarget.value);
          }}
        />
      </div>
    </FieldGroup>
  );
}
