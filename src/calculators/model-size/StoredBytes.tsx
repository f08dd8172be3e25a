import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { bothUnits } from '../shared/both-units.ts';
import { bytesIn, linesFor } from './lines.ts';
import type { StoredModel } from './state.ts';
import { words } from './words.ts';

interface Props {
  readonly model: StoredModel;
  readonly locale: Locale;
}

/** Bytes of the stored numbers, and of the file around them. */
export function StoredBytes({ model, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  const note = model.storage.kind === 'floating' ? own.floatingNote : own.quantizedNote;
  return (
    <p>
      <strong class="q-bytes">{bothUnits(bytesIn(linesFor(model, own)), show)}</strong>
      {locale === 'zh' ? '。' : '. '}
      {model.file === undefined ? note : own.file[model.file.container](bothUnits(model.file.bytes, show))}
    </p>
  );
}
