import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { subMilliseconds } from 'date-fns/subMilliseconds';

/** How instants are shown: the provider's wall clock to a person, ISO 8601 in UTC in a pipe. */
export const momentsFor =
  (isTTY: boolean, zone: string) =>
  (at: string | null | undefined): string => {
    if (at === null || at === undefined) return '';
    const read = parseISO(at);
    return isTTY && isValid(read) ? format(read, 'yyyy-MM-dd HH:mm', { in: tz(zone) }) : at;
  };

/**
 * How due instants are shown: a term of days by its last day, `2026-06-09 24:00`, which a wall clock has as the next date.
 * `dueDay` is the clock's own answer; where there is none, or the clock's calendar lies in another zone, the zone's own
 * dates say whether an instant ends one.
 */
export const deadlinesFor = (isTTY: boolean, zone: string) => {
  const moment = momentsFor(isTTY, zone);
  return (at: string | null, dueDay: string | null): string => {
    const shown = moment(at);
    const read = at === null ? undefined : parseISO(at);
    if (!isTTY || read === undefined || !isValid(read)) return shown;
    const lastDay = format(subMilliseconds(read, 1), 'yyyy-MM-dd', { in: tz(zone) });
    const endsDay = !shown.startsWith(lastDay) && (dueDay === null || dueDay === lastDay);
    return endsDay ? `${lastDay} 24:00` : shown;
  };
};
