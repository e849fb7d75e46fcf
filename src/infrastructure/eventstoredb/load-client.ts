import type * as older from '@eventstore/db-client';
import type * as newer from '@kurrent/kurrentdb-client';
import { codedError } from '../../application/errors/coded-error.js';
import type { EventStoreDbClient } from './client.js';
import { checkConnectionOptions } from './connection-options.js';
import { forSuccessor, isOfSuccessor, plainScheme } from './connection-string.js';
import type { Dialect } from './dialect.js';
import { loadedClient } from './loaded-client.js';

/** How to make a client for a connection string. */
export interface LoadedClient {
  readonly createClient: () => EventStoreDbClient;
  readonly dialect: Dialect;
}

const ofCertificates = /certificate (?:key )?file|userCertFile/i;

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');

/** The package of each client: a table, because a bundler resolves every name that it can read in an `import()`. */
const packages: Readonly<Record<Dialect, string>> = {
  eventstore: '@eventstore/db-client',
  kurrent: '@kurrent/kurrentdb-client',
};

/** The package of a client where it is installed. What else keeps it from loading is thrown as it is. */
const ifInstalled = async (dialect: Dialect): Promise<unknown> => {
  try {
    return await import(packages[dialect]);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const isOlder = (loaded: unknown): loaded is typeof older =>
  typeof loaded === 'object' && loaded !== null && 'EventStoreDBClient' in loaded;

const isNewer = (loaded: unknown): loaded is typeof newer =>
  typeof loaded === 'object' && loaded !== null && 'KurrentDBClient' in loaded;

const missing = (packages: string): Error =>
  codedError(
    'client-missing',
    {
      es: `Falta el cliente de EventStoreDB: instale ${packages} junto a quejas.`,
      en: `The client of EventStoreDB is missing: install ${packages} beside quejas.`,
    },
    { packages },
  );

const conflicting = (): Error =>
  codedError(
    'client-conflict',
    {
      es: 'Este proceso ya cargó @eventstore/db-client, y @kurrent/kurrentdb-client lo estropearía. Abra este almacén en otro proceso, o desde el principio todos con kurrentdb://.',
      en: 'This process has loaded @eventstore/db-client, and @kurrent/kurrentdb-client would break it. Open this store in another process, or from the beginning all of them with kurrentdb://.',
    },
    { loaded: '@eventstore/db-client', wanted: '@kurrent/kurrentdb-client' },
  );

const notUnderstood = (): Error =>
  codedError(
    'option-invalid',
    {
      es: 'La cadena de conexión, o el valor de una de sus opciones, no es válida: esdb://servidor:2113?tls=true, con usuario y clave antes del servidor si los pide (usuario:clave@).',
      en: 'The connection string, or the value of one of its options, is not valid: esdb://server:2113?tls=true, with user and password before the server where it wants them (user:password@).',
    },
    { option: 'store' },
  );

const withoutCertificate = (): Error =>
  codedError(
    'option-invalid',
    {
      es: 'Un certificado o una llave que la cadena de conexión nombra falta o no se puede leer: revise las rutas y los permisos de tlsCAFile, userCertFile y userKeyFile (los dos últimos van juntos).',
      en: 'A certificate or key that the connection string names is missing or cannot be read: check the paths and permissions of tlsCAFile, userCertFile and userKeyFile (the last two go together).',
    },
    { option: 'store' },
  );

/** What a client throws for a string it cannot parse holds the string, and may hold a password. */
const isOfParser = (error: object): boolean => 'connectionString' in error;

/** Told by the client's words for a file that is not there, or by the code of the system call that could not read it. */
const isOfCertificates = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null || isOfParser(error)) return false;
  return 'code' in error || ('message' in error && ofCertificates.test(String(error.message)));
};

/** A client, or what its own error means: never that error itself. */
const made = (make: () => EventStoreDbClient): EventStoreDbClient => {
  try {
    return make();
  } catch (error) {
    throw isOfCertificates(error) ? withoutCertificate() : notUnderstood();
  }
};

/** Makes the first client beforehand, so that a string it does not understand is told when the store is opened. */
const clientsOf = (make: () => EventStoreDbClient): (() => EventStoreDbClient) => {
  let first: EventStoreDbClient | undefined = made(make);
  return () => {
    const client = first ?? made(make);
    first = undefined;
    return client;
  };
};

/**
 * The installed client for a connection string: `@eventstore/db-client` where it is there and the string is `esdb://`,
 * else `@kurrent/kurrentdb-client`, which also takes every string of a process that has loaded it: the two break each
 * other there. Throws `client-missing`, naming what to install, and `client-conflict` where the older one is loaded and
 * the string is not for it, and `option-invalid` for a string or an option that the client does not understand.
 */
export const loadClient = async (url: string): Promise<LoadedClient> => {
  const loaded = loadedClient();
  if (!isOfSuccessor(url) && loaded !== 'kurrent') {
    const client = await ifInstalled('eventstore');
    if (isOlder(client)) {
      checkConnectionOptions(url, 'eventstore');
      return {
        createClient: clientsOf(() => client.EventStoreDBClient.connectionString(plainScheme(url))),
        dialect: 'eventstore',
      };
    }
  }
  if (loaded === 'eventstore') throw conflicting();
  const client = await ifInstalled('kurrent');
  if (!isNewer(client))
    throw missing(
      isOfSuccessor(url)
        ? '@kurrent/kurrentdb-client'
        : '@eventstore/db-client (<= 23.10) / @kurrent/kurrentdb-client (>= 24.10)',
    );
  checkConnectionOptions(url, 'kurrent');
  return {
    createClient: clientsOf(() => client.KurrentDBClient.connectionString(forSuccessor(url))),
    dialect: 'kurrent',
  };
};
