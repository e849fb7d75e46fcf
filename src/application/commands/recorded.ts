import type { Recorded } from '../../domain/kernel/message.js';
import type { EventMetadata, StoredEvent } from '../ports/event-store.js';

/** Beginning of the `source` of what an import brings. */
export const importSource = 'import:';

/** True for the `source` of what an import brings. */
export const isImport = (source: string | undefined): source is `${typeof importSource}${string}` =>
  source?.startsWith(importSource) === true;

/**
 * What the domain looks at of an event that was stored. A log that is imported is learned years after its facts, and no
 * user waits for it: its terms count from the times of the log.
 */
export const recordedOf = ({
  revision,
  occurredAt,
  recordedAt,
  metadata: { actor, role, source },
}: Pick<StoredEvent, 'revision' | 'occurredAt' | 'recordedAt'> & {
  readonly metadata: Pick<EventMetadata, 'actor' | 'role' | 'source'>;
}): Recorded => ({
  revision,
  occurredAt,
  ...(!isImport(source) && { learnedAt: recordedAt }),
  actor,
  role,
});
