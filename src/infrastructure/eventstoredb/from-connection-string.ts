import { eventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './event-store-db.js';
import { loadClient } from './load-client.js';

/**
 * The store behind a connection string (`esdb://…`, `kurrentdb://…`), on the client that is installed. Throws
 * `client-missing` where none is, `client-conflict` where the process has loaded the other one, and `option-invalid` for
 * a string that it does not understand.
 */
export const eventStoreDbFrom = async (
  url: string,
  options: Omit<EventStoreDbOptions, 'createClient' | 'dialect'> = {},
): Promise<EventStoreDb> => eventStoreDb({ ...options, ...(await loadClient(url)) });
