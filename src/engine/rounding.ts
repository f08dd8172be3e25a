/**
 * The nearest whole number, a tie going to the even one, as IEEE 754's default and `torch.round` have it. `Math.round`
 * sends ties upwards, which shifts the mean of quantized values.
 * @example roundHalfEven(2.5) // 2
 */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const fraction = value - below;
  if (fraction === 0.5) return below % 2 === 0 ? below : below + 1;
  return fraction < 0.5 ? below : below + 1;
}
