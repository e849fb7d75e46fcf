import { endings } from '../complaint/rests-on.js';
import { millisecondsOf, type Instant } from '../kernel/instant.js';
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

/** Adds moves up, week by week, without a gap from the first one to the week of the answer. */
export const flowCounter = () => {
  const counts = new Map<string, Record<Move['way'], number>>();
  let last = '';
  const countOf = (week: string): Record<Move['way'], number> => {
    const count = counts.get(week) ?? { filed: 0, ended: 0, reopened: 0 };
    counts.set(week, count);
    return count;
  };
  return {
    add: (moves: readonly Move[], thisWeek: string): void => {
      for (const { week, way } of moves) countOf(week)[way] += 1;
      if (thisWeek > last) last = thisWeek;
    },
    weeks: (): readonly WeekFlow[] => {
      const known = [...counts.keys()].sort();
      const [first] = known;
      if (first === undefined) return [];
      const [from, to] = [first, [...known, last].sort().at(-1) ?? first].map((day) => parseDay(day) ?? 0);
      const flow: WeekFlow[] = [];
      let open = 0;
      for (let day = from ?? 0; day <= (to ?? 0); day += days) {
        const week = formatDay(day);
        const { filed, ended, reopened } = counts.get(week) ?? { filed: 0, ended: 0, reopened: 0 };
        open += filed + reopened - ended;
        flow.push({ week, filed, ended, reopened, open });
      }
      return flow;
    },
  };
};
