import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Clients } from './clients.js';

/** Its own scheme: it says of the other one, each time, that it is deprecated. */
const ownScheme = (connectionString: string): string =>
  connectionString.replace(/^esdb(?=[+:])/, 'kurrentdb');

export const kurrentClients: Clients = {
  dialect: 'kurrent',
  create: (connectionString) => KurrentDBClient.connectionString(ownScheme(connectionString)),
};
