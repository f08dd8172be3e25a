import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { FileField } from './FileField.tsx';
import type { KnownNetwork } from './matching.ts';
import { SizeTables } from './SizeTables.tsx';
import { Summary } from './Summary.tsx';
import { TensorTable } from './TensorTable.tsx';
import { useModelFile } from './use-model-file.ts';
import { yourModelWords } from './words/index.ts';

interface Props {
  readonly locale: Locale;
  readonly networks: readonly KnownNetwork[];
  /** Address of the list of architectures. */
  readonly address: string;
}

/** A file the reader chooses, and what it says of itself; it is read in this browser and nowhere else. */
export function YourModel({ locale, networks, address }: Props): JSX.Element {
  const reading = useModelFile();
  const words = yourModelWords[locale];
  const show = formatterFor(languageTag[locale]);
  const { read } = reading.state;
  return (
    <div class="needs-script">
      <div class="calculator">
        <FileField reading={reading} words={words} integer={(value) => show.integer(value)} />
      </div>
      {read !== undefined && (
        <>
          <Summary {...read} networks={networks} address={address} words={words} show={show} />
          <SizeTables model={read.model} words={words} show={show} />
          <TensorTable tensors={read.model.tensors} words={words} show={show} />
        </>
      )}
    </div>
  );
}
