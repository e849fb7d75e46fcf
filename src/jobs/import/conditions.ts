import type { ComplaintState } from '../../domain/complaint/state.js';
import type { LogCase, LogEvent } from '../../application/ports/event-log.js';

/** What a condition looks at: the case, the event, and how the complaint stands by then. */
export interface Situation {
  readonly found: LogCase;
  readonly event: LogEvent;
  /** Place of the event in its case, from 0. */
  readonly ordinal: number;
  /** How the complaint stood before anything of this event. */
  readonly before: ComplaintState;
  readonly state: ComplaintState;
  /** The pseudonym of whom the log names; the desk where it names none. */
  readonly resource: string;
  /** Who owns the case in customer service by then; who filed it, while none was named. */
  readonly owner: string;
}

const latestVisit = ({ visits }: ComplaintState) => visits[Math.max(0, ...Object.keys(visits).map(Number))];

const named = {
  filed: ({ state }) => state.filing !== null,
  'filed-before': ({ before }) => before.filing !== null,
  ended: ({ state }) => state.facets.ending !== 'open',
  /** There is a ruling, a final word or an end: going on means reopening. */
  finished: ({ state: { facets } }) =>
    facets.ending !== 'open' || facets.ruling !== 'none' || facets.final !== 'none',
  ruled: ({ state }) => state.facets.ruling !== 'none',
  'folio-told': ({ state }) => state.facets.folioTold,
  'final-word': ({ state }) => state.facets.final !== 'none',
  'information-open': ({ state }) => state.requests.open.length > 0,
  'on-hold': ({ state }) => state.facets.hold !== null,
  'in-charge': ({ state, resource }) => state.technician === resource,
  'lead-assigned': ({ state }) => state.technician !== null,
  'cause-verified': ({ state }) => state.facets.diagnosis === 'verified',
  repaired: ({ state: { facets } }) => facets.repair === 'done' && facets.restoration !== 'disputed',
  'ever-repaired': ({ state }) => state.facets.repair === 'done',
  reported: ({ state: { facets } }) => facets.handedOff && facets.restoration !== 'disputed',
  'restoration-asked': ({ state }) => state.facets.restoration === 'requested',
  restored: ({ state }) => state.facets.restoration === 'confirmed',
  disputed: ({ state }) => state.facets.restoration === 'disputed',
  'repair-impossible': ({ state }) => state.facets.repair === 'impossible',
  'visit-notified': ({ state }) => latestVisit(state)?.stage === 'notified',
} as const satisfies Readonly<Record<string, (situation: Situation) => boolean>>;

export type ConditionName = keyof typeof named;

/**
 * When a step applies: how the complaint stands at that point (`ruled`, `on-hold`), what the event or its case says
 * (`attribute`), or what the case went through before (`seen`: an activity). A list holds where all of it holds.
 */
export type Condition =
  | ConditionName
  | { readonly not: Condition }
  | { readonly attribute: string; readonly is: string }
  | { readonly seen: string };

const isName = (name: string): name is ConditionName => Object.hasOwn(named, name);
export const conditionNames: readonly ConditionName[] = Object.keys(named).filter(isName);

const holdsOne = (condition: Condition, situation: Situation): boolean => {
  if (typeof condition === 'string') return named[condition](situation);
  if ('not' in condition) return !holdsOne(condition.not, situation);
  const { found, event, ordinal } = situation;
  if ('seen' in condition)
    return found.events.slice(0, ordinal).some(({ activity }) => activity === condition.seen);
  const value = event.attributes.get(condition.attribute) ?? found.attributes.get(condition.attribute);
  return value === condition.is;
};

/** True where every condition of the list holds. */
export const holds = (conditions: readonly Condition[] | undefined, situation: Situation): boolean =>
  (conditions ?? []).every((condition) => holdsOne(condition, situation));

/** The number of the latest visit; `undefined` where there was none. */
export const latestVisitNumber = ({ visits }: ComplaintState): number | undefined => {
  const numbers = Object.keys(visits).map(Number);
  return numbers.length === 0 ? undefined : Math.max(...numbers);
};
