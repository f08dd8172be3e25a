// At build only: reads the rows of published figures.
import { loadFacts } from '../../collections/index.ts';
import type { KnownDevices, Precision } from './devices.ts';
import { deviceNames, precisions } from './devices.ts';

const titles: Readonly<Record<(typeof deviceNames)[number], string>> = {
  a100: 'NVIDIA A100 80 GB',
  h100: 'NVIDIA H100 SXM',
  v100: 'NVIDIA V100 SXM2',
  'tpu-v5e': 'Google TPU v5e',
};

/**
 * The devices of content/facts/devices.yaml, in base units.
 * @throws Error when a device has no bandwidth there.
 */
export function knownDevices(): KnownDevices {
  const facts = loadFacts();
  return Object.fromEntries(
    deviceNames.map((name) => {
      const bandwidth = facts.get(`${name}-bandwidth`);
      if (bandwidth?.unit !== 'GB/s') throw new Error(`facts must have ${name}-bandwidth in GB/s`);
      const peaks = precisions.flatMap((precision): [Precision, number][] => {
        const peak = facts.get(`${name}-${precision}-peak`);
        return peak === undefined ? [] : [[precision, peak.value * 1e12]];
      });
      return [
        name,
        { title: titles[name], bytesPerSecond: bandwidth.value * 1e9, peaks: Object.fromEntries(peaks) },
      ];
    }),
  );
}
