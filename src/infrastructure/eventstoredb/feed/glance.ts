import type { Position } from '../../../application/ports/event-store.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient, RecordedEvent, ResolvedEvent } from '../client.js';
import { isOfServer } from '../envelope.js';
import { positionOf } from '../place.js';
import { pageOf } from '../read-stream.js';
import { within } from '../timeout.js';

/** What one look at the end of the log tells. */
export interface Glance {
  /** The last record of all; absent where the log is empty. */
  readonly head: Position | undefined;
  /** The last event of ours after what was seen. */
  readonly missed: Position | undefined;
  /** Whether the look went back as far as what was seen, so that what it did not find is not there. */
  readonly isWhole: boolean;
}

interface GlanceOptions {
  readonly prefixes: readonly string[];
  readonly page: number;
  readonly timeout: number;
  readonly timers: Timers;
}

interface Placed {
  readonly position: Position;
  readonly record: RecordedEvent;
}

const placed = ({ event }: ResolvedEvent): readonly Placed[] =>
  event?.position === undefined ? [] : [{ position: positionOf(event.position), record: event }];

/** Looks at the newest page of the log. Throws where there is no answer in time; no call is left open then. */
export const glanceAt = async (
  client: EventStoreDbClient,
  seen: () => Position | undefined,
  { prefixes, page, timeout, timers }: GlanceOptions,
): Promise<Glance> => {
  const reading = client.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: page,
    requiresLeader: false,
  });
  const entries = await within(timers, timeout, pageOf(reading)).catch((error: unknown) => {
    reading.cancel?.().catch(() => undefined);
    throw error;
  });
  const records = entries.flatMap(placed);
  const upTo = seen() ?? '';
  const isOurs = ({ record }: Placed): boolean =>
    !isOfServer(record) && prefixes.some((prefix) => record.streamId.startsWith(prefix));
  return {
    head: records[0]?.position,
    missed: records.find((each) => each.position > upTo && isOurs(each))?.position,
    isWhole: entries.length < page || records.some(({ position }) => position <= upTo),
  };
};
