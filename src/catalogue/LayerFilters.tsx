import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { Layer } from './layers.ts';
import { tableFields } from './table-state.ts';
import { techniques } from './techniques.ts';
import type { CatalogueWords } from './words/index.ts';

interface Props {
  readonly layers: readonly Layer[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (field: string, text: string) => void;
  readonly words: CatalogueWords;
}

/** Which layers are listed, and whether folded: only kinds and techniques that occur are offered. */
export function LayerFilters({ layers, typed, onType, words }: Props): JSX.Element {
  const id = useId();
  const { table } = words;
  const kinds = useMemo(() => [...new Set(layers.map(({ kind }) => kind))], [layers]);
  const occurring = useMemo(
    () => techniques.filter((name) => layers.some((layer) => layer.techniques.includes(name))),
    [layers],
  );
  const all = ['all', table.all] as const;
  const choices = [
    [
      'view',
      table.view,
      [['modules', table.views.modules] as const, ['layers', table.views.layers] as const],
    ],
    ['kind', table.kind, [all, ...kinds.map((kind) => [kind, words.kindNames[kind] ?? kind] as const)]],
    [
      'technique',
      table.technique,
      [all, ...occurring.map((name) => [name, words.techniqueNames[name]] as const)],
    ],
  ] as const;
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{table.heading}</legend>
      <div class="field">
        <label for={`${id}-find`}>{table.find}</label>
        <input
          id={`${id}-find`}
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={tableFields.find.longest}
          value={typed.find ?? ''}
          onInput={(event) => {
            onType('find', event.currentTarget.value);
          }}
        />
      </div>
      {choices.map(([name, label, options]) => (
        <div class="field" key={name}>
          <label for={`${id}-${name}`}>{label}</label>
          <select
            id={`${id}-${name}`}
            value={typed[name] ?? 'all'}
            onChange={(event) => {
              onType(name, event.currentTarget.value);
            }}
          >
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}
