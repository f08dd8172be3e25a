/**
 * Opens search on `/`, Ctrl-K or the header's link, and on the search page puts it in its place; nothing of it is
 * loaded before.
 */
export function openSearchOnDemand(): void {
  const link = document.querySelector<HTMLAnchorElement>('.search-open');
  if (link === null) return;
  const place = document.querySelector<HTMLElement>('[data-search-here]');
  if (place !== null) {
    void import('../../search/index.ts').then(({ placeSearch }) => placeSearch(link.href, place));
  }
  const open = (event: Event): void => {
    event.preventDefault();
    const input = place?.querySelector('input');
    if (input) input.focus();
    else void import('../../search/index.ts').then(({ openSearch }) => openSearch(link.href));
  };
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  document.addEventListener('keydown', (event) => {
    const slash =
      event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const controlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if ((slash || controlK) && !event.isComposing) open(event);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
