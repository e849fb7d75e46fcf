import type { CaseCard } from '../complaint/card.js';
import { pausesIn } from '../complaint/pauses.js';
import { instantOf, laterOf, millisecondsOf, type Instant } from '../kernel/instant.js';
import type { Contribution, Named } from '../kernel/tally.js';
import type { FoldedClocks } from '../sla/clocks/clock-fold.js';
import type { ClockEvent } from '../sla/clocks/facts.js';
import { namedIn, readFolded, type Published } from '../sla/clocks/read-clocks.js';
import type { ClockReading } from '../sla/clocks/reading.js';
import { overdueCounts } from '../sla/summary.js';
import { boardCase } from './board-case.js';
import { contributionOf } from './contribution.js';

/** A clock that runs on after its request has ended, such as the one to ask for its reopening. */
export interface RunningClock {
  /** The clock. */
  readonly clock: string;
  /** The cycle that it runs in. */
  readonly cycle: number;
  /** Which one of the clock's in this cycle. */
  readonly run: number;
  /** Until when it runs. */
  readonly dueAt: Instant;
}

/** What a request that has ended adds to the numbers of the board from now on, until something else is recorded of it. */
export interface Settled {
  /** From when on it holds. */
  readonly from: Instant;
  /** What it adds. Clocks that run on are counted as over their due instants already. */
  readonly contribution: Contribution;
  /** Those clocks: until its due instant each is counted as running. */
  readonly running: readonly RunningClock[];
}

/** What is looked at of a complaint. */
export interface SettledGrounds {
  /** Its card, after these events. */
  readonly card: CaseCard;
  /** Its events, in the order of their revisions. */
  readonly events: readonly ClockEvent[];
  /** What they were folded into. */
  readonly folded: FoldedClocks;
  /** Policies and calendars. */
  readonly published: Published;
}

/** The names that requests are counted under by what they go by. */
export const goesBy = {
  /** The calendar whose weeks they go by; `''` stands for the weeks of UTC. */
  calendar: (ref: string) => `calendar ${ref}`,
  /** A policy that they count, or counted by. */
  policy: (ref: string) => `policy ${ref}`,
} as const;

/** Whether anything is to happen later by itself, other than that a clock falls due. */
const movesByItself = ({ standing, pauses }: FoldedClocks, last: Instant): boolean =>
  standing.runs.some(({ startedAt, end }) => startedAt > last || (end !== undefined && end.at > last)) ||
  pausesIn(pauses).some(({ from, to }) => from > last || to === undefined || to > last);

/** The clocks that run on; `undefined` where one is held up. */
const runningOf = (clocks: readonly ClockReading[]): readonly RunningClock[] | undefined => {
  const running: RunningClock[] = [];
  for (const reading of clocks) {
    if (reading.state === 'paused') return undefined;
    if (reading.state !== 'running') continue;
    const { clock, cycle, run, dueAt } = reading;
    if (dueAt === null) return undefined;
    running.push({ clock, cycle, run, dueAt });
  }
  return running;
};

/** Whether every version that a request names is known. */
const isKnown = ({ policies, calendars }: ReturnType<typeof namedIn>, published: Published): boolean =>
  policies.every((ref) => published.policyOf(ref) !== undefined) &&
  calendars.every((ref) => published.calendarOf(ref) !== undefined);

/**
 * What a request adds to the numbers of the board that no longer depends on the instant of the answer. `undefined` while
 * it is open, and where time alone still changes it; `'unknown'` where it has ended, and names a policy or a calendar that
 * is not known here: another program may know it, and find something else.
 */
export const settledOf = ({
  card,
  events,
  folded,
  published,
}: SettledGrounds): Settled | 'unknown' | undefined => {
  if (card.receivedAt === null || card.facets.ending === 'open') return undefined;
  const named = namedIn(events);
  if (!isKnown(named, published)) return 'unknown';
  const last = events.reduce((latest, { recorded }) => laterOf(latest, recorded.occurredAt), card.receivedAt);
  if (movesByItself(folded, last)) return undefined;
  const from = instantOf(millisecondsOf(last) + 1);
  const { clocks } = readFolded(folded, published.calendarOf, from);
  const running = runningOf(clocks);
  const each = boardCase({ card, events, clocks, published, at: from });
  if (running === undefined || each === undefined) return undefined;
  const { counts, durations } = contributionOf(each);
  return {
    from,
    contribution: {
      counts: [
        ...counts,
        ...running.flatMap(({ clock }) => overdueCounts(clock)),
        [goesBy.calendar(each.calendar ?? ''), 1],
        ...named.policies.map((ref): Named => [goesBy.policy(ref), 1]),
      ],
      durations,
    },
    running,
  };
};
