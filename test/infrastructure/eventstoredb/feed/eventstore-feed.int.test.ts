import { describe } from '@jest/globals';
import { eventstoreClients } from '../../../support/eventstoredb/eventstore-client.js';
import { followsThroughFaultsWith } from './served/follows-through-faults.js';

describe('a feed from EventStoreDB through @eventstore/db-client', () => {
  followsThroughFaultsWith(eventstoreClients);
});
