import { codedError } from '../../application/errors.js';
import type { EventStoreDbClient } from './client.js';
import type { Dialect } from './dialect.js';

/** How to make a client for a connection string. */
export interface LoadedClient {
  readonly createClient: () => EventStoreDbClient;
  readonly dialect: Dialect;
}

/** Connection strings that only the successor understands. */
const ofSuccessor = /^(kurrentdb|kurrent|kdb)(\+discover)?:\/\//i;
const ofEither = /^esdb(\+discover)?:\/\//i;

/** Whether a store's URL is a connection string of EventStoreDB or KurrentDB. */
export const isConnectionString = (url: string): boolean => ofEither.test(url) || ofSuccessor.test(url);

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');

/** A package where it is installed. What else keeps it from loading is thrown as it is. */
const ifInstalled = async <Module>(load: () => Promise<Module>): Promise<Module | undefined> => {
  try {
    return await load();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const missing = (packages: string): Error =>
  codedError(
    'client-missing',
    {
      es: `Falta el cliente de EventStoreDB: instale ${packages} junto a quejas.`,
      en: `The client of EventStoreDB is missing: install ${packages} beside quejas.`,
    },
    { packages },
  );

/** The client's own word on a connection string; its words never repeat what may hold a password. */
const checked = (make: () => EventStoreDbClient): (() => EventStoreDbClient) => {
  return () => {
    try {
      return make();
    } catch (cause) {
      throw codedError(
        'option-invalid',
        {
          es: 'La cadena de conexión no es válida: esdb://usuario:clave@servidor:2113?tls=true.',
          en: 'The connection string is not valid: esdb://user:password@server:2113?tls=true.',
        },
        { option: 'store' },
        cause,
      );
    }
  };
};

/**
 * The installed client for a connection string: `@eventstore/db-client` where it is there and the string is `esdb://`,
 * else `@kurrent/kurrentdb-client`. Throws `client-missing`, naming what to install.
 */
export const loadClient = async (url: string): Promise<LoadedClient> => {
  if (!ofSuccessor.test(url)) {
    const older = await ifInstalled(() => import('@eventstore/db-client'));
    if (older !== undefined)
      return {
        createClient: checked(() => older.EventStoreDBClient.connectionString(url)),
        dialect: 'eventstore',
      };
  }
  const newer = await ifInstalled(() => import('@kurrent/kurrentdb-client'));
  if (newer === undefined)
    throw missing(
      ofSuccessor.test(url)
        ? '@kurrent/kurrentdb-client'
        : '@eventstore/db-client (<= 24) / @kurrent/kurrentdb-client (>= 24.10)',
    );
  return { createClient: checked(() => newer.KurrentDBClient.connectionString(url)), dialect: 'kurrent' };
};
