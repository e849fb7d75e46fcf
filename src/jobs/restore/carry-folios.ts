import { lentNumbersIn, voidLentNumbers, type CarryParts, type LentNumbers } from './carry-numbers.js';
import type { VoidedNumbers } from '../../application/folio/void-numbers.js';
import type { Clock } from '../../application/ports/clock.js';
import { createKeyring } from '../../application/keys/keyring.js';
import { versionOf } from '../../application/schema/catalogue.js';
import { createCodec } from '../../application/schema/codec.js';
import { withCurrentEvents } from '../../application/schema/current-events.js';
import { isCodedError } from '../../application/errors/coded-error.js';
import { memoryKeyVault } from '../../infrastructure/crypto/memory-key-vault.js';
import { timeOrderedIds } from '../../infrastructure/shared/system/time-ordered-ids.js';
import { sqliteEventStore } from '../../infrastructure/sqlite/sqlite-event-store.js';

/** Folio events hold nothing personal: no key is asked for. */
const partsFor = (clock: Clock): CarryParts => ({
  codec: createCodec(createKeyring(memoryKeyVault(), ''), versionOf),
  clock,
  ids: timeOrderedIds(clock),
});

/** How far the folios of a store were given; `undefined` where it cannot be read any more. */
const lentIn = async (path: string, parts: CarryParts): Promise<readonly LentNumbers[] | undefined> => {
  const store = sqliteEventStore({ path, readOnly: true, mustExist: true });
  try {
    return await lentNumbersIn(withCurrentEvents(store), parts);
  } catch (error) {
    if (isCodedError(error)) return undefined;
    throw error;
  } finally {
    await store.close();
  }
};

/**
 * Voids in a copy the folio numbers that the store which it replaces may have given after the copy was made. Gives what
 * was voided; `undefined` where the store cannot be read, so that this is unknown.
 */
export const carryFolios = async (
  replaced: string,
  copy: string,
  clock: Clock,
): Promise<readonly VoidedNumbers[] | undefined> => {
  const parts = partsFor(clock);
  const lent = await lentIn(replaced, parts);
  if (lent === undefined) return undefined;
  const store = sqliteEventStore({ path: copy, mustExist: true });
  try {
    return await voidLentNumbers(lent, withCurrentEvents(store), parts);
  } finally {
    await store.close();
  }
};
