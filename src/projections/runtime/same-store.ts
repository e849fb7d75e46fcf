import type { EventStore } from '../../application/ports/event-store.js';
import type { Checkpoint } from '../../application/ports/projected-rows.js';
import { storeError } from '../../application/errors/store-error.js';
import { codeOf } from '../../application/errors/code-of.js';

/**
 * Makes sure that the store has the last event of the rows where they had it: a copy of it has the same event at
 * another position, and an older copy put back lacks it. Throws `rows-foreign`.
 */
export const mustFollow = async (
  store: Pick<EventStore, 'read'>,
  { lastEvent }: Pick<Checkpoint, 'lastEvent'>,
  path: string,
): Promise<void> => {
  if (lastEvent === undefined) return;
  const { id, stream, revision, position } = lastEvent;
  try {
    const [found] = await store.read(stream, { from: revision, to: revision });
    if (found?.id === id && found.position === position) return;
  } catch (error) {
    // A stream that was deleted on the server says nothing of whose rows these are.
    if (codeOf(error) === 'stream-gone') return;
    throw error;
  }
  throw storeError('rows-foreign', { path });
};
