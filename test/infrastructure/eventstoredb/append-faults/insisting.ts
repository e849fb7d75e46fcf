import type { AppendOutcome, AppendRequest } from '../../../../src/application/ports/event-store.js';
import { isStoreError, type EventStoreDb } from '../../../../src/infrastructure/eventstoredb/index.js';

/** As a host does: the same command again until something is known of it. */
export const insisting = async (store: EventStoreDb, request: AppendRequest): Promise<AppendOutcome> => {
  for (;;) {
    try {
      return await store.append(request);
    } catch (error) {
      if (!isStoreError(error) || error.code !== 'store-unavailable') throw error;
    }
  }
};
