import { useEffect, useState } from 'preact/hooks';

const millisecondsPerStep = 600;

/** Whether the figure walks by itself, which it does only when asked and never for readers who want no motion. */
export function useWalking(
  chosen: number,
  outputs: number,
  choose: (output: number) => void,
): { readonly offered: boolean; readonly walking: boolean; readonly toggle: () => void } {
  const [offered, setOffered] = useState(false);
  const [walking, setWalking] = useState(false);
  useEffect(() => {
    setOffered(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }, []);
  useEffect(() => {
    if (!walking) return;
    if (chosen >= outputs - 1) {
      setWalking(false);
      return;
    }
    const timer = setTimeout(() => {
      choose(chosen + 1);
    }, millisecondsPerStep);
    return () => {
      clearTimeout(timer);
    };
  }, [walking, chosen, outputs]);
  const toggle = (): void => {
    if (!walking && chosen >= outputs - 1) choose(0);
    setWalking(!walking);
  };
  return { offered, walking, toggle };
}
