import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { storeError } from '../../../application/ports/store-error.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import type { Session } from './session.js';

type Where = Pick<Session, 'env' | 'cwd' | 'globals'>;

/** A URL `scheme:PATH` with its path made absolute, or `memory:`. Throws `url-invalid`. */
const placeOf = (name: string, value: string, scheme: 'sqlite' | 'file', cwd: string): string => {
  if (value === 'memory:') return value;
  const path = value.startsWith(`${scheme}:`) ? value.slice(scheme.length + 1) : '';
  if (path === '' || path.includes('\0'))
    throw fault('url-invalid', { name, value, allowed: `${scheme}:PATH, memory:` });
  return `${scheme}:${resolve(cwd, path)}`;
};

/** The path of a store that is a file; `undefined` for one in memory. */
export const fileOf = (url: string): string | undefined =>
  url === 'memory:' ? undefined : url.slice(url.indexOf(':') + 1);

/** Where the user's configuration lies on this system. */
const configurationFolder = (env: Session['env']): string => {
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  if (process.platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
};

export const storeOf = ({ globals, env, cwd }: Where): string =>
  placeOf('--store', globals.store ?? (env['QUEJAS_STORE'] || 'sqlite:./quejas.db'), 'sqlite', cwd);

/** The key vault; a store that ends with this process keeps its keys no longer than itself. */
const keysOf = ({ globals, env, cwd }: Where, store: string): string => {
  const asked = globals.keys ?? (env['QUEJAS_KEYS'] || undefined);
  if (asked !== undefined) return placeOf('--keys', asked, 'file', cwd);
  return store === 'memory:' ? store : `file:${join(configurationFolder(env), 'quejas', 'keys.db')}`;
};

const providerOf = ({ globals, cwd }: Where): string | undefined => {
  const { provider } = globals;
  return provider !== undefined && /[./\\]/.test(provider) ? resolve(cwd, provider) : provider;
};

/** Rows lie in the store itself, in the transactions of the events; any other place is refused. */
const rowsOf = (rows: string | undefined, store: string, cwd: string): string | undefined => {
  if (rows === undefined || placeOf('--rows', rows, 'sqlite', cwd) === store) return rows;
  throw fault('url-invalid', { name: '--rows', value: rows, allowed: store });
};

/** Where everything is. Throws `store-missing` where there is no store and this use does not make one. */
export const placesOf = (session: Where & Pick<Session, 'clock'>, access: Place['access']): Place => {
  const store = storeOf(session);
  const { rows } = session.globals;
  const file = fileOf(store);
  const keys = keysOf(session, store);
  const place: Place = {
    store,
    rows: rowsOf(rows, store, session.cwd),
    keys,
    provider: providerOf(session),
    access,
    clock: session.clock,
  };
  if (access !== 'create' && file !== undefined && !existsSync(file))
    throw existsSync(dirname(file))
      ? fault('store-missing', { store: file })
      : storeError('store-folder-missing', { folder: dirname(file) });
  const vault = fileOf(keys);
  // Whoever only reads makes no vault either: without keys there is nothing to open.
  return access === 'read' && vault !== undefined && !existsSync(vault)
    ? { ...place, keys: 'memory:' }
    : place;
};
