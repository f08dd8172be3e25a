import type { ComponentChildren, JSX } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { Formatter } from '../../format/index.ts';
import type { CalculatorWords } from '../../i18n/index.ts';
import { errorText } from './error-text.ts';
import type { Checked, Field } from './fields.ts';

interface Props {
  readonly field: Field;
  readonly label: ComponentChildren;
  readonly typed: string;
  /** What stands in the field, in place of what was typed, where other fields settle it. */
  readonly fixed?: string | undefined;
  readonly checked: Checked;
  readonly words: CalculatorWords;
  readonly show: Formatter;
  /** What each choice is called, for a field that lists them. */
  readonly choiceLabel?: ((choice: string) => string) | undefined;
  readonly onType: (text: string) => void;
}

/** The keyboard a phone shows; one with × and commas for several numbers. */
const inputModes = { whole: 'numeric', decimal: 'decimal', axes: 'text' } as const;

/**
 * One input with its label and, beside it, what is wrong with it; what was typed stays. Built anew only when one of
 * these, or the language, changes: a letter typed into one field goes past a dozen others. `choiceLabel` may therefore
 * depend on the language alone.
 */
export function FieldView(props: Props): JSX.Element {
  const {
    field,
    label,
    typed,
    fixed,
    checked,
    words,
    show,
    choiceLabel = (choice: string) => choice,
    onType,
  } = props;
  const id = useId();
  const error = 'error' in checked ? errorText(checked.error, words, show) : '';
  const type = useRef(onType);
  type.current = onType;
  return useMemo(() => {
    const shared = { id, 'aria-invalid': error !== '', 'aria-describedby': `${id}-error` };
    return (
      <div class={field.kind === 'choice' ? 'field choice' : 'field'}>
        <label for={id}>{label}</label>
        {field.kind === 'choice' ? (
          <select
            {...shared}
            value={typed}
            onChange={(event) => {
              type.current(event.currentTarget.value);
            }}
          >
            {field.choices.map((choice) => (
              <option key={choice} value={choice}>
                {choiceLabel(choice)}
              </option>
            ))}
          </select>
        ) : field.kind === 'text' ? (
          <textarea
            {...shared}
            rows={3}
            maxLength={field.longest}
            spellcheck={false}
            value={typed}
            onInput={(event) => {
              type.current(event.currentTarget.value);
            }}
          />
        ) : (
          <input
            {...shared}
            type="text"
            inputMode={inputModes[field.kind]}
            autocomplete="off"
            disabled={fixed !== undefined}
            value={fixed ?? typed}
            onInput={(event) => {
              type.current(event.currentTarget.value);
            }}
          />
        )}
        <span class="field-error" id={`${id}-error`} aria-live="polite">
          {error}
        </span>
      </div>
    );
  }, [field, label, typed, fixed, error, words]);
}
