import type { Dialect, EventStoreDbClient } from '../../../src/infrastructure/eventstoredb/index.js';

/** Makes clients of one of the two packages. A test file loads one of them: they share a process badly. */
export interface Clients {
  readonly dialect: Dialect;
  readonly create: (connectionString: string) => EventStoreDbClient;
}
