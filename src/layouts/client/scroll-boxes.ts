const scrolling = '.katex-display, .scroll-box, pre';

/**
 * A box that scrolls must be reachable with the keyboard, and one that does not must not be a stop: at the width the page
 * has, and after a calculator has put other numbers in.
 */
export function reachScrollBoxes(): void {
  const sizes = new ResizeObserver((entries) => {
    check(entries.map(({ target }) => target));
  });
  for (const box of document.querySelectorAll(scrolling)) sizes.observe(box);
  for (const results of document.querySelectorAll('.results')) checkAfterChanges(results);
}

/** Looks once the change has been painted: asked before, the page would be laid out twice for it. */
function checkAfterChanges(results: Element): void {
  let waiting = false;
  const contents = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        waiting = false;
        check([...results.querySelectorAll(scrolling)]);
      }),
    );
  });
  contents.observe(results, { subtree: true, childList: true, characterData: true });
}

/** Asks all before it changes any, since the first question after a change lays the page out. */
function check(boxes: readonly Element[]): void {
  const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth);
  boxes.forEach((box, index) => {
    if (scrolls[index] === box.hasAttribute('tabindex')) return;
    if (scrolls[index] === true) box.setAttribute('tabindex', '0');
    else box.removeAttribute('tabindex');
  });
}
