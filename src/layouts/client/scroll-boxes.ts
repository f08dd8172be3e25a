/** A box that scrolls must be reachable with the keyboard, and one that does not must not be a stop. */
export function reachScrollBoxes(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of document.querySelectorAll('.katex-display, .scroll-box, .arithmetic .right, pre'))
    observer.observe(box);
}
