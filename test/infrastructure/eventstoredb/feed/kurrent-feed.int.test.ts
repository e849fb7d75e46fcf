import { describe } from '@jest/globals';
import { kurrentClients } from '../../../support/eventstoredb/kurrent-client.js';
import { feedsWith } from './served/feeds-with.js';

describe('a feed from EventStoreDB through @kurrent/kurrentdb-client', () => {
  feedsWith(kurrentClients);
});
