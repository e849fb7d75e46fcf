import { recordedOf } from '../../application/commands/recorded.js';
import { evolve } from '../../domain/complaint/evolve.js';
import { initialState, type ComplaintState } from '../../domain/complaint/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Step, ToldEvent } from './tables/told-complaint.js';

/** A complaint as it stood from an instant on. */
export interface Standing {
  readonly at: Instant;
  readonly state: ComplaintState;
}

const folded = (state: ComplaintState, event: ToldEvent): ComplaintState =>
  evolve(state, event, recordedOf(event));

const byInstant = (steps: readonly Step[]): ReadonlyMap<Instant, readonly ToldEvent[]> => {
  const groups = new Map<Instant, ToldEvent[]>();
  for (const { event } of steps) {
    const group = groups.get(event.occurredAt);
    if (group === undefined) groups.set(event.occurredAt, [event]);
    else group.push(event);
  }
  return groups;
};

/**
 * How a complaint stood after each instant at which something happened, once each: by all that had happened by then, in
 * the order of the revisions. What was recorded late stands where it happened, and takes nothing back that was recorded
 * before it.
 */
export const standingsOf = (steps: readonly Step[]): readonly Standing[] => {
  const groups = [...byInstant(steps)].sort(([one], [other]) => (one < other ? -1 : 1));
  let [state, last] = [initialState, -1];
  const happened: ToldEvent[] = [];
  return groups.map(([at, events]): Standing => {
    happened.push(...events);
    const isInOrder = events.every(({ revision }) => revision > last);
    state = isInOrder
      ? events.reduce(folded, state)
      : happened.sort((one, other) => one.revision - other.revision).reduce(folded, initialState);
    last = events.reduce((highest, { revision }) => Math.max(highest, revision), last);
    return { at, state };
  });
};
