import { EventStoreDBClient } from '@eventstore/db-client';
import type { Clients } from './clients.js';

export const eventstoreClients: Clients = {
  dialect: 'eventstore',
  create: (connectionString) => EventStoreDBClient.connectionString(connectionString),
};
