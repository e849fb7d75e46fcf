import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance from a seed. */
export interface Chance {
  /** A whole number from 0 up to, and without, the limit. */
  readonly below: (limit: number) => number;
  /** In [0, 1). */
  readonly fraction: () => number;
}

export const chanceFrom = (seed: number): Chance => {
  const random = xoroshiro128plus(seed);
  const fraction = (): number => (random.next() >>> 0) / 2 ** 32;
  return { below: (limit) => Math.floor(fraction() * limit), fraction };
};
