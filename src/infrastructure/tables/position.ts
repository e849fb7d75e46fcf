import type { Position } from '../../application/ports/event-store.js';
import { storeError } from '../../application/ports/store-error.js';

const digits = 16;
const shape = /^\d{16}$/;

/** A place counted from 1, as a text that sorts as the number does. */
export const positionOf = (place: number): Position => String(place).padStart(digits, '0');

/** The number again; 0 where no position is given. Throws `read-invalid` for a text of another store. */
export const placeOf = (position: Position | undefined): number => {
  if (position === undefined) return 0;
  if (shape.test(position)) return Number(position);
  throw storeError('read-invalid', { at: 'after', reason: 'not a position of this store' });
};
