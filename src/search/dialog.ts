import { button, element } from './elements.ts';
import type { SearchView } from './view.ts';

/** A dialog around the search view; the focus returns to where it was, and the text is kept for the next opening. */
export function dialogAround(view: SearchView, label: string, close: string): HTMLDialogElement {
  const dialog = element('dialog', { class: 'search-dialog', 'aria-label': label });
  const shut = button(close, () => {
    dialog.close();
  });
  dialog.append(element('div', { class: 'search-line' }, view.input, shut), ...view.below);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  let isComposing = false;
  view.input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  view.input.addEventListener('compositionend', () => {
    isComposing = false;
  });
  // The first Escape belongs to the input method, which gives up what is being composed.
  dialog.addEventListener('cancel', (event) => {
    if (isComposing) event.preventDefault();
  });
  document.body.append(dialog);
  return dialog;
}
