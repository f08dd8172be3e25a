const scrolling = '.katex-display, .scroll-box, .arithmetic .right, pre';

/**
 * A box that scrolls must be reachable with the keyboard, and one that does not must not be a stop: at the width the page
 * has, and after a calculator has put other numbers in.
 */
export function reachScrollBoxes(): void {
  const check = (box: Element): void => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
    else box.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) check(target);
  });
  for (const box of document.querySelectorAll(scrolling)) sizes.observe(box);
  const changed = new Set<Element>();
  const contents = new MutationObserver((records) => {
    if (changed.size === 0) {
      requestAnimationFrame(() => {
        for (const results of changed) results.querySelectorAll(scrolling).forEach(check);
        changed.clear();
      });
    }
    for (const { target } of records) {
      const results = target.parentElement?.closest('.results');
      if (results !== null && results !== undefined) changed.add(results);
    }
  });
  for (const results of document.querySelectorAll('.results')) {
    contents.observe(results, { subtree: true, childList: true, characterData: true });
  }
}
