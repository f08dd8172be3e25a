import type { JSX } from 'preact';
import type { DilatedStack, Window } from '../../engine/index.ts';
import { effectiveKernel, overlapPattern, scatterOverlap, stackReach } from '../../engine/index.ts';
import type { Formatter } from '../../format/index.ts';
import { CellGrid } from './CellGrid.tsx';
import type { PositionWords } from './words.ts';

interface Shared {
  readonly words: PositionWords;
  readonly show: Formatter;
}

/** What two axes with these counts give at each pair of positions. */
function onBothAxes(counts: readonly number[]): number[][] {
  return counts.map((row) => counts.map((column) => row * column));
}

/** A square kernel at one dilation: its weights among the positions it spans, in a field of `field` positions. */
export function DilatedKernelGrid({
  kernel,
  dilation,
  field,
  words,
  show,
}: Shared & {
  readonly kernel: number;
  readonly dilation: number;
  readonly field: number;
}): JSX.Element {
  const span = effectiveKernel(kernel, dilation);
  const start = (field - span) / 2;
  const taps = Array.from({ length: field }, (_, position) => {
    const offset = position - start;
    return Number(offset >= 0 && offset < span && offset % dilation === 0);
  });
  const square = show.shape([span, span]);
  return (
    <CellGrid
      counts={onBothAxes(taps)}
      cell={11}
      title={words.dilatedTitle(dilation, square)}
      sentence={words.dilatedSentence(show.shape([kernel, kernel]), dilation, square)}
      quantity="parameters"
    />
  );
}

/** The input positions one output value of a stack of square dilated kernels depends on, stronger for more ways. */
export function GriddingGrid({ stack, words, show }: Shared & { readonly stack: DilatedStack }): JSX.Element {
  const { paths, receptiveField, reachedPositions } = stackReach(stack);
  const square = show.shape([receptiveField, receptiveField]);
  const share = show.percent((reachedPositions / receptiveField) ** 2);
  return (
    <CellGrid
      counts={onBothAxes(paths)}
      cell={8}
      title={words.griddingTitle(stack.dilations.join(', '), share)}
      sentence={words.griddingSentence(stack.dilations.join(', '), square, share)}
      quantity="activations"
    />
  );
}

/** Products summed at each output position of a square transposed convolution without cropping. */
export function OverlapGrid({
  inputSize,
  window,
  words,
  show,
}: Shared & {
  readonly inputSize: number;
  readonly window: Pick<Window, 'kernel' | 'stride' | 'dilation'>;
}): JSX.Element {
  const counts = scatterOverlap(inputSize, window, 'valid');
  const pattern = overlapPattern(window);
  const repeated = [...new Set(onBothAxes(pattern).flat())].sort((left, right) => right - left);
  const kernel = show.shape([window.kernel, window.kernel]);
  return (
    <CellGrid
      counts={onBothAxes(counts)}
      cell={16}
      title={words.overlapTitle(kernel, window.stride)}
      sentence={words.overlapSentence(kernel, window.stride, repeated.map(String))}
      numbered
      quantity="macs"
    />
  );
}
