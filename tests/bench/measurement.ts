/** A figure with the most it may be. */
export interface Measurement {
  readonly what: string;
  readonly measured: number;
  readonly budget: number;
  readonly unit: string;
}
