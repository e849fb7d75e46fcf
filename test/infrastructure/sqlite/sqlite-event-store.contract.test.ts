import { describe, it } from '@jest/globals';
import { sqliteEventStore, type SqliteEventStoreOptions } from '../../../src/infrastructure/sqlite/index.js';
import { eventStoreContract, type Subject } from '../../../src/testing/event-store-contract/index.js';
import { temporaryFolder } from './temporary.js';

describe('the event store in a file keeps the contract', () => {
  eventStoreContract({
    describe,
    it,
    make: (inline) => {
      const folder = temporaryFolder();
      const options: SqliteEventStoreOptions = { path: folder.path('store.db'), inline };
      const opened = (): Subject => {
        const store = sqliteEventStore(options);
        return {
          store,
          projected: store,
          reopen: () => Promise.resolve(opened()),
          dispose: () => {
            folder.remove();
            return Promise.resolve();
          },
        };
      };
      return opened();
    },
  });
});
