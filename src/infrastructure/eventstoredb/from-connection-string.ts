import { eventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './event-store-db.js';
import {
  lookedAt,
  mustBeObject,
  missingOption,
  unsupported,
} from '../../application/errors/option-faults.js';
import { loadClient } from './load-client.js';

/** A host that reads the string out of its environment may have none. */
const mustBeConnectionString = (url: unknown): void => {
  const forms = 'esdb://…, kurrentdb://…';
  if (url === undefined) throw missingOption('store', forms);
  if (typeof url !== 'string') throw unsupported('store', url, forms);
};

/**
 * The store behind a connection string (`esdb://…`, `kurrentdb://…`), on the client that is installed. Throws
 * `client-missing` where none is, `client-conflict` where the process has loaded the other one, and `option-invalid` for
 * a string that it does not understand.
 */
export const eventStoreDbFrom = async (
  url: string,
  options: Omit<EventStoreDbOptions, 'createClient' | 'dialect'> = {},
): Promise<EventStoreDb> => {
  mustBeConnectionString(url);
  mustBeObject('eventStoreDbFrom', options, '{ prefixes, timers, random, tuning, feedTuning, logger }');
  const asked = lookedAt('eventStoreDbFrom', () => ({ ...options }));
  return eventStoreDb({ ...asked, ...(await loadClient(url)) });
};
