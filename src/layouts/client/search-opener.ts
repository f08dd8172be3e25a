/** Opens search on `/`, Ctrl-K or the header's link; nothing of it is loaded before. */
export function openSearchOnDemand(): void {
  const link = document.querySelector<HTMLAnchorElement>('.search-open');
  if (link === null) return;
  const open = (event?: Event, query?: string): void => {
    event?.preventDefault();
    void import('../../search/index.ts').then(({ openSearch }) => openSearch(link.href, query));
  };
  // A shared query: the search page opens on it.
  const shared = new URLSearchParams(location.search).get('q');
  if (shared !== null && location.pathname === link.pathname) open(undefined, shared);
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
