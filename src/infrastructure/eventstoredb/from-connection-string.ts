import type { EventStore } from '../../application/ports/event-store.js';
import { eventStoreDb, type EventStoreDbOptions } from './event-store-db.js';
import { loadClient } from './load-client.js';

/**
 * The store behind a connection string (`esdb://…`, `kurrentdb://…`), on the client that is installed. Throws
 * `client-missing` where none is, and `option-invalid` for a string that it does not understand.
 */
export const eventStoreDbFrom = async (
  url: string,
  options: Omit<EventStoreDbOptions, 'createClient' | 'dialect'> = {},
): Promise<EventStore> => eventStoreDb({ ...options, ...(await loadClient(url)) });
