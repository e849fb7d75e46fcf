import { parseInstant } from '../../kernel/instant.js';

const two = (digits: string): string => digits.padStart(2, '0');

const time = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?: ?h)?$';
const yearFirst = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})[ T]${time}`, 'i');
const dayFirst = new RegExp(`^(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4}),? ${time}`, 'i');

/** A local date and time in one form, `2026-12-21 10:00:00`; `undefined` for a text that is none, and for a date that no calendar has. */
export const wallTimeOf = (text: string): string | undefined => {
  const groups = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const part = (name: string): string => two(groups[name] ?? '');
  const [date, clock] = [
    ['year', 'month', 'day'],
    ['hour', 'minute', 'second'],
  ];
  const wallTime = `${date.map(part).join('-')} ${clock.map(part).join(':')}`;
  // A day or an hour that no calendar has is none in any zone.
  return parseInstant(`${wallTime.replace(' ', 'T')}Z`) === undefined ? undefined : wallTime;
};

/** Whether a text may be a moment in some zone: which one it is, the zone says. */
export const isMomentTyped = (text: string): boolean =>
  parseInstant(text.trim()) !== undefined || wallTimeOf(text.trim()) !== undefined;
