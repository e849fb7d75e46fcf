import { randomBytes } from 'node:crypto';
import { timeBits, uuidFrom } from '../../../application/identity/uuid.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';
import { millisecondsOf } from '../../../domain/kernel/instant.js';

/** UUIDs of version 7 by the given clock. */
export const timeOrderedIds =
  (clock: Clock): Ids =>
  () =>
    uuidFrom(7, timeBits(millisecondsOf(clock())), randomBytes(10).toString('hex'));
