import { resolve } from 'node:path';
import { prefixesOf } from '../../../application/identity/stream-name.js';
import { maskedUrl } from '../../../application/errors/masked-url.js';
import type { EventStore } from '../../../application/ports/event-store.js';
import { forSuccessor, isOfSuccessor } from '../../../infrastructure/eventstoredb/connection-string.js';
import { fault } from '../faults.js';
import type { Session } from '../session/session.js';

const formsIn = (path: string): string => `sqlite:${path}, esdb://…, kurrentdb://…`;

/** A store's URL with its path made absolute. Throws `argument-missing`, `url-invalid`. */
export const storeUrlOf = async (
  { cwd }: Pick<Session, 'cwd'>,
  name: string,
  value: string | undefined,
): Promise<string> => {
  if (value === undefined) throw fault('argument-missing', { name });
  const { isConnectionString } = await import('../../../infrastructure/eventstoredb/index.js');
  if (isConnectionString(value)) return value;
  const path = value.startsWith('sqlite:') ? value.slice('sqlite:'.length) : '';
  if (path === '' || path.includes('\0'))
    throw fault('url-invalid', { name, value: maskedUrl(value), allowed: formsIn('PATH') }, undefined, {
      es: { allowed: formsIn('RUTA') },
      en: {},
    });
  return `sqlite:${resolve(cwd, path)}`;
};

/**
 * The two ends of a copy, both of them for the same client: the two clients replace parts of each other where one
 * process loads both, and the successor reads the strings of the older one.
 */
export const withOneClient = (from: string, to: string): readonly [string, string] => {
  if (!isOfSuccessor(from) && !isOfSuccessor(to)) return [from, to];
  return [forSuccessor(from), forSuccessor(to)];
};

const pathOf = (url: string): string | undefined =>
  url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : undefined;

/** Prefixes of all streams in these namespaces. */
const prefixesIn = (namespaces: readonly string[]): readonly string[] =>
  namespaces.flatMap((namespace) => prefixesOf(namespace));

/** What is copied of a source: of a file everything, of a server that may hold other things too what is ours. */
export const sourcePrefixes = (url: string, namespaces: readonly string[]): readonly string[] | undefined => {
  if (namespaces.length > 0) return prefixesIn(namespaces);
  return pathOf(url) === undefined ? prefixesIn(['']) : undefined;
};

/** Opens a store that is only read. Throws `store-missing` where there is none. */
export const openSource = async (
  url: string,
  prefixes: readonly string[] | undefined,
): Promise<EventStore> => {
  const path = pathOf(url);
  if (path !== undefined) {
    const { sqliteEventStore } = await import('../../../infrastructure/sqlite/index.js');
    return sqliteEventStore({ path, mustExist: true, readOnly: true });
  }
  const { eventStoreDbFrom } = await import('../../../infrastructure/eventstoredb/index.js');
  return eventStoreDbFrom(url, { ...(prefixes !== undefined && { prefixes }) });
};

/** Opens a store that is written to; a file is made where there is none, with the rows that go with the events. */
export const openTarget = async (url: string): Promise<EventStore> => {
  const path = pathOf(url);
  if (path === undefined) {
    const { eventStoreDbFrom } = await import('../../../infrastructure/eventstoredb/index.js');
    return eventStoreDbFrom(url);
  }
  const [{ sqliteEventStore }, { readModelProjector }] = await Promise.all([
    import('../../../infrastructure/sqlite/index.js'),
    import('../../../composition/open-quejas.js'),
  ]);
  return sqliteEventStore({ path, inline: readModelProjector() });
};
