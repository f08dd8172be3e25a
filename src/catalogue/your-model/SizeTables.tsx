import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import { SizeHead, SizeRow } from '../FileSizes.tsx';
import { shownName } from './shown-name.ts';
import { bytesIn, comparedFormats, sharesByDtype } from './sizes.ts';
import type { ReadFile } from './worker.ts';
import type { YourModelWords } from './words/index.ts';

interface Props {
  readonly model: ReadFile;
  readonly words: YourModelWords;
  readonly show: Formatter;
}

/** A file's bytes by number format, and what they would be in others. */
export function SizeTables({ model, words, show }: Props): JSX.Element {
  const { types } = words;
  const { tensors, weightBytes } = model;
  return (
    <section aria-labelledby="types">
      <h2 id="types">{types.heading}</h2>
      <section class="scroll-box" aria-label={types.caption}>
        <table class="size-table">
          <caption>{types.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{types.dtype}</th>
              <th scope="col" class="align-right">
                {types.tensors}
              </th>
              <th scope="col" class="align-right">
                {types.elements}
              </th>
              <th scope="col" class="align-right q-bytes">
                {types.bytes}
              </th>
              <th scope="col" class="align-right">
                %
              </th>
            </tr>
          </thead>
          <tbody>
            {sharesByDtype(tensors).map(({ dtype, tensors: count, elements, bytes }) => (
              <tr key={dtype}>
                <th scope="row">
                  <code>{shownName(dtype)}</code>
                </th>
                <td class="align-right">{show.integer(count)}</td>
                <td class="align-right">{show.integer(elements)}</td>
                <td class="align-right q-bytes">{show.integer(bytes)}</td>
                <td class="align-right">{show.percent(weightBytes === 0 ? 0 : bytes / weightBytes, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section class="scroll-box" aria-label={types.compared}>
        <table class="size-table">
          <caption>{types.compared}</caption>
          <SizeHead first={types.format} bytes={types.bytes} />
          <tbody>
            {comparedFormats.map((format) => (
              <SizeRow key={format} name={types.names[format]} bytes={bytesIn(format, tensors)} show={show} />
            ))}
          </tbody>
        </table>
      </section>
      <p>{types.note}</p>
    </section>
  );
}
