import type { ReadStreamOptions, StoredEvent } from '../ports/event-store.js';

/** Whether an event had happened, and was known, by the instants asked for. */
export const isAsOf = (
  { occurredAt, recordedAt }: Pick<StoredEvent, 'occurredAt' | 'recordedAt'>,
  { at, knownAt }: Pick<ReadStreamOptions, 'at' | 'knownAt'>,
): boolean => (at === undefined || occurredAt <= at) && (knownAt === undefined || recordedAt <= knownAt);
