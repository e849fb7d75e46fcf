import { describe } from '@jest/globals';
import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import { keepsTheContractWith } from './contract-with.js';

describe('the event store in EventStoreDB keeps the contract with @eventstore/db-client', () => {
  keepsTheContractWith(eventstoreClients);
});
