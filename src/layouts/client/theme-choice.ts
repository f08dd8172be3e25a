/** Makes the header's choice of theme work and remembers it; `system` is remembered by forgetting. */
export function offerThemes(): void {
  const select = document.querySelector<HTMLSelectElement>('.theme-choice select');
  if (select === null) return;
  const root = document.documentElement;
  select.value = root.dataset.theme ?? 'system';
  select.addEventListener('change', () => {
    const theme = select.value === 'system' ? undefined : select.value;
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === undefined) localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Without storage the choice holds for this page.
    }
  });
}
