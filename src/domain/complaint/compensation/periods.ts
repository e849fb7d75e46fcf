import { laterOf, type Instant } from '../../kernel/instant.js';

/** A time from an instant (included) to another (excluded), both UTC. */
export interface Period {
  /** Its first instant. */
  readonly from: Instant;
  /** The first instant after it. */
  readonly to: Instant;
}

/** A time without what the user pays for; open (`to` is `null`) while it is not known when it was over. */
export interface AffectedPeriod {
  /** UTC instant at which the service was first affected, or to which it was compensated before. */
  readonly from: Instant;
  /** UTC instant at which the service was back. */
  readonly to: Instant | null;
}

const isEmpty = ({ from, to }: AffectedPeriod): boolean => to !== null && to <= from;

const isAfter = (at: Instant, to: Instant | null): boolean => to !== null && at > to;

const inOrder = <P extends AffectedPeriod>(periods: readonly P[]): readonly P[] =>
  periods.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));

const laterEnd = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? null : laterOf(a, b);

/** The same time in as few periods as it takes, in order; none is empty. */
export const joined = (periods: readonly AffectedPeriod[]): readonly AffectedPeriod[] =>
  inOrder(periods.filter((period) => !isEmpty(period))).reduce<readonly AffectedPeriod[]>((all, period) => {
    const last = all.at(-1);
    return last === undefined || isAfter(period.from, last.to)
      ? [...all, period]
      : [...all.slice(0, -1), { from: last.from, to: laterEnd(last.to, period.to) }];
  }, []);

const withoutOne = (period: AffectedPeriod, { from, to }: Period): readonly AffectedPeriod[] => {
  if (to <= period.from || (period.to !== null && from >= period.to)) return [period];
  const parts = [
    { from: period.from, to: from },
    { from: to, to: period.to },
  ];
  return parts.filter((part) => !isEmpty(part));
};

/** What is left of some periods once others are taken out of them, in order. */
export const without = (
  periods: readonly AffectedPeriod[],
  others: readonly Period[],
): readonly AffectedPeriod[] =>
  others.reduce((left, other) => left.flatMap((period) => withoutOne(period, other)), joined(periods));

/** Closed periods and one more, in as few as it takes. */
export const andAlso = (periods: readonly Period[], one: Period): readonly Period[] =>
  joined([...periods, one]).flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));

/** A wanted period as far as it goes around a recorded one without touching what lies before and after it. */
export const between = (wanted: Period, recorded: AffectedPeriod, others: readonly Period[]): Period =>
  others.reduce<Period>(({ from, to }, other) => {
    if (other.to <= recorded.from) return { from: laterOf(from, other.to), to };
    return { from, to: other.from < to ? other.from : to };
  }, wanted);
