import { kurrentClients } from '../../support/eventstoredb/kurrent-client.js';
import { importsWith } from './import-with.js';

importsWith(kurrentClients);
