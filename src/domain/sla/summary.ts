import { millisecondsOf } from '../kernel/instant.js';
import type { Contribution, Named, Percentiles, Tally } from '../kernel/tally.js';
import type { RejectionText } from '../kernel/rejection-text.js';
import type { ClockName, ClockReading, CountedClock } from './clocks/reading.js';
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
  /** What a person reads, as the policy with the highest version number, of those it was counted by, has it. */
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
export interface DurationSummary extends Percentiles {
  /** The clock. */
  readonly clock: string;
  /** In what time. */
  readonly basis: DurationBasis;
}

/** What the clocks of all complaints come to. */
export interface ClockSummaries {
  /** By clock. */
  readonly clocks: readonly ClockSummary[];
  /** By clock, `open` first; of clocks that were done at least once. */
  readonly durations: readonly DurationSummary[];
}

/** A part in percent of a whole, two decimals; `null` of nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;

const bases: readonly DurationBasis[] = ['open', 'elapsed'];

/** The names that clocks are counted under. What is free text stands last. */
const names = {
  started: (clock: string) => `clock-started ${clock}`,
  state: (state: CountedClock['state'], clock: string) => `clock-${state} ${clock}`,
  openBreached: (clock: string) => `clock-open-breached ${clock}`,
  policiesOf: (clock: string) => `clock-policy ${clock} `,
  took: (basis: DurationBasis, clock: string) => `clock-${basis} ${clock}`,
} as const;

const countsOfReading = (
  reading: Exclude<ClockReading, { readonly state: 'not-started' }>,
): readonly Named[] => {
  const { clock, policy } = reading;
  const started: readonly Named[] = [
    [names.started(clock), 1],
    [`${names.policiesOf(clock)}${policy}`, 1],
  ];
  if (reading.state === 'unanswered' || reading.state === 'cancelled') return started;
  const isOpenBreach = reading.state === 'breached' && reading.endedAt === null;
  const counted: readonly Named[] = [...started, [names.state(reading.state, clock), 1]];
  return isOpenBreach ? [...counted, [names.openBreached(clock), 1]] : counted;
};

const durationsOfReading = (reading: ClockReading): readonly Named[] => {
  if (reading.state !== 'met' && reading.state !== 'breached') return [];
  const { clock, startedAt, endedAt, consumedMs, overdueMs } = reading;
  if (endedAt === null) return [];
  return [
    [names.took('open', clock), consumedMs + overdueMs],
    [names.took('elapsed', clock), millisecondsOf(endedAt) - millisecondsOf(startedAt)],
  ];
};

/** What the clocks of a complaint add to the numbers of all. */
export const clockContribution = (readings: readonly ClockReading[]): Contribution => ({
  counts: readings.flatMap((reading) => (reading.state === 'not-started' ? [] : countsOfReading(reading))),
  durations: readings.flatMap(durationsOfReading),
});

/** The change of the counts where a clock that runs falls due with nothing done: from running to breached. */
export const overdueCounts = (clock: string): readonly Named[] => [
  [names.state('running', clock), -1],
  [names.state('breached', clock), 1],
  [names.openBreached(clock), 1],
];

/** What is read of a clock, and who has to act. */
export type ClockLabel = Pick<ClockName, 'name' | 'owedBy'>;

/** What is read of a clock, as a policy (`id@version`) has it; `undefined` where it is not known. */
export type ClockLabelOf = (clock: string, policy: string) => ClockLabel | undefined;

const versionIn = (ref: string): number => Number(ref.slice(ref.lastIndexOf('@') + 1));

/** How clocks are named in what is added up over several policies. */
export interface ClockLabels {
  /** What is read of a clock. */
  readonly labelOf: ClockLabelOf;
  /** Id of the policy that requests are filed under today: its words go before those of one that it took the place of. */
  readonly policy: string;
}

/**
 * As the policy of today has it, else as another one; of each in its highest version, and of several others the last by
 * its name.
 */
const labelIn = (
  clock: string,
  policies: readonly string[],
  { labelOf, policy: today }: ClockLabels,
): ClockLabel => {
  const isOfToday = (ref: string): number => Number(ref === `${today}@${versionIn(ref)}`);
  const newestLast = [...policies].sort(
    (a, b) => isOfToday(a) - isOfToday(b) || versionIn(a) - versionIn(b) || (a < b ? -1 : 1),
  );
  for (const policy of newestLast.reverse()) {
    const label = labelOf(clock, policy);
    if (label !== undefined) return { name: label.name, owedBy: label.owedBy };
  }
  return { name: { es: clock, en: clock }, owedBy: 'provider' };
};

/** What the clocks of all complaints come to, from what each contributed. */
export const clockSummaries = (tally: Tally, labels: ClockLabels): ClockSummaries => {
  const clocks = tally.named(names.started(''));
  return {
    clocks: clocks.map((clock): ClockSummary => {
      const of = (state: CountedClock['state']): number => tally.count(names.state(state, clock));
      const [met, breached] = [of('met'), of('breached')];
      const openBreached = tally.count(names.openBreached(clock));
      return {
        clock,
        started: tally.count(names.started(clock)),
        ...{ met, breached, running: of('running'), paused: of('paused'), openBreached },
        percentMet: share(met, met + breached - openBreached),
        percentMetCountingOpenBreached: share(met, met + breached),
        ...labelIn(clock, tally.named(names.policiesOf(clock)), labels),
      };
    }),
    durations: clocks.flatMap((clock) =>
      bases.flatMap((basis): readonly DurationSummary[] => {
        const took = tally.percentiles(names.took(basis, clock));
        return took === undefined ? [] : [{ clock, basis, ...took }];
      }),
    ),
  };
};
