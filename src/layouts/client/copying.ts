/**
 * Copy buttons: `data-copy-link` copies the page's address with that anchor, `data-copy-from` the text of the element
 * with that id. The button's label says that it worked.
 */
export function offerCopying(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-copy-link], [data-copy-from]');
    if (button !== null) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(textFor(button));
  const before = button.textContent;
  button.textContent = button.dataset.copied ?? before;
  setTimeout(() => {
    button.textContent = before;
  }, 1500);
}

function textFor(button: HTMLElement): string {
  const { copyLink, copyFrom } = button.dataset;
  if (copyFrom !== undefined) return document.getElementById(copyFrom)?.textContent ?? '';
  const address = new URL(location.href);
  address.hash = copyLink ?? '';
  return address.href;
}
