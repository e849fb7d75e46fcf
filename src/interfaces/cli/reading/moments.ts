import type { Language } from '../../../domain/complaint/vocabulary.js';
import { isInstant } from '../../../domain/kernel/instant.js';
import { shortMomentsIn } from '../../../domain/texts/short-moments.js';

/** How instants are shown: by the provider's clock, `21 dic 2026, 10:00`. Scripts have `--json`. */
export const momentsFor = (zone: string, language: Language) => {
  const { moment } = shortMomentsIn(zone, language);
  return (at: string | null | undefined): string => {
    if (at === null || at === undefined) return '';
    return isInstant(at) ? moment(at) : at;
  };
};

/**
 * How due instants are shown: a term of days by its last day, which a wall clock has as the next date. `dueDay` is the
 * clock's own answer; where there is none, or the clock's calendar lies in another zone, the zone's own dates say whether an
 * instant ends one.
 */
export const deadlinesFor = (zone: string, language: Language) => {
  const { moment, deadline, lastDate } = shortMomentsIn(zone, language);
  return (at: string | null, dueDay: string | null): string => {
    if (at === null) return '';
    if (!isInstant(at)) return at;
    return dueDay === null || dueDay === lastDate(at) ? deadline(at) : moment(at);
  };
};
