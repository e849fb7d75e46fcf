import type { JsonObject, JsonValue } from '../../domain/kernel/json.js';

/** Numbers that look random and are the same again for the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  /** True once in so many times. */
  readonly chance: (oneIn: number) => boolean;
  /** One of them, each as likely as the others. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** A text of letters that stores have stumbled over. */
  readonly text: () => string;
  /** Any JSON value, nested at most this deep. */
  readonly json: (depth: number) => JsonValue;
  /** A JSON object, nested at most this deep. */
  readonly object: (depth: number) => JsonObject;
}

const odd = [
  'a',
  'Ñ',
  'ß',
  'e\u0301',
  '漢',
  '🚑',
  '\u{10FFFF}',
  '\u2028',
  '\u0000',
  '\n',
  '"',
  '\\',
  "'",
  '%',
  '_',
] as const;
const names = ['a', 'año', '__proto__', 'constructor', '', '0', '10', '9', '🚑', 'a.b', '$set'] as const;

// Mulberry32: 32 bits of state, small enough to be read, and good enough to shuffle calls.
const generator = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const randomFrom = (seed: number): Random => {
  const next = generator(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0];
  const text = (): string => Array.from({ length: below(12) }, () => pick(odd)).join('');
  const number = (): number => pick([0, -1, 1.5, 1e21, 5e-324, 2 ** 53 - 1, below(1_000_000)]);

  const object = (depth: number): JsonObject => {
    const entries = Array.from({ length: below(4) }, () => [pick(names), json(depth - 1)] as const);
    return Object.fromEntries(entries);
  };
  const json = (depth: number): JsonValue => {
    const kinds = depth > 0 ? 6 : 4;
    switch (below(kinds)) {
      case 0:
        return text();
      case 1:
        return number();
      case 2:
        return below(2) === 0;
      case 3:
        return null;
      case 4:
        return Array.from({ length: below(3) }, () => json(depth - 1));
      default:
        return object(depth);
    }
  };
  return { below, chance: (oneIn) => below(oneIn) === 0, pick, text, json, object };
};
