import type { StoredEvent } from '../../application/ports/event-store.js';

const idLength = 36;
const kind = 'complaint-';

const namespaceOf = (stream: string): string => stream.slice(0, -(kind.length + idLength));

/** Names a complaint in rows: its id, behind the namespace of its stream, since one store may hold several. */
export const complaintOf = (stream: string): string => namespaceOf(stream) + stream.slice(-idLength);

/** Whose rows they are: the provider's, in its namespace. A query never leaves its scope. */
export const scopeOf = ({ stream, metadata }: StoredEvent): string => namespaceOf(stream) + metadata.provider;

/** The complaint's own id, from what names it in rows. */
export const idOf = (complaint: string): string => complaint.slice(-idLength);
