import type { JSX } from 'preact';
import type { Formatter } from '../../format/index.ts';
import { bothUnits, Total } from '../Totals.tsx';
import type { KnownNetwork, Match } from './matching.ts';
import { matchesOf } from './matching.ts';
import { shownName } from './shown-name.ts';
import type { KnownFile } from './use-model-file.ts';
import type { YourModelWords } from './words/index.ts';

interface Props extends KnownFile {
  readonly networks: readonly KnownNetwork[];
  /** Address of the list of architectures; a network's page is below it. */
  readonly address: string;
  readonly words: YourModelWords;
  readonly show: Formatter;
}

/** What is in a file: format, counts, bytes, the network it may hold, and what is unusual in it. */
export function Summary({ name, model, cost, networks, address, words, show }: Props): JSX.Element {
  const { totals, warnings } = words;
  const { format, tensors, parameters, bufferElements, weightBytes, fileBytes } = model;
  const isOpen = tensors.some(({ bytes }) => bytes === undefined);
  const isElsewhere = model.warnings.some(({ code }) => code === 'externalData');
  const overhead = isElsewhere ? undefined : fileBytes - weightBytes;
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{totals.heading}</h2>
      <dl class="totals">
        <Total name={totals.file} value={shownName(name)} />
        <Total name={totals.format} value={words.formats[format]} />
        <Total name={totals.parameters} hue="q-parameters" value={show.integer(parameters)}>
          {bufferElements > 0 && totals.buffers(show.integer(bufferElements))}
        </Total>
        {cost !== undefined && (
          <Total name={totals.macs} hue="q-macs" value={show.integer(cost.macs)}>
            {totals.input(show.shape(cost.input))}
          </Total>
        )}
        <Total name={totals.tensors} value={show.integer(tensors.length)} />
        <Total name={totals.weights} hue="q-bytes" value={show.bytes(weightBytes)}>
          {bothUnits(weightBytes, show)}
          {isOpen && <span>{totals.atLeast}</span>}
        </Total>
        <Total name={totals.fileBytes} hue="q-bytes" value={show.bytes(fileBytes)}>
          {bothUnits(fileBytes, show)}
        </Total>
        <Total
          name={totals.overhead}
          hue="q-bytes"
          value={overhead === undefined || isOpen || overhead < 0 ? '–' : show.bytes(overhead)}
        >
          {isElsewhere && totals.elsewhere}
        </Total>
      </dl>
      <MatchLine matches={matchesOf(model, networks)} address={address} words={words} />
      {model.warnings.length > 0 && (
        <>
          <h3>{warnings.heading}</h3>
          <ul>
            {model.warnings.map(({ code, count, about }) => (
              <li key={code}>
                {warnings.texts[code](show.integer(count))}
                {words.separator}
                {about.map((text, index) => (
                  <>
                    {index > 0 && words.comma}
                    <code key={text}>{shownName(text)}</code>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface MatchProps {
  readonly matches: readonly Match[];
  readonly address: string;
  readonly words: YourModelWords;
}

function MatchLine({ matches, address, words }: MatchProps): JSX.Element {
  const { one, several, folded, none } = words.matches;
  if (matches.length === 0) return <p>{none}</p>;
  return (
    <p class="matches">
      {matches.length === 1 ? one : several}
      {words.separator}
      {matches.map((match, index) => (
        <>
          {index > 0 && words.comma}
          <a key={match.network.id} href={`${address}${match.network.id}/`}>
            {match.network.title}
          </a>
          {match.folded && ` (${folded})`}
        </>
      ))}
    </p>
  );
}
