import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

/** How instants are shown: the provider's wall clock to a person, ISO 8601 in UTC in a pipe. */
export const momentsFor =
  (isTTY: boolean, zone: string) =>
  (at: string | null | undefined): string => {
    if (at === null || at === undefined) return '';
    const read = parseISO(at);
    return isTTY && isValid(read) ? format(read, 'yyyy-MM-dd HH:mm', { in: tz(zone) }) : at;
  };
