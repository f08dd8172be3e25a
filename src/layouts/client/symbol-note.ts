// Loaded when the first symbol is asked for: the sentences of all symbols would weigh on every page.
import { languageTag, locales, symbolMeaning } from '../../i18n/index.ts';

const locale = locales.find((each) => languageTag[each] === document.documentElement.lang) ?? 'en';
const meanings = new Map(Object.entries(symbolMeaning));
const id = 'symbol-note';
const edge = 8;
let note: HTMLElement | undefined;
let explained: Element | undefined;

/** Shows what a symbol means, or every symbol of a formula once, next to it. */
export function explainIn(target: Element): void {
  if (target === explained) return;
  hide();
  const symbols = target.matches('[data-symbol]') ? [target] : target.querySelectorAll('[data-symbol]');
  const lines = new Map<string, HTMLElement>();
  for (const symbol of symbols) {
    const name = symbol.getAttribute('data-symbol') ?? '';
    if (!lines.has(name)) lines.set(name, lineOf(target, name));
  }
  const own = (note ??= createNote());
  own.replaceChildren(...lines.values());
  explained = target;
  target.setAttribute('aria-describedby', id);
  own.showPopover();
  place(own, target.getBoundingClientRect());
}

/** The symbol as it is written in the formula's own line of letters, and its meaning. */
function lineOf(target: Element, name: string): HTMLElement {
  const line = document.createElement('p');
  const written = target.querySelector(`.symbol[data-symbol="${name}"]`);
  if (written instanceof HTMLElement) {
    const copy = document.createElement('span');
    copy.className = 'symbol';
    copy.append(...[...written.childNodes].map((node) => node.cloneNode(true)));
    line.append(copy, ' ');
  }
  line.append(meanings.get(name)?.[locale] ?? name);
  return line;
}

function place(own: HTMLElement, at: DOMRect): void {
  const { width, height } = own.getBoundingClientRect();
  const left = Math.max(edge, Math.min(at.left, document.documentElement.clientWidth - width - edge));
  const below = at.bottom + height < window.innerHeight;
  own.style.left = `${left}px`;
  own.style.top = `${below ? at.bottom : Math.max(0, at.top - height)}px`;
}

function hide(): void {
  explained?.removeAttribute('aria-describedby');
  explained = undefined;
  if (note?.matches(':popover-open') === true) note.hidePopover();
}

/** The note stays while the pointer is over it; Escape and going elsewhere close it. */
function createNote(): HTMLElement {
  const own = document.createElement('div');
  own.id = id;
  own.className = 'symbol-note';
  own.setAttribute('role', 'tooltip');
  own.popover = 'manual';
  document.body.append(own);
  const leaves = ({ target }: Event): boolean =>
    !(target instanceof Node) || (!own.contains(target) && explained?.contains(target) !== true);
  document.addEventListener('pointerover', (event) => {
    if (leaves(event) && document.activeElement !== explained) hide();
  });
  document.addEventListener('focusin', (event) => {
    if (leaves(event)) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  const follow = (): void => {
    if (explained !== undefined) place(own, explained.getBoundingClientRect());
  };
  document.addEventListener('scroll', follow, { capture: true, passive: true });
  return own;
}
