import type { EventStoreDBClient } from '@eventstore/db-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStoreDbClient } from '../../src/infrastructure/eventstoredb/client.js';

export const takesTheClient = (client: EventStoreDBClient): EventStoreDbClient => client;
export const takesItsSuccessor = (client: KurrentDBClient): EventStoreDbClient => client;
