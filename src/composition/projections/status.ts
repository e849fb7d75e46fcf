import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { prefixOf } from '../../application/identity/stream-name.js';
import type { Clock } from '../../application/ports/clock.js';
import type { EventStore, Position, StoredEvent } from '../../application/ports/event-store.js';
import type { Checkpoint, ProjectedRows } from '../../application/ports/projected-rows.js';
import { isMeant } from '../../projections/runtime/projection-ref.js';
import type { ProjectionStatus } from './projections-at-work.js';

interface StatusParts {
  readonly store: Pick<EventStore, 'readAll'>;
  /** As it was opened: it may tell how far its end is away. */
  readonly opened: Pick<EventStore, 'lag'>;
  readonly kept: ProjectedRows;
  readonly namespace: string;
  readonly clock: Clock;
}

/** Absent rows: the host keeps none, or its own store tells of none. */
type StatusesAsked = Omit<StatusParts, 'kept'> & { readonly kept: ProjectedRows | undefined };

type Lag = Pick<ProjectionStatus, 'lagEvents' | 'lagBytes' | 'lagSeconds'>;

const none: Lag = { lagEvents: 0, lagBytes: 0, lagSeconds: 0 };

/** Seconds since an event was recorded; by a clock that is ahead of this one, none. */
const waited = (since: Instant, now: Instant): number =>
  Math.max(0, (millisecondsOf(now) - millisecondsOf(since)) / 1000);

/** The first event of a complaint after a position. */
const firstAfter = async (
  { store, namespace }: StatusParts,
  position: Position | undefined,
): Promise<StoredEvent | undefined> => {
  const prefixes = [prefixOf(namespace, 'complaint')];
  let after = position;
  for (;;) {
    const page = await store.readAll({ limit: 1, prefixes, ...(after !== undefined && { after }) });
    const [first] = page.events;
    if (first !== undefined || page.caughtUp || page.next === undefined) return first;
    after = page.next;
  }
};

/** How far rows are behind the events that are for them. */
const lagOf = async (parts: StatusParts, { position, isInline, fault }: Checkpoint): Promise<Lag> => {
  if (isInline && fault === undefined) return none;
  const first = await firstAfter(parts, position);
  if (first === undefined) return none;
  const { events = null, bytes = null } = (await parts.opened.lag?.(position)) ?? {};
  return { lagEvents: events, lagBytes: bytes, lagSeconds: waited(first.recordedAt, parts.clock()) };
};

const stateOf = (
  { kept }: StatusParts,
  { name, version, slot, fault, isInline }: Checkpoint,
  lag: Lag,
): ProjectionStatus['state'] => {
  if (!kept.projections.some((each) => isMeant(each, name, version))) return 'unused';
  if (fault !== undefined) return 'paused';
  if (slot === 'rebuild') return 'rebuilding';
  return isInline || lag === none ? 'live' : 'behind';
};

/** How the rows of every projection do; asks the store, and changes nothing. Where no rows are kept there are none. */
export const projectionStatuses = async ({
  kept,
  ...of
}: StatusesAsked): Promise<readonly ProjectionStatus[]> => {
  if (kept === undefined) return [];
  const parts = { ...of, kept };
  const statuses: ProjectionStatus[] = [];
  for (const checkpoint of await kept.stored()) {
    const { name, version, position = null, parked, fault = null } = checkpoint;
    const lag = await lagOf(parts, checkpoint);
    const state = stateOf(parts, checkpoint, lag);
    statuses.push({ name, version, state, position, ...lag, parked, lastError: fault });
  }
  return statuses;
};
