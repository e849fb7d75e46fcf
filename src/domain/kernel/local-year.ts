import { tzOffset } from '@date-fns/tz';
import { minuteMs } from './durations.js';
import { millisecondsOf, type Instant } from './instant.js';

/** The year that calendars on the wall of a zone show at an instant. */
export const yearIn = (zone: string, at: Instant): number => {
  const instant = millisecondsOf(at);
  return new Date(instant + tzOffset(zone, new Date(instant)) * minuteMs).getUTCFullYear();
};
