import { openTimeAt } from './business-time.js';
import type { BusinessCalendar } from './compile-calendar.js';

/** A time that does not count: milliseconds, `from` included, `to` excluded; `Infinity` while it lasts. */
export interface Span {
  /** Milliseconds of UTC; included. */
  readonly from: number;
  /** Milliseconds of UTC; excluded. */
  readonly to: number;
}

/** A stretch of open time that is paused; `to` is `Infinity` where the pause has no end yet. */
export interface PausedStretch {
  readonly from: number;
  readonly to: number;
}

/** Puts a stretch in its place in a short list in order. */
const insert = (stretches: PausedStretch[], added: PausedStretch): void => {
  let index = stretches.length;
  let earlier = stretches[index - 1];
  while (earlier !== undefined && earlier.from > added.from) {
    stretches[index] = earlier;
    index -= 1;
    earlier = stretches[index - 1];
  }
  stretches[index] = added;
};

/** The pauses after an instant as stretches of open time, in order of their beginnings. One outside open hours is none. */
export const pausedStretches = (
  calendar: BusinessCalendar,
  since: number,
  pauses: readonly Span[],
): readonly PausedStretch[] => {
  const stretches: PausedStretch[] = [];
  for (const { from, to } of pauses) {
    const begin = openTimeAt(calendar, Math.max(from, since));
    const end = to === Infinity ? Infinity : openTimeAt(calendar, to);
    if (begin < end) insert(stretches, { from: begin, to: end });
  }
  return stretches;
};

/** Stretches in order as stretches apart from each other, however they overlapped or touched. */
export const joinedStretches = (stretches: readonly PausedStretch[]): readonly PausedStretch[] => {
  const joined: PausedStretch[] = [];
  for (const { from, to } of stretches) {
    const last = joined.at(-1);
    if (last === undefined || from > last.to) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return joined;
};

/** How much of an open time is paused, up to a point of it. */
export const pausedUpTo = (stretches: readonly PausedStretch[], openTime: number): number =>
  joinedStretches(stretches).reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, openTime) - from),
    0,
  );

/** True where a pause lasts at this instant. */
export const isPausedAt = (pauses: readonly Span[], instant: number): boolean =>
  pauses.some(({ from, to }) => from <= instant && instant < to);

/** The pauses as they would be if all ended at this instant; one that comes after it ends before it begins, and is none. */
export const pausesUntil = (pauses: readonly Span[], instant: number): readonly Span[] =>
  pauses.map(({ from, to }) => ({ from, to: Math.min(to, instant) }));
