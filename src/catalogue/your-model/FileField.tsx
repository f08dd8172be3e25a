import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FileReading } from './use-model-file.ts';
import { refusalText } from './refusal-text.ts';
import { shownName } from './shown-name.ts';
import type { YourModelWords } from './words/index.ts';

interface Props {
  readonly reading: FileReading;
  readonly words: YourModelWords;
  readonly integer: (value: number) => string;
}

/** Where a file is chosen or dropped, how far it is read, and beside it what is wrong with it. */
export function FileField({ reading, words, integer }: Props): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const { state, start, cancel } = reading;
  const { attempt } = state;
  const take = (files: FileList | null | undefined): void => {
    const file = files?.item(0);
    if (file !== null && file !== undefined) start(file);
  };
  const error = attempt?.status === 'refused' ? refusalText(attempt.refusal, words, integer) : '';
  return (
    <div
      class={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <div class="field">
        <label for={id}>{words.choose}</label>
        <input
          id={id}
          type="file"
          aria-invalid={error !== ''}
          aria-describedby={`${id}-error ${id}-promise`}
          onChange={(event) => {
            take(event.currentTarget.files);
          }}
        />
        <span class="field-error" id={`${id}-error`} aria-live="polite">
          {error}
        </span>
      </div>
      <p id={`${id}-promise`} class="part">
        {words.promise}
        {words.separator}
        {words.drop}
      </p>
      <div class="file-state">
        <p role="status">{statusText(state, words)}</p>
        {attempt?.status === 'reading' && (
          <>
            <progress max={1} value={attempt.share} aria-label={words.progress} />
            <button type="button" class="plain-button" onClick={cancel}>
              {words.cancel}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function statusText({ attempt, read }: FileReading['state'], { status, separator }: YourModelWords): string {
  if (attempt === undefined) return status.none;
  const own = status[attempt.status](shownName(attempt.name));
  const keeps = attempt.status !== 'done' && read !== undefined;
  return keeps ? `${own}${separator}${status.kept(shownName(read.name))}` : own;
}
