import { describe } from '@jest/globals';
import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import { holdsForADayWith } from './holds-for-a-day.js';

describe('a long subscription under random faults, through @eventstore/db-client', () => {
  holdsForADayWith(eventstoreClients);
});
