/** Escape closes an open preview of a citation or term, as hover content must allow; leaving the word re-arms it. */
export function closePreviewsOnEscape(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const word of document.querySelectorAll<HTMLElement>(
      ':is(.cite, .term):is(:hover, :focus-within)',
    )) {
      word.dataset.closed = '';
      const open = (): void => {
        delete word.dataset.closed;
      };
      word.addEventListener('pointerleave', open, { once: true });
      word.addEventListener('focusout', open, { once: true });
    }
  });
}
