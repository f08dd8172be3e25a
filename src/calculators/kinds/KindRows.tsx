import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { at, product } from '../../engine/index.ts';
import { KindPicture } from '../../figures/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences } from '../../i18n/index.ts';
import { usePainted } from '../shared/Later.tsx';
import type { Kind, KindName } from './kinds.ts';
import { kindsAt } from './kinds.ts';
import type { Words } from './words.ts';

interface Props {
  readonly kinds: readonly Kind[];
  /** Where each kind is seen. */
  readonly seen: Readonly<Partial<Record<KindName, string>>>;
  /** Addresses of the notes on the kinds, those there are. */
  readonly notes: Readonly<Partial<Record<KindName, string>>>;
  readonly words: Words;
  readonly locale: Locale;
  readonly show: Formatter;
}

/** The size the pictures are drawn at; small enough to see every position and channel. */
const pictured = kindsAt({
  inChannels: 4,
  outChannels: 4,
  kernel: 3,
  grid: 5,
  stride: 2,
  dilation: 2,
  groups: 2,
  frames: 3,
});

/**
 * All kinds as a table: a row of numbers for each, and under it what it changes and where it is seen. After a change
 * what a kind costs is painted first; how it compares, and what it reads and writes, follow by a frame.
 */
export function KindRows({ kinds, seen, notes, words, locale, show }: Props): JSX.Element {
  const { heads } = words;
  // They never change: the same elements are not gone through again.
  const pictures = useMemo(
    () => pictured.map(({ name, convolutions }) => <KindPicture key={name} convolutions={convolutions} />),
    [],
  );
  const titles = useMemo(
    () =>
      kinds.map(({ name }) => {
        const href = notes[name];
        const title = words.names[name];
        return <th scope="rowgroup">{href === undefined ? title : <a href={href}>{title}</a>}</th>;
      }),
    [],
  );
  const painted = usePainted(kinds);
  const compared = useMemo(
    () =>
      painted.map(({ macsRatio, outputShape }) => [
        <td class="align-right">{show.decimal(macsRatio, 3)}</td>,
        <td class="align-right">{show.shape(outputShape)}</td>,
      ]),
    [painted],
  );
  const about = useMemo(
    () =>
      painted.map((kind, index) => (
        <tr class="about">
          <td colSpan={5}>
            {pictures[index]}
            <span>
              {[
                words.changes[kind.name],
                reads(kind, at(painted, 0).channels, words, show),
                words.seen(seen[kind.name] ?? words.seenElsewhere[kind.name] ?? ''),
              ].join(betweenSentences[locale])}
            </span>
          </td>
        </tr>
      )),
    [painted],
  );
  return (
    <div class="scroll-box">
      <table class="kinds">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.kind}</th>
            {[heads.weights, heads.macs, heads.ratio, heads.output].map((head) => (
              <th key={head} scope="col" class="align-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {kinds.map(({ name, weights, macs }, index) => (
          <tbody key={name}>
            <tr>
              {titles[index]}
              <td class="align-right q-parameters">{show.integer(weights)}</td>
              <td class="align-right q-macs">{show.prefixed(macs, '', 1)}</td>
              {compared[index]}
            </tr>
            {about[index]}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function reads({ span, positions, channels }: Kind, all: number, words: Words, show: Formatter): string {
  return words.reads(
    show.integer(positions),
    show.shape(span),
    positions === product(span),
    show.integer(channels),
    show.integer(all),
  );
}
