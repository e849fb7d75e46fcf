import type { Recorded } from '../../domain/kernel/message.js';
import type { EventMetadata, StoredEvent } from '../ports/event-store.js';
import { isImport } from '../schema/import-source.js';

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
