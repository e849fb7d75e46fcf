/** A number under a name. */
export type Named = readonly [name: string, number: number];

/** What one thing adds to the numbers of all: counts that add up, and durations in milliseconds that are ranked. */
export interface Contribution {
  /** By how much each count goes up. */
  readonly counts: readonly Named[];
  /** What took how long: one entry each time. */
  readonly durations: readonly Named[];
}

/** How long something took, over all times that it was done. A percentile is the nearest rank. */
export interface Percentiles {
  /** Of how many. */
  readonly n: number;
  /** Milliseconds that half of them do not exceed. */
  readonly p50Ms: number;
  /** Milliseconds that four fifths of them do not exceed. */
  readonly p80Ms: number;
  /** Milliseconds that 95 % of them do not exceed. */
  readonly p95Ms: number;
}

/** Contributions added up, as they are asked for by name. */
export interface Tally {
  /** A count; 0 where nothing was counted. */
  readonly count: (name: string) => number;
  /** What follows the prefix in the names of counts that are not 0, ascending. */
  readonly named: (prefix: string) => readonly string[];
  /** `undefined` where nothing was measured. */
  readonly percentiles: (name: string) => Percentiles | undefined;
}

/** The shares, in percent, that are told of how long something took. */
export const percents = [50, 80, 95] as const;

/** The place, from 0, of the nearest rank: of the smallest value that at least so many percent of `n` do not exceed. */
export const rankOf = (n: number, percent: number): number => Math.max(0, Math.ceil((n * percent) / 100) - 1);

/** Percentiles by what stands at each place of the ascending values. */
export const percentilesBy = (n: number, at: (place: number) => number): Percentiles => ({
  n,
  p50Ms: at(rankOf(n, 50)),
  p80Ms: at(rankOf(n, 80)),
  p95Ms: at(rankOf(n, 95)),
});

/** Counts by name, as a tally tells them. */
export const countsTold = (counts: ReadonlyMap<string, number>): Pick<Tally, 'count' | 'named'> => ({
  count: (name) => counts.get(name) ?? 0,
  named: (prefix) =>
    [...counts]
      .filter(([name, count]) => count !== 0 && name.startsWith(prefix))
      .map(([name]) => name.slice(prefix.length))
      .sort(),
});

/** Contributions added up by name. */
export interface ContributionSums {
  readonly counts: ReadonlyMap<string, number>;
  /** What took how long, in the order in which it was added. */
  readonly durations: ReadonlyMap<string, readonly number[]>;
  readonly add: (contribution: Contribution) => void;
}

/** Adds contributions by name, one after another, to counts that there are already. */
export const contributionSums = (before: Iterable<Named> = []): ContributionSums => {
  const counts = new Map<string, number>(before);
  const durations = new Map<string, number[]>();
  return {
    counts,
    durations,
    add: ({ counts: more, durations: took }: Contribution): void => {
      for (const [name, by] of more) counts.set(name, (counts.get(name) ?? 0) + by);
      for (const [name, milliseconds] of took) {
        const known = durations.get(name);
        if (known === undefined) durations.set(name, [milliseconds]);
        else known.push(milliseconds);
      }
    },
  };
};

/** Adds contributions up in memory, one after another. */
export const tallyCounter = () => {
  const { counts, durations, add } = contributionSums();
  return {
    add,
    tally: (): Tally => ({
      ...countsTold(counts),
      percentiles: (name) => {
        const ascending = durations.get(name)?.toSorted((a, b) => a - b);
        return ascending && percentilesBy(ascending.length, (place) => ascending[place] ?? 0);
      },
    }),
  };
};

const summed = (named: readonly Named[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [name, number] of named) sums.set(name, (sums.get(name) ?? 0) + number);
  return sums;
};

const keyOf = ([name, number]: Named): string => `${String(number)} ${name}`;

/** The entries of one list that the other lacks; one that stands there twice has to stand twice in the other. */
const lacking = (named: readonly Named[], other: readonly Named[]): readonly Named[] => {
  const left = new Map<string, number>();
  for (const each of other) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return named.filter((each) => {
    const found = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), found - 1);
    return found <= 0;
  });
};

/** How the numbers of all change where one thing contributes something else than before. */
export interface TallyChange {
  /** By how much each count changes; none of those that stay. */
  readonly counts: readonly Named[];
  /** Durations that are there no more. */
  readonly removed: readonly Named[];
  /** Durations that were not there before. */
  readonly added: readonly Named[];
}

const nothing: Contribution = { counts: [], durations: [] };

/** From what something contributed before to what it contributes now; nothing where it is absent. */
export const changeOf = (before: Contribution = nothing, now: Contribution = nothing): TallyChange => {
  const taken = before.counts.map(([name, number]): Named => [name, -number]);
  return {
    counts: [...summed([...taken, ...now.counts])].filter(([, number]) => number !== 0),
    removed: lacking(before.durations, now.durations),
    added: lacking(now.durations, before.durations),
  };
};
