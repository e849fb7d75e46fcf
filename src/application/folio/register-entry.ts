import { scopeOf } from '../identity/scope.js';
import { namespaceOf, prefixOf } from '../identity/stream-name.js';
import type { NewEvent, StreamName } from '../ports/event-store.js';

/** One line of a folio register. */
export interface RegisterEntry {
  readonly scope: string;
  readonly folio: string;
}

const kind = prefixOf('', 'complaint');

/** What an event adds to the register of its store; `undefined` for any event but a complaint's `FolioAssigned`. */
export const registerEntryOf = (
  stream: StreamName,
  { type, data, metadata }: Pick<NewEvent, 'type' | 'data' | 'metadata'>,
): RegisterEntry | undefined => {
  if (type !== 'FolioAssigned') return undefined;
  const { folio } = data;
  const namespace = namespaceOf(stream, 'complaint');
  if (typeof folio !== 'string' || !stream.startsWith(kind, namespace.length)) return undefined;
  return { scope: scopeOf(namespace, metadata.provider), folio };
};
