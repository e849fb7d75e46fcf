import { pauseKinds, type PauseReason } from '../complaint/pause-reasons.js';
import { statuses, type Status } from '../complaint/vocabulary.js';
import { clockCounter, percentile, share, type ClockSummaries } from '../sla/summary.js';
import { ages, type Age } from './ages.js';
import type { BoardCase } from './board-case.js';
import { flowCounter, type WeekFlow } from './flow.js';
import { measureBases, measures, type Measure, type MeasureBasis, type Took } from './measures.js';
import type { Paid } from './paid.js';
import { dueWindows, type DueWindow } from './windows.js';

/** How many requests stood in each status; each is there, with 0 where it has none. */
export type ByStatus = Readonly<Record<Status, number>>;

/** The open requests of an age. */
export interface AgeCount {
  /** How long they have waited. */
  readonly age: Age;
  /** How many there are. */
  readonly open: number;
  /** How many of them stand in each status. */
  readonly byStatus: ByStatus;
}

/** What falls due in a window, of the provider's deadlines. */
export interface DueCount {
  /** Which window. */
  readonly window: DueWindow;
  /** Requests with at least one deadline in it. */
  readonly complaints: number;
  /** Deadlines in it. */
  readonly clocks: number;
}

/** How long something took, over all pieces of work in which it was done. A percentile is the nearest rank. */
export interface MeasureSummary {
  /** What. */
  readonly measure: Measure;
  /** In what time. */
  readonly basis: MeasureBasis;
  /** Of how many. */
  readonly n: number;
  /** Milliseconds that half of them do not exceed. */
  readonly p50Ms: number;
  /** Milliseconds that four fifths of them do not exceed. */
  readonly p80Ms: number;
  /** Milliseconds that 95 % of them do not exceed. */
  readonly p95Ms: number;
}

/** A part of a whole, with both numbers. */
export interface Rate {
  /** The part. */
  readonly count: number;
  /** The whole. */
  readonly of: number;
  /** The part in percent, two decimals; `null` of nothing. */
  readonly percent: number | null;
}

/** How often, and how long, clocks were paused for a reason. */
export interface PauseSummary {
  /** Why. */
  readonly reason: PauseReason;
  /** Requests with at least one such pause. */
  readonly complaints: number;
  /** Such pauses. */
  readonly pauses: number;
  /** Those that last. */
  readonly lasting: number;
  /** All of them together, from their beginnings to their ends or to the instant of the answer. */
  readonly totalMs: number;
}

/** What was granted and credited in one currency, in minor units. */
export interface CompensationSummary {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Requests with a grant in it. */
  readonly complaints: number;
  /** Refunds and bonuses that were granted. */
  readonly granted: number;
  /** Of those, what a statement has shown. */
  readonly credited: number;
}

/** The numbers of the board over some complaints. */
export interface BoardFigures extends ClockSummaries {
  /** All that were filed: the open and the ended ones. */
  readonly filed: number;
  /** Complaints that had not ended. */
  readonly open: number;
  /** Complaints that had ended, by whatever ending. */
  readonly closed: number;
  /** How many stood in each status. */
  readonly byStatus: ByStatus;
  /** The open ones by age, each age in its place. */
  readonly ages: readonly AgeCount[];
  /** What falls due soon. */
  readonly due: readonly DueCount[];
  /** What is open beyond a deadline: requests with at least one, and deadlines. */
  readonly overdue: { readonly complaints: number; readonly clocks: number };
  /** How long things took, by measure, `business` first; of measures that were done at least once. */
  readonly measures: readonly MeasureSummary[];
  /** Week by week, without gaps. */
  readonly weeks: readonly WeekFlow[];
  /** Reopened at least once, of those that ended at least once. */
  readonly reopened: Rate;
  /** Upheld by the last ruling that stands, of those that were ruled on. */
  readonly upheld: Rate;
  /** Taken to a higher level at least once, of all that were filed. */
  readonly escalated: Rate;
  /** By reason; of reasons that there were. */
  readonly pauses: readonly PauseSummary[];
  /** By currency. */
  readonly compensation: readonly CompensationSummary[];
}

const rate = (count: number, of: number): Rate => ({ count, of, percent: share(count, of) });

const noStatus = (): Record<Status, number> => ({
  ...{ acknowledged: 0, inProgress: 0, pending: 0, held: 0 },
  ...{ resolved: 0, closed: 0, cancelled: 0, rejected: 0 },
});

const statusCounter = () => {
  const counts = noStatus();
  return {
    add: (status: Status): void => {
      counts[status] += 1;
    },
    counts: (): ByStatus => ({ ...counts }),
    total: (): number => statuses.reduce((sum, status) => sum + counts[status], 0),
  };
};

const ageCounter = () => {
  const counters = new Map(ages.map((age) => [age, statusCounter()]));
  return {
    add: ({ item }: BoardCase): void => {
      if (item !== null) counters.get(item.age)?.add(item.status);
    },
    counts: (): readonly AgeCount[] =>
      [...counters].map(([age, counter]) => ({ age, open: counter.total(), byStatus: counter.counts() })),
  };
};

const dueCounter = () => {
  const counts = new Map(dueWindows.map((window) => [window, { complaints: 0, clocks: 0 }]));
  return {
    add: ({ due }: BoardCase): void => {
      for (const [window, count] of counts) {
        const clocks = due.filter((windows) => windows.includes(window)).length;
        count.clocks += clocks;
        if (clocks > 0) count.complaints += 1;
      }
    },
    counts: (): readonly DueCount[] => [...counts].map(([window, count]) => ({ window, ...count })),
  };
};

const millisecondsIn = ({ elapsedMs, businessMs }: Took, basis: MeasureBasis): number | null =>
  basis === 'elapsed' ? elapsedMs : businessMs;

const measureCounter = () => {
  const took = new Map<string, number[]>();
  const keyOf = (measure: Measure, basis: MeasureBasis): string => `${measure} ${basis}`;
  return {
    add: (all: readonly Took[]): void => {
      for (const each of all) {
        for (const basis of measureBases) {
          const milliseconds = millisecondsIn(each, basis);
          if (milliseconds === null) continue;
          const key = keyOf(each.measure, basis);
          const known = took.get(key);
          if (known === undefined) took.set(key, [milliseconds]);
          else known.push(milliseconds);
        }
      }
    },
    summaries: (): readonly MeasureSummary[] =>
      measures.flatMap((measure) =>
        measureBases.flatMap((basis) => {
          const ascending = (took.get(keyOf(measure, basis)) ?? []).toSorted((a, b) => a - b);
          if (ascending.length === 0) return [];
          const [p50Ms, p80Ms, p95Ms] = [50, 80, 95].map((percent) => percentile(ascending, percent));
          return [
            { measure, basis, n: ascending.length, p50Ms: p50Ms ?? 0, p80Ms: p80Ms ?? 0, p95Ms: p95Ms ?? 0 },
          ];
        }),
      ),
  };
};

const reasons = Object.keys(pauseKinds).filter((name): name is PauseReason =>
  Object.hasOwn(pauseKinds, name),
);

const pauseCounter = () => {
  const counts = new Map(
    reasons.map((reason) => [reason, { complaints: 0, pauses: 0, lasting: 0, totalMs: 0 }]),
  );
  return {
    add: ({ pauses }: BoardCase): void => {
      for (const { reason, milliseconds, lasts } of pauses) {
        const count = counts.get(reason);
        if (count === undefined) continue;
        count.pauses += 1;
        count.totalMs += milliseconds;
        if (lasts) count.lasting += 1;
      }
      for (const reason of new Set(pauses.map((pause) => pause.reason))) {
        const count = counts.get(reason);
        if (count !== undefined) count.complaints += 1;
      }
    },
    summaries: (): readonly PauseSummary[] =>
      [...counts].filter(([, { pauses }]) => pauses > 0).map(([reason, count]) => ({ reason, ...count })),
  };
};

const paidCounter = () => {
  const sums = new Map<string, { complaints: number; granted: number; credited: number }>();
  return {
    add: (paid: readonly Paid[]): void => {
      for (const { currency, granted, credited } of paid) {
        const sum = sums.get(currency) ?? { complaints: 0, granted: 0, credited: 0 };
        sums.set(currency, sum);
        sum.complaints += 1;
        sum.granted += granted;
        sum.credited += credited;
      }
    },
    summaries: (): readonly CompensationSummary[] =>
      [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, ...sum })),
  };
};

const has = ({ moves }: BoardCase, way: BoardCase['moves'][number]['way']): boolean =>
  moves.some((move) => move.way === way);

/** Adds up what the board takes from complaints, one after another; what was counted so far is told by `figures`. */
export const figuresCounter = () => {
  const clocks = clockCounter();
  const [byStatus, byAge, due] = [statusCounter(), ageCounter(), dueCounter()];
  const [took, flow, pauses, paid] = [measureCounter(), flowCounter(), pauseCounter(), paidCounter()];
  const overdue = { complaints: 0, clocks: 0 };
  let [open, ended, reopened, ruled, upheld, escalated] = [0, 0, 0, 0, 0, 0];
  return {
    add: (each: BoardCase): void => {
      clocks.add(each.clocks);
      byStatus.add(each.status);
      byAge.add(each);
      due.add(each);
      took.add(each.took);
      flow.add(each.moves, each.thisWeek);
      pauses.add(each);
      paid.add(each.paid);
      if (each.item !== null) open += 1;
      if (each.openBreached > 0) overdue.complaints += 1;
      overdue.clocks += each.openBreached;
      if (has(each, 'ended')) ended += 1;
      if (has(each, 'reopened')) reopened += 1;
      if (each.ruling !== null) ruled += 1;
      if (each.ruling === 'upheld') upheld += 1;
      if (each.isEscalated) escalated += 1;
    },
    figures: (): BoardFigures => {
      const filed = byStatus.total();
      return {
        ...{ filed, open, closed: filed - open, byStatus: byStatus.counts() },
        ages: byAge.counts(),
        due: due.counts(),
        overdue: { ...overdue },
        ...clocks.summary(),
        measures: took.summaries(),
        weeks: flow.weeks(),
        reopened: rate(reopened, ended),
        upheld: rate(upheld, ruled),
        escalated: rate(escalated, filed),
        pauses: pauses.summaries(),
        compensation: paid.summaries(),
      };
    },
  };
};
