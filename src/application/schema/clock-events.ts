import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import { isImport } from './import-source.js';
import type { StoredEvent } from '../ports/event-store.js';

/**
 * What clocks look at of an event that was stored. Its source is told where that is an import alone: a host names other
 * sources as it likes, and what falls due of those requests is staff's to be told of.
 */
export const clockRecordedOf = ({
  revision,
  occurredAt,
  metadata: { actor, role, source },
}: Pick<StoredEvent, 'revision' | 'occurredAt' | 'metadata'>): ClockEvent['recorded'] => ({
  revision,
  occurredAt,
  actor,
  role,
  ...(isImport(source) && { source }),
});

/** An event without what only its store needs: what is sealed is not kept in memory. */
export const clockEventOf = (event: StoredEvent & ComplaintEvent): ClockEvent => {
  const {
    id: _id,
    stream: _stream,
    version: _version,
    position: _position,
    zone: _zone,
    recordedAt: _recordedAt,
    sealed: _sealed,
    metadata: _metadata,
    revision: _revision,
    occurredAt: _occurredAt,
    ...fact
  } = event;
  return { ...fact, recorded: clockRecordedOf(event) };
};

/** The events of a complaint as its clocks are folded from them; others are passed over. */
export const clockEvents = (events: readonly StoredEvent[]): readonly ClockEvent[] =>
  events.flatMap((event) => (isComplaintEvent(event) ? [clockEventOf(event)] : []));
