import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { Preset } from './presets.ts';
import { presetOf } from './presets.ts';
import type { Words } from './words.ts';

interface Props {
  readonly presets: readonly Preset[];
  readonly typed: Readonly<Record<string, string>>;
  readonly standard: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly onPick: (preset: Preset) => void;
}

/** The list of real layers, showing which one the fields hold. */
export function PresetPicker({ presets, typed, standard, words, onPick }: Props): JSX.Element {
  const id = useId();
  const options = useMemo(
    () =>
      presets.map((preset) => (
        <option key={preset.id} value={preset.id}>
          {preset.name}
        </option>
      )),
    [presets],
  );
  return (
    <div class="field preset">
      <label for={id}>{words.preset}</label>
      <select
        id={id}
        value={presetOf(presets, typed, standard)?.id ?? ''}
        onChange={(event) => {
          const picked = presets.find((preset) => preset.id === event.currentTarget.value);
          if (picked !== undefined) onPick(picked);
        }}
      >
        <option value="">{words.ownSizes}</option>
        {options}
      </select>
    </div>
  );
}
