import type { Field } from '../../calculators/index.ts';

/** The places of a comparison; the last two may stay empty. */
export const places = ['a', 'b', 'c', 'd'] as const;
export type Place = (typeof places)[number];

/** A place without a network. */
export const nobody = 'none';

/** Three networks of about the same multiply-adds that differ in everything else. */
const standard: Readonly<Record<Place, string>> = {
  a: 'resnet50',
  b: 'efficientnet_b4',
  c: 'vit_b_32',
  d: nobody,
};

/** The fields of a comparison among the networks called `ids`. */
export function compareFields(ids: readonly string[]): Readonly<Record<Place, Field>> {
  const field = (place: Place): Field => ({
    kind: 'choice',
    standard: standard[place],
    choices: place === 'a' || place === 'b' ? ids : [nobody, ...ids],
  });
  return { a: field('a'), b: field('b'), c: field('c'), d: field('d') };
}

/**
 * The networks an address asks for, in their order, each once; a place with an unknown name is empty.
 * @example chosenIn({ a: 'vgg16', b: 'vgg16', c: 'none', d: 'alexnet' }, ids) // ['vgg16', 'alexnet']
 */
export function chosenIn(typed: Readonly<Record<string, string>>, ids: readonly string[]): readonly string[] {
  return [...new Set(places.flatMap((place) => ids.find((id) => id === typed[place]) ?? []))];
}

/** The networks compared when none is asked for. */
export const standardChoice: readonly string[] = places.flatMap((place) =>
  standard[place] === nobody ? [] : [standard[place]],
);
