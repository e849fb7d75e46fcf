import { eventstoreClients } from '../../support/eventstoredb/eventstore-client.js';
import { importsWith } from './import-with.js';

importsWith(eventstoreClients);
