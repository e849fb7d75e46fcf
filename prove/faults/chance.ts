import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that is the same again for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

export const chanceOf = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed);
  const below = (limit: number): number => (generator.next() >>> 0) % limit;
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
};
