import { atDoor } from './door.js';
import {
  instantOf as instantOfInside,
  laterOf as laterOfInside,
  millisecondsOf as millisecondsOfInside,
} from './instant.js';

/** The instant of a number of milliseconds since 1970 (UTC). Throws outside what a date can hold. */
export const instantOf = atDoor('instantOf', instantOfInside, { milliseconds: 'number' });

/** The later of two instants. */
export const laterOf = atDoor('laterOf', laterOfInside, { a: 'instant', b: 'instant' });

/** Milliseconds since 1970 (UTC). */
export const millisecondsOf = atDoor('millisecondsOf', millisecondsOfInside, { at: 'instant' });
