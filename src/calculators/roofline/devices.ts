/** Number formats with a peak of their own; 16-bit floats of either kind share one. */
export const precisions = ['float32', 'float16', 'int8'] as const;

export type Precision = (typeof precisions)[number];

/** A machine with its published rates. */
export interface KnownDevice {
  readonly title: string;
  readonly bytesPerSecond: number;
  /** Operations per second by number format; absent where none is published. */
  readonly peaks: Readonly<Partial<Record<Precision, number>>>;
}

/** Machines the calculator offers, by the prefix of their rows in content/facts/devices.yaml. */
export const deviceNames = ['a100', 'h100', 'v100', 'tpu-v5e'] as const;

/** What the calculator's page hands to it, by name. */
export type KnownDevices = Readonly<Record<string, KnownDevice>>;
