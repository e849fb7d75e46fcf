import { describe } from '@jest/globals';
import { kurrentClients } from '../../../support/eventstoredb/kurrent-client.js';
import { appendsThroughFaults } from './appends-through-faults.js';

describe('appends through @kurrent/kurrentdb-client, when the server or the way to it fails', () => {
  appendsThroughFaults(kurrentClients);
});
