import { scopeOf } from '../../application/identity/scope.js';
import type { StoredEvent } from '../../application/ports/event-store.js';

const idLength = 36;
const kind = 'complaint-';

const namespaceOf = (stream: string): string => stream.slice(0, -(kind.length + idLength));

/** The complaint's id, from the name of its stream. */
export const complaintIdOf = (stream: string): string => stream.slice(-idLength);

/** Whose rows they are: the provider's, in its namespace. A query never leaves its scope. */
export const scopeOfEvent = ({ stream, metadata }: StoredEvent): string =>
  scopeOf(namespaceOf(stream), metadata.provider);
