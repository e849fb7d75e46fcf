import { describe } from '@jest/globals';
import { eventstoreClients } from '../../../support/eventstoredb/eventstore-client.js';
import { feedsWith } from './served/feeds-with.js';

describe('a feed from EventStoreDB through @eventstore/db-client', () => {
  feedsWith(eventstoreClients);
});
