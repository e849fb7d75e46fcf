import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { peerFile } from '../peers.js';
import type { PeerConnection } from './peer-connection.js';

export interface PeerEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

interface PeerStore {
  readonly schema: { readonly sql: () => string };
}

/** As much of emmett and emmett-sqlite as the benchmarks use. */
interface PeerLibrary {
  readonly getSQLiteEventStore: (options: {
    readonly fileName: string;
    readonly schema: { readonly autoMigration: 'None' };
    readonly connectionOptions: { readonly singleton: true; readonly connection: PeerConnection };
  }) => PeerStore;
  readonly CommandHandler: <State>(options: {
    readonly initialState: () => State;
    readonly evolve: (state: State, event: PeerEvent) => State;
  }) => (
    store: PeerStore,
    id: string,
    handle: (state: State) => PeerEvent | readonly PeerEvent[],
  ) => Promise<unknown>;
}

const isPeerLibrary = (library: object): library is PeerLibrary =>
  'getSQLiteEventStore' in library && 'CommandHandler' in library;

const moduleOf = async (name: string): Promise<object> => {
  const loaded: unknown = await import(
    pathToFileURL(peerFile(`@event-driven-io/${name}/dist/index.js`)).href
  );
  return typeof loaded === 'object' && loaded !== null ? loaded : {};
};

/** Loads the peer. Its import of the driver `sqlite3`, which has to be downloaded, is answered with nothing. */
export const peerLibrary = async (): Promise<PeerLibrary> => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'sqlite3'
        ? { url: 'data:text/javascript,export default undefined', shortCircuit: true }
        : next(specifier, context),
  });
  const library = { ...(await moduleOf('emmett')), ...(await moduleOf('emmett-sqlite')) };
  hooks.deregister();
  if (isPeerLibrary(library)) return library;
  throw new Error('The peer is not what it was.');
};
