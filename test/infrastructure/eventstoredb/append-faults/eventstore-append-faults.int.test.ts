import { describe } from '@jest/globals';
import { eventstoreClients } from '../../../support/eventstoredb/eventstore-client.js';
import { appendsThroughFaults } from './appends-through-faults.js';

describe('appends through @eventstore/db-client, when the server or the way to it fails', () => {
  appendsThroughFaults(eventstoreClients);
});
