import type { JSX } from 'preact';
import type { ScatterAxis } from '../../figures/index.ts';
import { NetworkScatter } from '../../figures/index.ts';
import type { Formatter } from '../../format/index.ts';
import type { ListedNetwork } from './network-list.ts';
import type { ListWords } from './words.ts';

interface Props {
  readonly networks: readonly ListedNetwork[];
  /** Which two quantities; anything unknown is multiply-adds against parameters. */
  readonly kind: string;
  readonly words: ListWords;
  readonly show: Formatter;
}

/** The networks listed as points. Nothing is drawn of fewer than two. */
export function NetworkPlot({ networks, kind, words, show }: Props): JSX.Element | null {
  const count = (value: number): string => show.prefixed(value, '', 0);
  const { heads } = words;
  const parameters: ScatterAxis = {
    name: heads.parameters,
    kind: 'log',
    tick: count,
    hue: 'q-parameters',
  };
  const macs: ScatterAxis = { name: heads.macs, kind: 'log', tick: count, hue: 'q-macs' };
  const accuracy: ScatterAxis = {
    name: heads.accuracyPercent,
    kind: 'linear',
    tick: (value) => show.percent(value / 100),
    hue: '',
  };
  const byAccuracy = kind === 'accuracy' || kind === 'size';
  const [x, y] = byAccuracy ? [kind === 'size' ? parameters : macs, accuracy] : [parameters, macs];
  const points = networks.flatMap((network) => {
    const across = x === parameters ? network.parameters : network.macs;
    const up = byAccuracy ? network.accuracyPercent : network.macs;
    return up === undefined ? [] : [{ label: network.title, x: across, y: up }];
  });
  if (points.length < 2) return null;
  return (
    <NetworkScatter
      points={points}
      x={x}
      y={y}
      title={words.picture(y.name, x.name, show.integer(points.length))}
    />
  );
}
