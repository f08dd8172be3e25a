/** Id of the last heading above the upper third of the window; undefined above the first. */
export function currentHeading(): string | undefined {
  const passed = headings().filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3);
  return passed.at(-1)?.id;
}

function headings(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')];
}

/** Marks the entry of the page's contents whose section is being read. */
export function followReading(): void {
  const entries = [...document.querySelectorAll<HTMLAnchorElement>('.margin .on-this-page a')];
  if (entries.length === 0) return;
  const mark = (): void => {
    const current = currentHeading();
    for (const entry of entries) {
      if (entry.hash === `#${current ?? ''}`) entry.setAttribute('aria-current', 'true');
      else entry.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px', threshold: [0, 1] });
  for (const heading of headings()) observer.observe(heading);
  mark();
}
