import type { AppendRequest, StoredEvent } from '../../application/ports/event-store.js';
import { canonicalEvent } from '../../application/schema/canonical-event.js';

/** Whether a stream begins with just what was sent to begin it. */
export const isWhatWasSent = (found: readonly StoredEvent[], { stream, events }: AppendRequest): boolean =>
  events.every((event, revision) => {
    const there = found[revision];
    return (
      there !== undefined &&
      canonicalEvent(there) === canonicalEvent({ ...event, stream, revision, position: '' })
    );
  });
