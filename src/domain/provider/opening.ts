import { minuteMs } from '../kernel/durations.js';
import { tzOffset } from '@date-fns/tz';
import type { Channel } from '../complaint/vocabulary.js';
import { millisecondsOf, type Instant } from '../kernel/instant.js';
import type { ChannelProfile, ProviderProfile } from './profile.js';
import { dayMinutes, isAroundTheClock, parseInterval, weekdays, type Interval } from '../sla/week.js';

/** When the channels of a provider are attended. */
export interface Opening {
  /**
   * True where the channel is attended at that moment, or nothing is known of its hours. A request that comes while
   * this is false is marked as received out of hours, and filed all the same (I-03).
   */
  readonly isOpenAt: (channel: Channel, at: Instant) => boolean;
}

/** 1 January 1970 was a Thursday. */
const firstWeekday = 3;

/** Days since 1970 of a local date, `2026-09-16`. */
const dayOf = (date: string): number =>
  Math.floor(Date.parse(`${date}T00:00:00.000Z`) / (dayMinutes * minuteMs));

type IsOpen = (at: number) => boolean;

const always: IsOpen = () => true;

const attendance = (
  { hours, holidayPolicy }: ChannelProfile,
  zone: string,
  holidays: readonly string[],
): IsOpen => {
  const closedDays = new Set(holidayPolicy === 'closed' ? holidays.map(dayOf) : []);
  if (closedDays.size === 0 && isAroundTheClock(hours)) return always;

  const intervals: readonly (readonly Interval[])[] = weekdays.map((day) =>
    (hours[day] ?? []).flatMap((text) => parseInterval(text) ?? []),
  );
  /** A shift belongs to the day on which it starts: a holiday takes away the whole of it, past midnight too. */
  const startedOn = (day: number, minute: number): boolean =>
    !closedDays.has(day) &&
    (intervals[(((day + firstWeekday) % 7) + 7) % 7] ?? []).some(
      ({ from, to }) => from <= minute && minute < to,
    );

  return (at) => {
    const local = at / minuteMs + tzOffset(zone, new Date(at));
    const day = Math.floor(local / dayMinutes);
    const minute = local - day * dayMinutes;
    return startedOn(day, minute) || startedOn(day - 1, minute + dayMinutes);
  };
};

/**
 * The attendance of every channel, worked out once. The hours are those on the wall of the provider's zone, so they
 * follow it through changes of the clock: an hour that comes twice is open twice. `holidays` are local dates; they
 * count for channels whose policy is `closed`, and only for those.
 */
export const openingOf = (profile: ProviderProfile, holidays: readonly string[] = []): Opening => {
  const channels = new Map(
    profile.channels.map((channel) => [channel.channel, attendance(channel, profile.zone, holidays)]),
  );
  return { isOpenAt: (channel, at) => (channels.get(channel) ?? always)(millisecondsOf(at)) };
};
