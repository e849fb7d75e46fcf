import { formatFolio, hasFolio } from '../../domain/folio/format.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';

/** A block lent to this process: numbers `from` (included) to `to` (excluded), until `expiresAt`. */
export interface LentBlock {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly expiresAt: Instant;
}

/** What a process leaves of a block: from the first number not given (included) to the block's end. */
export interface BlockRest {
  readonly block: number;
  readonly from: number;
}

export interface GivenFolio {
  readonly folio: string;
  readonly number: number;
}

export interface BlockNumbers {
  /** The next folio, or `undefined` where none is left or the lease ends within the margin. */
  readonly take: (now: Instant) => GivenFolio | undefined;
  /** Takes back a number of this block, which is given next; false for any other number, which is left alone. */
  readonly takeBack: (number: number) => boolean;
  /**
   * Ends the block at what was never given, and what was taken back where nothing given lies after it: this is what is
   * left of it for others. What is taken back before that is still given.
   */
  readonly leave: () => BlockRest;
  /** How its size met the demand: 1 given out within the lease, 0 just so, -1 outlived the lease. */
  readonly demand: (now: Instant) => 1 | 0 | -1;
}

/** The numbers of one block as they are given, one by one and each once. `margin` in milliseconds. */
export const createBlockNumbers = (prefix: string, lent: LentBlock, margin: number): BlockNumbers => {
  const { block, from, expiresAt } = lent;
  const usableUntil = millisecondsOf(expiresAt) - margin;
  const takenBack = new Map<number, GivenFolio>();
  let next = from;
  let { to } = lent;

  const ahead = (): GivenFolio | undefined => {
    for (let number = next; number < to; number += 1) {
      const folio = formatFolio(prefix, number);
      if (folio !== undefined) return { folio, number };
    }
    return undefined;
  };

  const isOver = (now: Instant): boolean => millisecondsOf(now) >= usableUntil;

  return {
    take: (now) => {
      if (isOver(now)) return undefined;
      const [again] = takenBack.values();
      const given = again ?? ahead();
      if (given !== undefined && !takenBack.delete(given.number)) next = given.number + 1;
      return given;
    },
    takeBack: (number) => {
      const folio = formatFolio(prefix, number);
      if (folio === undefined || number < from || number >= next) return false;
      takenBack.set(number, { folio, number });
      return true;
    },
    leave: () => {
      while (next > from && (takenBack.has(next - 1) || !hasFolio(prefix, next - 1))) {
        next -= 1;
        takenBack.delete(next);
      }
      let start = next;
      while (start < to && !hasFolio(prefix, start)) start += 1;
      to = next;
      return { block, from: start };
    },
    demand: (now) => {
      const spent = takenBack.size === 0 && ahead() === undefined;
      if (!spent) return -1;
      return isOver(now) ? 0 : 1;
    },
  };
};
