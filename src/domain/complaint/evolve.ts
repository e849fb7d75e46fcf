import type { Recorded } from '../kernel/message.js';
import type { CaseCard } from './card.js';
import type { ComplaintEvent, ComplaintEvents, ComplaintEventType } from './events.js';
import type { Evolvers } from './evolver.js';
import type { Facets } from './facets.js';
import { learnedAfter } from './learned.js';
import { life } from './life.js';
import type { ComplaintState } from './state.js';
import { happenedAfter } from './times.js';

const evolvers: Evolvers<ComplaintEvents> = life.evolve;

/** An event as the fold sees it: its type and its data. */
export type Fact<T extends ComplaintEventType> = {
  [K in T]: { readonly type: K; readonly data: ComplaintEvents[K] };
}[T];

/** True for the types of event that a complaint's stream may hold. */
export const isComplaintEventType = (type: unknown): type is ComplaintEventType =>
  typeof type === 'string' && Object.hasOwn(evolvers, type);

/** True for a stored event that is a complaint's. What is inside was checked when it was read. */
export const isComplaintEvent = <E extends { readonly type: string; readonly data: unknown }>(
  event: E,
): event is E & ComplaintEvent => isComplaintEventType(event.type);

/** The names of all events that a complaint's stream may hold. */
export const complaintEventTypes: readonly ComplaintEventType[] =
  Object.keys(evolvers).filter(isComplaintEventType);

const facetsAfter = (facets: Facets, changes: Partial<Facets> | undefined, beforeWork: boolean): Facets => {
  if (facets.begun || beforeWork) return changes === undefined ? facets : { ...facets, ...changes };
  return { ...facets, begun: true, ...changes };
};

/**
 * How an event changes the card of its complaint: the one fold that rows, queues and lists are made from. Total: any
 * event may come at any point. `evolve` makes the same changes to the card that the state extends.
 */
export const evolveCard = <T extends ComplaintEventType>(
  card: CaseCard,
  event: Fact<T>,
  recorded: Pick<Recorded, 'occurredAt' | 'learnedAt' | 'role'>,
): CaseCard => {
  const evolver = evolvers[event.type];
  const changes = evolver.card?.(event.data, card, recorded);
  const facets = facetsAfter(card.facets, changes?.facets, evolver.beforeWork === true);
  const learned = learnedAfter(card.learned, event, recorded);
  const isAsBefore = changes === undefined && facets === card.facets && learned === card.learned;
  return isAsBefore ? card : { ...card, ...changes, facets, learned };
};

/** How an event changes all we know of a complaint. Total, so that a state as of any date can be folded. */
export const evolve = <T extends ComplaintEventType>(
  state: ComplaintState,
  event: Fact<T>,
  recorded: Recorded,
): ComplaintState => {
  const evolver = evolvers[event.type];
  const changes = evolver.card?.(event.data, state, recorded);
  const facets = facetsAfter(state.facets, changes?.facets, evolver.beforeWork === true);
  const happened = happenedAfter(state.happened, event, recorded);
  const learned = learnedAfter(state.learned, event, recorded);
  return {
    ...state,
    ...evolver.details?.(event.data, state, recorded),
    ...changes,
    facets,
    learned,
    happened,
  };
};

/** The state after a run of events, as `evolve` folds them. */
export const fold = (
  events: readonly (ComplaintEvent & { readonly recorded: Recorded })[],
  from: ComplaintState,
): ComplaintState => events.reduce((state, event) => evolve(state, event, event.recorded), from);
