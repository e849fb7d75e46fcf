import type { AppendRequest, StoredEvent } from '../../application/ports/event-store.js';
import { canonicalEvent } from '../../application/schema/canonical-event.js';

/** Whether these events, the first of which has that revision in the stream, are the very ones of an append. */
export const isWhatWasSent = (
  found: readonly StoredEvent[],
  { stream, events }: AppendRequest,
  firstRevision: number,
): boolean =>
  events.every((event, index) => {
    const revision = firstRevision + index;
    const stored = found.find((each) => each.revision === revision);
    return (
      stored !== undefined &&
      canonicalEvent(stored) === canonicalEvent({ ...event, stream, revision, position: '' })
    );
  });
