import type { Position, StoreLag } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';

const zeros = '0000000000000000';
const shape = /^\d{16}$/;

/** A position counted from 1, as a text that sorts as the number does. */
export const positionOf = (number: number): Position => {
  const text = String(number);
  return zeros.slice(text.length) + text;
};

/** The number again; 0 where no position is given. Throws `read-invalid` for a text of another store. */
export const numberOf = (position: Position | undefined): number => {
  if (position === undefined) return 0;
  if (shape.test(position)) return Number(position);
  throw storeError('read-invalid', { at: 'after', reason: 'position-foreign' });
};

/** How many events there are after a position, up to the last one: positions are counted without gaps. */
export const lagOf = (head: Position | undefined, after: Position | undefined): StoreLag => ({
  events: Math.max(0, numberOf(head) - numberOf(after)),
  bytes: null,
});
