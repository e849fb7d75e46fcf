import { describe } from '@jest/globals';
import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import { roundTripThrough } from './server-round-trip.js';

describe('a file copied to a server through @eventstore/db-client', () => {
  roundTripThrough(eventstoreClients, 'esdb');
});
