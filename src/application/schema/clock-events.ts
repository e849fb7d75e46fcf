import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import type { StoredEvent } from '../ports/event-store.js';

/** The events of a complaint as its clocks are folded from them; others are passed over. */
export const clockEvents = (events: readonly StoredEvent[]): readonly ClockEvent[] =>
  events.flatMap((event) => {
    if (!isComplaintEvent(event)) return [];
    const { revision, occurredAt, metadata } = event;
    const { actor, role, source } = metadata;
    const recorded = { revision, occurredAt, actor, role, ...(source !== undefined && { source }) };
    return [{ ...event, recorded }];
  });
