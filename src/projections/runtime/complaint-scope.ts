import { scopeOf } from '../../application/identity/scope.js';
import { namespaceOf } from '../../application/identity/stream-name.js';
import type { StoredEvent } from '../../application/ports/event-store.js';

/** The column that keeps the rows of providers and namespaces apart: the first of every key and index. */
export const scopeColumn = 'scope';

/** Whose rows they are: the provider's, in its namespace. A query never leaves its scope. */
export const scopeOfEvent = ({ stream, metadata }: StoredEvent): string =>
  scopeOf(namespaceOf(stream, 'complaint'), metadata.provider);
