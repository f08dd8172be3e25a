import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { DecimalField } from '../shared/fields.ts';

interface Props {
  readonly field: DecimalField;
  readonly label: string;
  readonly typed: string;
  readonly shown: string;
  readonly onType: (text: string) => void;
}

/** A field as a slider with its value beside it. */
export function OutlierSlider({ field, label, typed, shown, onType }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="field slider">
      <label for={id}>
        {label} <span>{shown}</span>
      </label>
      <input
        id={id}
        type="range"
        min={field.least}
        max={field.most}
        step="0.25"
        value={typed}
        aria-valuetext={shown}
        onInput={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      <span class="field-error" />
    </div>
  );
}
