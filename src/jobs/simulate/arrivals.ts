import { openingOf } from '../../domain/provider/opening.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import type { Channel, Kind } from '../../domain/complaint/vocabulary.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { dayMs, fromLocal, hourMs, localDay, monthOf, weekdayOf } from './local-time.js';
import { numbers } from './numbers.js';
import type { Random } from './random.js';

export interface Arrival {
  readonly kind: Kind;
  readonly channel: Channel;
  /** Milliseconds. */
  readonly at: number;
}

const yearDays = 365.25;

/** How many requests a local day brings: Poisson, with a factor of its own for each day (gamma), week and season. */
const countOn = (day: number, accesses: number, random: Random): number => {
  const mean = (accesses * numbers.requestsPerAccess) / yearDays;
  const weekday = numbers.weekdays[weekdayOf(day)] ?? 1;
  const season = monthOf(day) === 0 ? numbers.january : 1;
  return random.poisson(mean * weekday * season * random.gammaFactor(numbers.dayShape));
};

const hourWeights: Readonly<Record<string, number>> = Object.fromEntries(
  numbers.hours.map((weight, hour) => [`h${hour}`, weight]),
);

const inSomeHour = (day: number, random: Random): number => {
  const hour = Number(random.weighted(hourWeights).slice(1));
  return day + (hour + random.share()) * hourMs;
};

export const channelSharesOf = ({ channels }: Pick<ProviderProfile, 'channels'>) =>
  channels.some(({ channel }) => channel === 'in-person') ? numbers.channels.office : numbers.channels.remote;

/** The requests of a number of days, in no order within a day, from the local midnight of an instant on. */
export const arrivalsOf = function* (
  profile: ProviderProfile,
  { from, days, accesses, random }: { from: Instant; days: number; accesses: number; random: Random },
): Generator<Arrival, undefined> {
  const opening = openingOf(profile);
  const shares: Readonly<Record<string, number>> = channelSharesOf(profile);
  const channelsById = new Map<string, Channel>(profile.channels.map(({ channel }) => [channel, channel]));
  const isOpen = (channel: Channel, local: number) =>
    opening.isOpenAt(channel, fromLocal(local, profile.zone));

  /** Calls and visits come while the desk is staffed; about a third of mail and web comes when it is not. */
  const momentOf = (channel: Channel, day: number): number => {
    const atNight = channel !== 'phone' && channel !== 'in-person' && random.chance(numbers.outOfHours);
    for (let tries = 0; tries < 200; tries += 1) {
      const local = atNight ? day + random.share() * dayMs : inSomeHour(day, random);
      const like = channel === 'in-person' ? channel : 'phone';
      if (isOpen(like, local) !== atNight) return local;
    }
    return day + 12 * hourMs;
  };

  for (let index = 0; index < days; index += 1) {
    const day = localDay(from, profile.zone, index);
    const count = countOn(day, accesses, random);
    for (let request = 0; request < count; request += 1) {
      const channel = channelsById.get(random.weighted(shares)) ?? 'phone';
      const at = millisecondsOf(fromLocal(momentOf(channel, day), profile.zone));
      yield { kind: random.weighted(numbers.kinds), channel, at };
    }
  }
  return undefined;
};
