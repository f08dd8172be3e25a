import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly legend: string;
  readonly children: ComponentChildren;
}

/**
 * Fields under one name, for readers with script. They lie in a box of their own: to put one into the fieldset itself,
 * Chromium lays out all the others from the start.
 */
export function FieldGroup({ legend, children }: Props): JSX.Element {
  return (
    <fieldset class="needs-script" data-pagefind-ignore>
      <legend>{legend}</legend>
      <div class="fields">{children}</div>
    </fieldset>
  );
}
