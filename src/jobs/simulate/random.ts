import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws from one seeded source: the same seed gives the same draws on every machine. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  readonly share: () => number;
  readonly chance: (probability: number) => boolean;
  readonly between: (least: number, most: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <const Items extends readonly [unknown, ...unknown[]]>(items: Items) => Items[number];
  /** One of the keys, as often as its weight says. */
  readonly weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
  /** Normal in ln(x): `mu` and `sigma` of the logarithm. */
  readonly logNormal: (mu: number, sigma: number) => number;
  /** Gamma of this shape, scaled to mean 1. */
  readonly gammaFactor: (shape: number) => number;
  /** How often something happens that happens `mean` times on average. */
  readonly poisson: (mean: number) => number;
  /** Mean 1. */
  readonly exponential: () => number;
}

const isKeyOf = <Key extends string>(weights: Readonly<Record<Key, number>>, key: string): key is Key =>
  Object.hasOwn(weights, key);

/** Where the weights, one after the other, reach the share. */
const reached = <Key extends string>(weights: Readonly<Record<Key, number>>, share: number): Key => {
  const keys = Object.keys(weights).filter((key) => isKeyOf(weights, key));
  let left = share * keys.reduce((sum, key) => sum + weights[key], 0);
  const found = keys.find((key) => (left -= weights[key]) < 0) ?? keys.at(-1);
  if (found === undefined) throw new RangeError('no weights to choose by');
  return found;
};

/** A source of its own for each list of names: what is added to one part of a workload changes no other. */
export const createRandom = (...names: readonly (string | number)[]): Random => {
  const seed = Number.parseInt(hash('sha256', JSON.stringify(names), 'hex').slice(0, 8), 16);
  const source = xoroshiro128plus(seed | 0);
  const share = () => uniformFloat64(source);
  const exponential = () => -Math.log(1 - share());
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * share());

  /** Marsaglia and Tsang (2000), for shapes of at least 1. */
  const gammaFactor = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
    }
  };

  /** The events of a Poisson process within one unit of time. */
  const poisson = (mean: number): number => {
    let count = 0;
    for (let at = exponential(); at < mean; at += exponential()) count += 1;
    return count;
  };

  const whole = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    chance: (probability) => share() < probability,
    between: (least, most) => least + share() * (most - least),
    whole,
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    weighted: (weights) => reached(weights, share()),
    logNormal: (mu, sigma) => Math.exp(mu + sigma * normal()),
    gammaFactor,
    poisson,
    exponential,
  };
};
