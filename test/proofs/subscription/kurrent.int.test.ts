import { describe } from '@jest/globals';
import { kurrentClients } from '../../support/eventstoredb/kurrent-client.js';
import { holdsForADayWith } from './holds-for-a-day.js';

describe('a long subscription under random faults, through @kurrent/kurrentdb-client', () => {
  holdsForADayWith(kurrentClients);
});
