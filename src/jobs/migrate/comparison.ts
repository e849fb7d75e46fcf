import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import { canonicalEvent } from '../../application/schema/canonical-event.js';
import type { CopiedStreams } from './copied-streams.js';
import { eventCursor, type EventCursor } from './event-cursor.js';
import { migrateDiffers, type Difference } from './faults.js';

const differs = ({ stream, revision }: StoredEvent, reason: Difference) =>
  migrateDiffers(stream, revision, reason);

/** Goes through both stores in their order, once, and may go on where they have grown. */
export interface Comparison {
  /** Looks at the next event of the source. Throws `migrate-differs` where the target has another one there. */
  readonly one: () => Promise<void>;
  /** Throws `migrate-differs` where the target has more of these streams than was looked at. */
  readonly end: () => Promise<void>;
  /** SHA-256 (hexadecimal) of the canonical texts looked at, one after the other: those of both, since they are equal. */
  readonly sha256: () => string;
}

/** Events of other streams, which the target may hold too, are passed over. */
const ofStreams = (cursor: EventCursor, streams: CopiedStreams): EventCursor => ({
  next: async () => {
    for (;;) {
      const event = await cursor.next();
      if (event === undefined || streams.has(event.stream)) return event;
    }
  },
});

export const comparison = (
  source: EventCursor,
  to: Pick<EventStore, 'readAll'>,
  streams: CopiedStreams,
): Comparison => {
  const target = ofStreams(eventCursor(to, streams.prefixes), streams);
  const hash = createHash('sha256');
  return {
    one: async () => {
      const [expected, found] = [await source.next(), await target.next()];
      if (expected === undefined) {
        if (found !== undefined) throw differs(found, 'extra');
        return;
      }
      if (found === undefined) throw differs(expected, 'missing');
      const text = canonicalEvent(expected);
      if (canonicalEvent(found) !== text) throw differs(expected, 'different');
      hash.update(text);
    },
    end: async () => {
      const found = streams.count() === 0 ? undefined : await target.next();
      if (found !== undefined) throw differs(found, 'extra');
    },
    sha256: () => hash.copy().digest('hex'),
  };
};
