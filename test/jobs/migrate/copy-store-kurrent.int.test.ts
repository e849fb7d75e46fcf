import { describe } from '@jest/globals';
import { kurrentClients } from '../../support/eventstoredb/kurrent-client.js';
import { roundTripThrough } from './server-round-trip.js';

describe('a file copied to a server through @kurrent/kurrentdb-client', () => {
  roundTripThrough(kurrentClients, 'kurrentdb');
});
