import type { LoggedEvent, Position } from './event.js';
import type { EventTest } from './filter.js';
import { countBefore } from './places.js';
import { isSoftDeleted } from './stream-state.js';
import type { StreamState } from './stream-state.js';

/** Whether a stream has nothing that may be read. */
export const isMissing = (state: StreamState): boolean => state.events.length === 0 || isSoftDeleted(state);

/** The events of a stream from a revision on, it included, or back from it. */
export function* readStream(
  { events, truncateBefore }: StreamState,
  from: 'start' | 'end' | number,
  backwards: boolean,
): Generator<LoggedEvent> {
  const last = events.length - 1;
  const named = from === 'start' ? 0 : from === 'end' ? (backwards ? last : last + 1) : from;
  const first = backwards ? Math.min(named, last) : Math.max(named, truncateBefore);
  for (let revision = first; backwards ? revision >= truncateBefore : revision <= last;) {
    const event = events[revision];
    if (event !== undefined) yield event;
    revision += backwards ? -1 : 1;
  }
}

/** The events of `$all` that pass: from a place on, the event there included, or those before it, last first. */
export function* readAll(
  all: readonly LoggedEvent[],
  from: 'start' | 'end' | Position,
  backwards: boolean,
  passes: EventTest,
): Generator<LoggedEvent> {
  const before = from === 'start' ? 0 : from === 'end' ? all.length : countBefore(all, from);
  for (let index = backwards ? before - 1 : before; index >= 0 && index < all.length;) {
    const event = all[index];
    if (event !== undefined && passes(event)) yield event;
    index += backwards ? -1 : 1;
  }
}
