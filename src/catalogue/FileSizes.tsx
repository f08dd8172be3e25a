import type { JSX } from 'preact';
import type { Formatter } from '../format/index.ts';
import type { Account } from './account.ts';
import { fileNames } from './file-names.ts';
import { bothUnits } from './Totals.tsx';
import type { CatalogueWords } from './words/index.ts';

interface Props {
  readonly account: Account;
  readonly words: CatalogueWords;
  readonly show: Formatter;
}

const float32Bytes = 4;
const int64Bytes = 8;

/** What a checkpoint is made of and the files it makes, to the byte. */
export function FileSizes({ account, words, show }: Props): JSX.Element {
  const { sizes } = words;
  const { parameters, buffers, int64Values, stateDictBytes } = account;
  const parts = [
    [sizes.parameters, float32Bytes * parameters],
    [sizes.buffers, float32Bytes * buffers],
    [sizes.counters, int64Bytes * int64Values],
  ] as const;
  return (
    <section aria-labelledby="size">
      <h2 id="size">{sizes.heading}</h2>
      <section class="scroll-box" aria-label={sizes.caption}>
        <table class="size-table">
          <caption>{sizes.caption}</caption>
          <SizeHead first={sizes.part} bytes={sizes.bytes} />
          <tbody>
            {parts.map(([name, bytes]) => (
              <SizeRow key={name} name={name} bytes={bytes} show={show} />
            ))}
          </tbody>
          <tbody>
            <SizeRow name={sizes.stateDict} bytes={stateDictBytes} show={show} />
          </tbody>
          <tbody>
            {fileNames.map((file) => (
              <SizeRow key={file} name={sizes.files[file]} bytes={account.fileBytes[file]} show={show}>
                {(file === 'pytorch' || file === 'safetensors') &&
                  sizes.overhead(show.bytes(account.fileBytes[file] - stateDictBytes))}
              </SizeRow>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Heads of a table of sizes: of what, to the byte, and in both units. */
export function SizeHead({ first, bytes }: { readonly first: string; readonly bytes: string }): JSX.Element {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="align-right q-bytes">
          {bytes}
        </th>
        <th scope="col" class="align-right">
          MB = MiB
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly name: string;
  readonly bytes: number;
  readonly show: Formatter;
  readonly children?: string | false;
}

/** One size, to the byte and in both units, with a remark below its name. */
export function SizeRow({ name, bytes, show, children }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">
        {name}
        {children !== undefined && children !== false && <span>{children}</span>}
      </th>
      <td class="align-right q-bytes">{show.integer(bytes)}</td>
      <td class="align-right">{bothUnits(bytes, show)}</td>
    </tr>
  );
}
