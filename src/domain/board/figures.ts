import { pauseKinds, type PauseReason } from '../complaint/pause-reasons.js';
import { statuses, type Status } from '../complaint/vocabulary.js';
import type { Percentiles, Tally } from '../kernel/tally.js';
import { clockSummaries, share, type ClockLabels, type ClockSummaries } from '../sla/summary.js';
import { ages, type Age } from './ages.js';
import { counted } from './contribution.js';
import { weeksOf, type WeekFlow } from './flow.js';
import { measureBases, measures, type Measure, type MeasureBasis } from './measures.js';
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
export interface MeasureSummary extends Percentiles {
  /** What. */
  readonly measure: Measure;
  /** In what time. */
  readonly basis: MeasureBasis;
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

/** What the numbers are read with, besides what was added up. */
export interface FiguresGrounds {
  /** The Monday of the week of the answer. */
  readonly thisWeek: string;
  /** How clocks are named. */
  readonly labels: ClockLabels;
}

const rate = (count: number, of: number): Rate => ({ count, of, percent: share(count, of) });

const statusCounts = (of: (status: Status) => number): ByStatus => ({
  ...{ acknowledged: of('acknowledged'), inProgress: of('inProgress'), pending: of('pending') },
  ...{ held: of('held'), resolved: of('resolved'), closed: of('closed') },
  ...{ cancelled: of('cancelled'), rejected: of('rejected') },
});

const totalOf = (counts: ByStatus): number => statuses.reduce((sum, status) => sum + counts[status], 0);

const reasons = Object.keys(pauseKinds).filter((name): name is PauseReason =>
  Object.hasOwn(pauseKinds, name),
);

/** The numbers of the board, from what complaints contributed. */
export const figuresOf = (tally: Tally, { thisWeek, labels }: FiguresGrounds): BoardFigures => {
  const { count } = tally;
  const byStatus = statusCounts((status) => count(counted.status(status)));
  const [filed, open] = [totalOf(byStatus), count(counted.open)];
  return {
    ...{ filed, open, closed: filed - open, byStatus },
    ages: ages.map((age): AgeCount => {
      const ofAge = statusCounts((status) => count(counted.age(age, status)));
      return { age, open: totalOf(ofAge), byStatus: ofAge };
    }),
    due: dueWindows.map((window) => ({
      window,
      complaints: count(counted.due(window, 'complaints')),
      clocks: count(counted.due(window, 'clocks')),
    })),
    overdue: {
      complaints: count(counted.overdue('complaints')),
      clocks: count(counted.overdue('clocks')),
    },
    ...clockSummaries(tally, labels),
    measures: measures.flatMap((measure) =>
      measureBases.flatMap((basis): readonly MeasureSummary[] => {
        const took = tally.percentiles(counted.took(measure, basis));
        return took === undefined ? [] : [{ measure, basis, ...took }];
      }),
    ),
    weeks: weeksOf(tally, thisWeek),
    reopened: rate(count(counted.reopened), count(counted.ended)),
    upheld: rate(count(counted.upheld), count(counted.ruled)),
    escalated: rate(count(counted.escalated), filed),
    pauses: reasons.flatMap((reason): readonly PauseSummary[] => {
      const of = (what: Parameters<typeof counted.paused>[0]): number => count(counted.paused(what, reason));
      const pauses = of('pauses');
      return pauses === 0
        ? []
        : [{ reason, complaints: of('complaints'), pauses, lasting: of('lasting'), totalMs: of('ms') }];
    }),
    compensation: tally.named(counted.paid('complaints', '')).map((currency) => ({
      currency,
      complaints: count(counted.paid('complaints', currency)),
      granted: count(counted.paid('granted', currency)),
      credited: count(counted.paid('credited', currency)),
    })),
  };
};
