/**
 * The same as `make`, but made anew only when the input's key differs from the last one: hundreds of places on the pages
 * ask for what is in the same few files, and in development the files change between two requests.
 */
export function remembered<Input, Made>(
  keyOf: (input: Input) => string,
  make: (input: Input) => Made,
): (input: Input) => Made {
  let last: { readonly key: string; readonly made: Made } | undefined;
  return (input) => {
    const key = keyOf(input);
    if (last?.key !== key) last = { key, made: make(input) };
    return last.made;
  };
}
