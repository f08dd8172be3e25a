import { architectures, convolution, summarize } from '../../src/engine/index.ts';

/** Median of `runs` timings of `task`, in milliseconds, after one run to warm up. */
function medianMilliseconds(runs: number, task: () => void): number {
  task();
  const timings = Array.from({ length: runs }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  }).sort((left, right) => left - right);
  return timings[Math.floor(runs / 2)] ?? 0;
}

/** How long the engine takes for what pages ask of it. */
export function engineSpeed(): { allSummariesMilliseconds: number; oneConvolutionMicroseconds: number } {
  const networks = Object.values(architectures).map((architecture) => architecture.build());
  const convolutions = 1000;
  return {
    allSummariesMilliseconds: medianMilliseconds(9, () => {
      networks.forEach((network) => summarize(network));
    }),
    oneConvolutionMicroseconds: medianMilliseconds(9, () => {
      for (let channels = 1; channels <= convolutions; channels++) {
        convolution({ inChannels: channels, outChannels: 64, kernel: [3, 3], padding: [1, 1] }).macs([
          channels,
          56,
          56,
        ]);
      }
    }),
  };
}
