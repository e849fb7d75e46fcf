import { describe } from '@jest/globals';
import { kurrentClients } from '../../../support/eventstoredb/kurrent-client.js';
import { followsThroughFaultsWith } from './served/follows-through-faults.js';

describe('a feed from EventStoreDB through @kurrent/kurrentdb-client', () => {
  followsThroughFaultsWith(kurrentClients);
});
