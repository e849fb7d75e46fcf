import { millisecondsOf } from '../kernel/instant.js';
import type { RejectionText } from '../kernel/rejection-text.js';
import type { ClockReading, CountedClock } from './clocks/reading.js';
import type { Owner } from './policy/policy.js';

/** How often a clock ran over all complaints, and what became of it. */
export interface ClockSummary {
  /** The clock. */
  readonly clock: string;
  /** How often it was started. */
  readonly started: number;
  /** Done at or before it was due. */
  readonly met: number;
  /** Due before it was done, whether it was done since or is open. */
  readonly breached: number;
  /** Not due yet, and running. */
  readonly running: number;
  /** Not due yet, and held up. */
  readonly paused: number;
  /** Of the breached ones, those that are open. */
  readonly openBreached: number;
  /** Met of those that ended, met or breached; `null` where none did. Two decimals. */
  readonly percentMet: number | null;
  /** Met of those and of the ones that are open and breached; `null` where there are none. Two decimals. */
  readonly percentMetCountingOpenBreached: number | null;
  /** What a person reads, as the first one that was counted has it. */
  readonly name: RejectionText;
  /** Who has to act before it is due: what a user lets pass is no breach of the provider's. */
  readonly owedBy: Owner;
}

/** In what time is counted: `open`, that of the clock's calendar without pauses; `elapsed`, from start to end. */
export type DurationBasis = 'open' | 'elapsed';

/**
 * How long what a clock waits for took, where it was done. A percentile is the smallest value that at least so many
 * percent of them do not exceed (nearest rank).
 */
export interface DurationSummary {
  /** The clock. */
  readonly clock: string;
  /** In what time. */
  readonly basis: DurationBasis;
  /** Of how many. */
  readonly n: number;
  /** Milliseconds that half of them do not exceed. */
  readonly p50Ms: number;
  /** Milliseconds that four fifths of them do not exceed. */
  readonly p80Ms: number;
  /** Milliseconds that 95 % of them do not exceed. */
  readonly p95Ms: number;
}

/** What the clocks of all complaints come to. */
export interface ClockSummaries {
  /** By clock. */
  readonly clocks: readonly ClockSummary[];
  /** By clock, `open` first; of clocks that were done at least once. */
  readonly durations: readonly DurationSummary[];
}

/** The smallest value that at least so many percent of an ascending list do not exceed; 0 of an empty one. */
export const percentile = (ascending: readonly number[], percent: number): number =>
  ascending[Math.max(0, Math.ceil((ascending.length * percent) / 100) - 1)] ?? 0;

/** A part in percent of a whole, two decimals; `null` of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;

interface Counted {
  readonly name: RejectionText;
  readonly owedBy: Owner;
  started: number;
  met: number;
  breached: number;
  running: number;
  paused: number;
  openBreached: number;
  readonly took: Readonly<Record<DurationBasis, number[]>>;
}

const none = ({ name, owedBy }: ClockReading): Counted => ({
  ...{ name, owedBy },
  ...{ started: 0, met: 0, breached: 0, running: 0, paused: 0, openBreached: 0 },
  took: { open: [], elapsed: [] },
});

const count = (counted: Counted, reading: CountedClock): void => {
  const { state, startedAt, endedAt, consumedMs, overdueMs } = reading;
  if (state === 'cancelled') return;
  counted[state] += 1;
  if (state === 'breached' && endedAt === null) counted.openBreached += 1;
  if (endedAt === null) return;
  counted.took.open.push(consumedMs + overdueMs);
  counted.took.elapsed.push(millisecondsOf(endedAt) - millisecondsOf(startedAt));
};

const summaryOf = ([clock, counted]: readonly [string, Counted]): ClockSummary => {
  const { took: _took, name, owedBy, ...counts } = counted;
  const { met, breached, openBreached } = counts;
  return {
    clock,
    ...counts,
    percentMet: share(met, met + breached - openBreached),
    percentMetCountingOpenBreached: share(met, met + breached),
    name,
    owedBy,
  };
};

const durationsOf = ([clock, { took }]: readonly [string, Counted]): readonly DurationSummary[] =>
  (['open', 'elapsed'] as const).flatMap((basis) => {
    const ascending = [...took[basis]].sort((a, b) => a - b);
    if (ascending.length === 0) return [];
    const [p50Ms, p80Ms, p95Ms] = [50, 80, 95].map((percent) => percentile(ascending, percent));
    return [{ clock, basis, n: ascending.length, p50Ms: p50Ms ?? 0, p80Ms: p80Ms ?? 0, p95Ms: p95Ms ?? 0 }];
  });

/** Adds up the readings of complaints, one after another; what was counted so far is told by `summary`. */
export const clockCounter = () => {
  const counts = new Map<string, Counted>();
  return {
    add: (readings: readonly ClockReading[]): void => {
      for (const reading of readings) {
        if (reading.state === 'not-started') continue;
        const counted = counts.get(reading.clock) ?? none(reading);
        counts.set(reading.clock, counted);
        counted.started += 1;
        if (reading.state !== 'unanswered') count(counted, reading);
      }
    },
    summary: (): ClockSummaries => {
      const inOrder = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
      return { clocks: inOrder.map(summaryOf), durations: inOrder.flatMap(durationsOf) };
    },
  };
};
