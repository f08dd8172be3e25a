import type { JSX } from 'preact';
import { formatterFor } from '../../format/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { languageTag } from '../../i18n/index.ts';
import { ChannelPlot } from './ChannelPlot.tsx';
import type { Comparison } from './comparison.ts';
import { SchemeTable } from './LabTables.tsx';
import { words } from './words.ts';

interface Props {
  readonly comparison: Comparison;
  readonly locale: Locale;
}

/** How far each channel is off under its own scale and under one for all, and the weights under every scheme. */
export function ComparisonView({ comparison: { bits, schemes, channels }, locale }: Props): JSX.Element {
  const own = words[locale];
  const show = formatterFor(languageTag[locale]);
  return (
    <>
      {channels.length > 1 && (
        <>
          <p class="part">{own.perChannel}</p>
          <ChannelPlot
            channels={channels}
            title={own.perChannel}
            below={own.byChannel}
            own={own.own}
            shared={own.shared}
            decibels={(value) => show.decimal(value, 0)}
          />
        </>
      )}
      <SchemeTable schemes={schemes} bits={bits} locale={locale} />
    </>
  );
}
