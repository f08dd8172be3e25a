import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { WiringStep } from '../../src/figures/index.ts';
import { ChannelWiring, wiringOf, wiringWords } from '../../src/figures/index.ts';
import { formatterFor } from '../../src/format/index.ts';

const grouped = (channels: number, groups: number): WiringStep => ({ outChannels: channels, groups });
const reached = (channels: number, steps: readonly WiringStep[]): number =>
  (wiringOf(channels, steps).columns[0] ?? []).filter(Boolean).length;

describe('the wires of grouped convolutions', () => {
  it.each([
    [1, 36],
    [2, 18],
    [3, 12],
    [6, 6],
  ])('number 36 over g for six channels in %i groups', (groups, wires) => {
    expect(wiringOf(6, [grouped(6, groups)]).steps[0]?.wires).toHaveLength(wires);
  });

  it('stay within a group', () => {
    const { steps } = wiringOf(6, [grouped(6, 3)]);
    for (const { from, to } of steps[0]?.wires ?? []) expect(Math.floor(from / 2)).toBe(Math.floor(to / 2));
  });

  it('read one input for two outputs at depth multiplier 2', () => {
    const { steps } = wiringOf(3, [{ outChannels: 6, groups: 3 }]);
    expect(steps[0]?.wires.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 5],
    ]);
  });

  it('never leave the group without a shuffle, and reach all nine channels with one', () => {
    expect(reached(9, [grouped(9, 3), grouped(9, 3)])).toBe(3);
    expect(reached(9, [grouped(9, 3), { shuffle: 3 }, grouped(9, 3)])).toBe(9);
  });

  it('reach min(g, C/g) groups after one shuffle', () => {
    for (const [channels, groups] of [
      [12, 4],
      [12, 3],
      [12, 6],
      [24, 4],
    ] as const) {
      const steps = [grouped(channels, groups), { shuffle: groups }, grouped(channels, groups)];
      const perGroup = channels / groups;
      expect(reached(channels, steps)).toBe(Math.min(groups, perGroup) * perGroup);
    }
  });
});

describe('ChannelWiring', () => {
  it.each([
    [
      'en',
      'sees 9 of 9',
      'with a shuffle: 54 kernels connect input to output channels; the first output channel depends on 9 of 9 input channels.',
    ],
    ['zh', '看到 9/9', '混洗：54 个核把输入通道连到输出通道；第一个输出通道依赖 9 个输入通道中的 9 个。'],
  ] as const)('says what it draws (%s)', async (locale, label, sentence) => {
    const svg = render(
      h(ChannelWiring, {
        inChannels: 9,
        steps: [grouped(9, 3), { shuffle: 3 }, grouped(9, 3)],
        title: locale === 'en' ? 'with a shuffle' : '混洗',
        words: wiringWords[locale],
        show: formatterFor(locale),
      }),
    );
    expect(svg).toContain(label);
    expect(svg).toContain(`aria-label="${sentence}"`);
    expect(svg).not.toMatch(/NaN|undefined|style=/);
    if (locale === 'en') await expect(svg).toMatchFileSnapshot('../golden/channel-wiring.svg');
  });
});
