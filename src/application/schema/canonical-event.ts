import { canonicalize } from 'json-canonicalize';
import type { StoredEvent } from '../ports/event-store.js';

/**
 * An event as the one text that everybody who holds it comes to: RFC 8785 of the envelope without its position, which
 * is the store's own (design: Size).
 */
export const canonicalEvent = (event: StoredEvent): string => canonicalize({ ...event, position: undefined });
