import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { product } from '../../engine/index.ts';
import { KindPicture } from '../../figures/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { betweenSentences } from '../../i18n/index.ts';
import { usePainted } from '../shared/Later.tsx';
import type { CommonSize, Kind, KindName } from './kinds.ts';
import { kindNames, kindsAt } from './kinds.ts';
import type { Words } from './words.ts';

interface Props {
  readonly size: CommonSize;
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

/** So many rows stand in sight of the fields; the others follow a change by a frame. */
const rowsInSight = 4;
const inSight = kindNames.slice(0, rowsInSight);

/** All kinds as a table: a row of numbers for each, and under it what it changes and where it is seen. */
export function KindRows({ size, seen, notes, words, locale, show }: Props): JSX.Element {
  const { heads } = words;
  // They never change: the same elements are not gone through again.
  const pictures = useMemo(
    () => pictured.map(({ name, convolutions }) => <KindPicture key={name} convolutions={convolutions} />),
    [],
  );
  const row = (kind: Kind): JSX.Element => (
    <NumberRow kind={kind} href={notes[kind.name]} words={words} show={show} />
  );
  const paintedSize = usePainted(size);
  const painted = useMemo(() => kindsAt(paintedSize), [paintedSize]);
  const first = useMemo(() => kindsAt(size, inSight).map(row), [size]);
  const others = useMemo(() => painted.slice(rowsInSight).map(row), [painted]);
  const numbers = [...first, ...others];
  const about = useMemo(
    () =>
      painted.map((kind, index) => (
        <tr class="about">
          <td colSpan={5}>
            {pictures[index]}
            <span>
              {[
                words.changes[kind.name],
                reads(kind, paintedSize.inChannels, words, show),
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
      <table class="kinds steady">
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
        {kindNames.map((name, index) => (
          <tbody key={name}>
            {numbers[index]}
            {about[index]}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps extends Pick<Props, 'words' | 'show'> {
  readonly kind: Kind;
  readonly href: string | undefined;
}

function NumberRow({ kind, href, words, show }: RowProps): JSX.Element {
  const name = words.names[kind.name];
  return (
    <tr>
      <th scope="rowgroup">{href === undefined ? name : <a href={href}>{name}</a>}</th>
      <td class="align-right q-parameters">{show.integer(kind.weights)}</td>
      <td class="align-right q-macs">{show.prefixed(kind.macs, '', 1)}</td>
      <td class="align-right">{show.decimal(kind.macsRatio, 3)}</td>
      <td class="align-right">{show.shape(kind.outputShape)}</td>
    </tr>
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
