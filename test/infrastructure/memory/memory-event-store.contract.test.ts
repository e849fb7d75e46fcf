import { describe, it } from '@jest/globals';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { eventStoreContract } from '../../../src/testing/event-store-contract/index.js';

describe('the event store in memory keeps the contract', () => {
  eventStoreContract({
    describe,
    it,
    make: (inline) => {
      const store = memoryEventStore({ inline });
      return { store, projected: store };
    },
    abilities: ['inline-rows'],
  });
});
