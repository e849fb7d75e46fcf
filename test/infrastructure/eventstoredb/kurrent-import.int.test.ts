import { kurrentClients } from '../../support/eventstoredb/kurrent-client.js';
import { importsWith } from './import-with.js';

// Whatever differs between the clients shows in the first cases; the other one goes through the whole log.
importsWith(kurrentClients, 200);
