import type { Language } from '../../complaint/vocabulary.js';
import { dayMs, minuteMs } from '../../kernel/durations.js';
import type { Bilingual } from '../language.js';
import { written } from './counts.js';

const hourMs = 60 * minuteMs;
/** Keeps a number and its unit on one line. */
const join = '\u00a0';

const days: Bilingual<(count: number) => string> = {
  es: (count) => `${written(count)}${join}${count === 1 ? 'día' : 'días'}`,
  en: (count) => `${written(count)}${join}${count === 1 ? 'day' : 'days'}`,
};

const minutesAndHours = (ms: number): string => {
  const minutes = Math.floor(ms / minuteMs);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${String(rest)}${join}min`;
  return rest === 0 ? `${String(hours)}${join}h` : `${String(hours)}${join}h ${String(rest)}${join}min`;
};

/** A length of time as a person says it, from two days on in days and hours: `3 días 4 h`, `5 h 20 min`. */
export const lengthText = (ms: number, language: Language): string => {
  if (ms < 2 * dayMs) return minutesAndHours(ms);
  const hours = Math.round(ms / hourMs);
  const [whole, rest] = [Math.floor(hours / 24), hours % 24];
  return rest === 0 ? days[language](whole) : `${days[language](whole)} ${String(rest)}${join}h`;
};

/** The same of business time, where a day is no 24 hours: from ten hours on in hours alone. */
export const businessLengthText = (ms: number): string =>
  ms < 10 * hourMs ? minutesAndHours(ms) : `${written(Math.round(ms / hourMs))}${join}h`;
