import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { peers, type PeerName } from '../peers.js';
import type { PeerConnection } from './peer-connection.js';

export interface PeerEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

/** As much of emmett as the benchmarks use. */
export interface PeerLibrary<Store> {
  readonly CommandHandler: <State>(options: {
    readonly initialState: () => State;
    readonly evolve: (state: State, event: PeerEvent) => State;
  }) => (
    store: Store,
    id: string,
    handle: (state: State) => PeerEvent | readonly PeerEvent[],
  ) => Promise<unknown>;
}

interface SqliteStore {
  readonly schema: { readonly sql: () => string };
}

interface SqlitePeer extends PeerLibrary<SqliteStore> {
  readonly getSQLiteEventStore: (options: {
    readonly fileName: string;
    readonly schema: { readonly autoMigration: 'None' };
    readonly connectionOptions: { readonly singleton: true; readonly connection: PeerConnection };
  }) => SqliteStore;
}

interface PeerClient {
  readonly dispose: () => Promise<void>;
}

interface ServerPeer extends PeerLibrary<object> {
  readonly EventStoreDBClient: { readonly connectionString: (url: string) => PeerClient };
  readonly getEventStoreDBEventStore: (client: PeerClient) => object;
}

const moduleOf = async (peer: PeerName, file: string): Promise<object> => {
  const loaded: unknown = await import(pathToFileURL(peers[peer].file(file)).href);
  return typeof loaded === 'object' && loaded !== null ? loaded : {};
};

const changed = (): never => {
  throw new Error('The peer is not what it was.');
};

const isSqlitePeer = (library: object): library is SqlitePeer =>
  'getSQLiteEventStore' in library && 'CommandHandler' in library;

/** emmett-sqlite. Its import of the driver `sqlite3`, which has to be downloaded, is answered with nothing. */
export const sqlitePeer = async (): Promise<SqlitePeer> => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'sqlite3'
        ? { url: 'data:text/javascript,export default undefined', shortCircuit: true }
        : next(specifier, context),
  });
  const library = {
    ...(await moduleOf('emmett-sqlite', '@event-driven-io/emmett/dist/index.js')),
    ...(await moduleOf('emmett-sqlite', '@event-driven-io/emmett-sqlite/dist/index.js')),
  };
  hooks.deregister();
  return isSqlitePeer(library) ? library : changed();
};

const isServerPeer = (library: object): library is ServerPeer =>
  'getEventStoreDBEventStore' in library && 'CommandHandler' in library && 'EventStoreDBClient' in library;

/** emmett-esdb with its own copy of the client. */
export const serverPeer = async (): Promise<ServerPeer> => {
  const library = {
    ...(await moduleOf('emmett-esdb', '@event-driven-io/emmett/dist/index.js')),
    ...(await moduleOf('emmett-esdb', '@event-driven-io/emmett-esdb/dist/index.js')),
    ...(await moduleOf('emmett-esdb', '@eventstore/db-client/dist/index.js')),
  };
  return isServerPeer(library) ? library : changed();
};
