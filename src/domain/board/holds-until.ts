import { pausesIn } from '../complaint/pauses.js';
import { instantOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { FoldedClocks } from '../sla/clocks/clock-fold.js';
import type { BusinessCalendar } from '../sla/compile-calendar.js';
import { endOfDay, localDayAt, utc } from '../sla/zone.js';
import { birthdaysOf } from './ages.js';
import type { BoardCase } from './board-case.js';
import { windowChangesOf } from './windows.js';

/** A complaint as it was read for the board at an instant. */
export interface ReadCase {
  /** What the board took from it. */
  readonly each: BoardCase;
  /** What its events were folded into. */
  readonly folded: FoldedClocks;
  /** The calendar that it goes by; `undefined` where none is known. */
  readonly calendar: BusinessCalendar | undefined;
  /** The instant that it was read at. */
  readonly at: Instant;
}

/** When clocks start, end and fall due, in milliseconds. */
const ofClocks = ({ each, folded }: ReadCase): readonly number[] => [
  ...folded.standing.runs.flatMap(({ startedAt, end }) => [
    millisecondsOf(startedAt),
    ...(end === undefined ? [] : [millisecondsOf(end.at)]),
  ]),
  ...each.clocks.flatMap((clock) =>
    clock.state === 'running' && clock.dueAt !== null ? windowChangesOf(clock.dueAt) : [],
  ),
];

/** When pauses begin and end, in milliseconds: one that begins counts from the millisecond after it. */
const ofPauses = ({ folded }: ReadCase): readonly number[] =>
  pausesIn(folded.pauses).flatMap(({ from, to }) => [
    millisecondsOf(from),
    millisecondsOf(from) + 1,
    ...(to === undefined ? [] : [millisecondsOf(to)]),
  ]);

/**
 * Before which instant a complaint adds to the numbers of the board just what it added when it was read: nothing of it
 * starts, ends, falls due, grows older or sees another day until then. The instant of the reading itself while a pause
 * lasts, which grows with every millisecond. Of what the board tells of an open request this says nothing.
 */
export const holdsUntil = (read: ReadCase): Instant => {
  const { each, calendar, at } = read;
  if (each.pauses.some(({ lasts }) => lasts)) return at;
  const now = millisecondsOf(at);
  const zone = calendar?.zone ?? utc;
  const changes = [
    ...ofClocks(read),
    ...ofPauses(read),
    ...(each.item === null ? [] : birthdaysOf(each.item.receivedAt, calendar)),
  ];
  const todayEnds = endOfDay(zone, localDayAt(zone, now));
  return instantOf(
    changes.reduce((first, change) => (change > now && change < first ? change : first), todayEnds),
  );
};
