import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { maskedUrl } from '../../../application/errors/masked-url.js';
import { storeError } from '../../../application/errors/store-error.js';
import type { KeysUrl, RowsUrl, StoreUrl } from '../../../composition/part-urls.js';
import { pathAfter, rightForm, type FileScheme } from '../../../composition/place-url.js';
import {
  isConnectionString,
  parseConnectionString,
} from '../../../infrastructure/eventstoredb/connection-string.js';
import { isMissing } from '../../../infrastructure/shared/file-place.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import type { Session } from './session.js';

type Where = Pick<Session, 'env' | 'cwd' | 'globals'>;

/** A URL `scheme:PATH` with its path made absolute, or `memory:`. Throws `url-invalid`. */
const locationOf = <Scheme extends FileScheme>(
  name: string,
  value: string,
  scheme: Scheme,
  cwd: string,
  others: readonly string[] = [],
): 'memory:' | `${Scheme}:${string}` => {
  if (value === 'memory:') return value;
  const path = pathAfter(scheme, value);
  const right = rightForm(scheme, value);
  if (path === '' || right !== undefined) {
    const formsIn = (path: string): string => right ?? [`${scheme}:${path}`, 'memory:', ...others].join(', ');
    throw fault('url-invalid', { name, value: maskedUrl(value), allowed: formsIn('PATH') }, undefined, {
      es: { allowed: formsIn('RUTA') },
      en: {},
    });
  }
  return `${scheme}:${resolve(cwd, path)}`;
};

/** Whether a store is a server's: it keeps no rows, and nothing of it lies here. */
export const isOnServer = isConnectionString;

/** The path of a store that is a file; `undefined` for one in memory, or on a server. */
export const fileOf = (url: string): string | undefined =>
  url === 'memory:' || isOnServer(url) ? undefined : url.slice(url.indexOf(':') + 1);

/** Where the user's configuration lies on this system. */
const configurationFolder = (env: Session['env']): string => {
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  if (process.platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
};

export const storeOf = ({ globals, env, cwd }: Where): StoreUrl => {
  const store = globals.store ?? (env['QUEJAS_STORE'] || 'sqlite:./quejas.db');
  return (
    parseConnectionString(store) ?? locationOf('--store', store, 'sqlite', cwd, ['esdb://…', 'kurrentdb://…'])
  );
};

/** The key vault; a store that ends with this process keeps its keys no longer than itself. */
const keysOf = ({ globals, env, cwd }: Where, store: StoreUrl): KeysUrl => {
  const asked = globals.keys ?? (env['QUEJAS_KEYS'] || undefined);
  if (asked !== undefined) return locationOf('--keys', asked, 'file', cwd);
  return store === 'memory:' ? store : `file:${join(configurationFolder(env), 'quejas', 'keys.db')}`;
};

/** The master key that the environment gives (base64 of 32 bytes); `undefined` where it gives none. */
export const masterKeyOf = (
  { env }: Pick<Session, 'env'>,
  name = 'QUEJAS_MASTER_KEY',
): (() => Uint8Array) | undefined => {
  const value = env[name] ?? '';
  return value === '' ? undefined : () => Buffer.from(value);
};

/** What the command line or the environment names as the provider: an id, or the absolute path of a profile. */
export const providerOf = ({ globals, env, cwd }: Where): string | undefined => {
  const provider = globals.provider ?? (env['QUEJAS_PROVIDER'] || undefined);
  return provider !== undefined && /[./\\]/.test(provider) ? resolve(cwd, provider) : provider;
};

/**
 * The rows of an embedded store lie in itself, in the transactions of the events: any other place is refused. Those of
 * a server's lie here.
 */
const rowsUrlOf = ({ globals, env, cwd }: Where, store: StoreUrl): RowsUrl | undefined => {
  const { rows } = globals;
  if (isOnServer(store))
    return locationOf('--rows', rows ?? (env['QUEJAS_ROWS'] || 'sqlite:./quejas-rows.db'), 'sqlite', cwd);
  if (rows === undefined || locationOf('--rows', rows, 'sqlite', cwd) === store) return undefined;
  throw fault('url-invalid', { name: '--rows', value: maskedUrl(rows), allowed: store });
};

/** Whether there is a store to read: a server is taken to be there, a store in memory never is. */
export const hasStore = (session: Where): boolean => {
  const store = storeOf(session);
  const file = fileOf(store);
  return isOnServer(store) || (file !== undefined && !isMissing(file));
};

/** Where everything is. Throws `store-missing` where there is no store and this use does not make one. */
export const placesOf = (
  session: Where & Pick<Session, 'clockIn' | 'clockIsRight'>,
  access: Place['access'],
): Place => {
  const store = storeOf(session);
  const file = fileOf(store);
  const keys = keysOf(session, store);
  const place: Place = {
    store,
    rows: rowsUrlOf(session, store),
    keys,
    masterKey: masterKeyOf(session),
    provider: providerOf(session),
    access,
    clockIn: session.clockIn,
    clockIsRight: session.clockIsRight,
  };
  if (access !== 'create' && file !== undefined && isMissing(file))
    throw isMissing(dirname(file))
      ? storeError('store-folder-missing', { folder: dirname(file) })
      : fault('store-missing', { store: file });
  const vault = fileOf(keys);
  // A command that only reads makes no vault either: without keys there is nothing to open. A mark of the store may be
  // left of a vault that is lost: what it tells is told.
  const isThere = vault === undefined || [vault, `${vault}.marks`].some((file) => !isMissing(file));
  return (access === 'read' || access === 'look') && !isThere ? { ...place, keys: 'memory:' } : place;
};
