/** Opens the search dialog. */
export function openSearch(page: string): void {
  location.href = page;
}
