import { endings } from '../complaint/rests-on.js';
import { millisecondsOf, type Instant } from '../kernel/instant.js';
import type { Named, Tally } from '../kernel/tally.js';
import type { Fact } from '../sla/clocks/facts.js';
import { formatDay, parseDay, weekdayIndexOf } from '../sla/local-date.js';
import { localDayAt, type ZoneTable } from '../sla/zone.js';

/** What came in and went out in a week, of local dates from Monday to Sunday. */
export interface WeekFlow {
  /** Its Monday, `2026-11-23`. */
  readonly week: string;
  /** Requests that were received. */
  readonly filed: number;
  /** Endings, by whatever ending: a request that ends twice counts twice. */
  readonly ended: number;
  /** Reopenings. */
  readonly reopened: number;
  /** Open at the end of the week: all that was filed and reopened until then, less what had ended. */
  readonly open: number;
}

/** One move of a complaint, in or out. */
export interface Move {
  /** The Monday of the week it happened in. */
  readonly week: string;
  /** Which way. */
  readonly way: 'filed' | 'ended' | 'reopened';
}

/** The Monday of the week of an instant, in a zone. */
export const weekOf = (zone: ZoneTable, at: Instant): string => {
  const day = localDayAt(zone, millisecondsOf(at));
  return formatDay(day - weekdayIndexOf(day));
};

const endingTypes: ReadonlySet<string> = new Set(endings);

/** The moves of a complaint, in their order: what has ended does not end again before it is reopened. */
export const movesOf = (facts: readonly Fact[], receivedAt: Instant, zone: ZoneTable): readonly Move[] => {
  const moves: Move[] = [{ week: weekOf(zone, receivedAt), way: 'filed' }];
  let isOpen = true;
  for (const { type, occurredAt } of facts) {
    if (isOpen ? !endingTypes.has(type) : type !== 'Reopened') continue;
    moves.push({ week: weekOf(zone, occurredAt), way: isOpen ? 'ended' : 'reopened' });
    isOpen = !isOpen;
  }
  return moves;
};

const days = 7;

const ways: readonly Move['way'][] = ['filed', 'ended', 'reopened'];

/** The names that moves are counted under. */
const movedIn = (way: Move['way'], week: string): string => `week-${way} ${week}`;

/** What the moves of a complaint add to the numbers of all. */
export const flowCounts = (moves: readonly Move[]): readonly Named[] =>
  moves.map(({ way, week }): Named => [movedIn(way, week), 1]);

/** What came in and went out, week by week, without a gap from the first move to the week of the answer. */
export const weeksOf = (tally: Tally, thisWeek: string): readonly WeekFlow[] => {
  const known = ways.flatMap((way) => tally.named(movedIn(way, ''))).sort();
  const [first] = known;
  if (first === undefined) return [];
  const last = [...known, thisWeek].sort().at(-1) ?? first;
  const flow: WeekFlow[] = [];
  let open = 0;
  for (let day = parseDay(first) ?? 0; day <= (parseDay(last) ?? 0); day += days) {
    const week = formatDay(day);
    const [filed, ended, reopened] = [
      tally.count(movedIn('filed', week)),
      tally.count(movedIn('ended', week)),
      tally.count(movedIn('reopened', week)),
    ];
    open += filed + reopened - ended;
    flow.push({ week, filed, ended, reopened, open });
  }
  return flow;
};
