import type { ComplaintEventType } from '../../complaint/events.js';
import type { EventMatch } from '../policy/policy.js';
import { clocksOf, isOpen, type Standing } from './starts-and-ends.js';

/** What changes the complaint, its cycle, the ruling that stands or what it counts by. */
const always: readonly ComplaintEventType[] = [
  'Filed',
  'Classified',
  'Reclassified',
  'Reopened',
  'AuthorityResolved',
  'ClocksRecomputed',
];

const typesOf = (matches: readonly EventMatch[]): readonly ComplaintEventType[] =>
  matches.map(({ event }) => event);

/**
 * The types of events that can change the clocks where they stand: by any other event no run starts, ends or gets another
 * term. A correction can change them whatever its type is, and so can what begins or ends a pause.
 */
export const heededTypes = ({ era, runs }: Standing): ReadonlySet<ComplaintEventType> =>
  new Set([
    ...always,
    ...clocksOf(era).flatMap(({ starts }) => typesOf(starts)),
    ...runs
      .filter(isOpen)
      .flatMap(({ clock: { stops, cancels, terms } }) => [
        ...typesOf(stops),
        ...typesOf(cancels),
        ...typesOf(terms.flatMap(({ once }) => once ?? [])),
      ]),
  ]);
