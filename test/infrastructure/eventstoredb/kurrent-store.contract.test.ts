import { describe } from '@jest/globals';
import { kurrentClients } from '../../support/eventstoredb/kurrent-client.js';
import { keepsTheContractWith } from './contract-with.js';

describe('the event store in EventStoreDB keeps the contract with @kurrent/kurrentdb-client', () => {
  keepsTheContractWith(kurrentClients);
});
