import { element } from './dom.js';
import type { Language } from './words.js';

const partsOf = (time: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-MX' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    ...(zone !== '' && { timeZone: zone }),
  }).format(time);

const dayOf = (time: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-MX' : 'en-GB', {
    dateStyle: 'medium',
    ...(zone !== '' && { timeZone: zone }),
  }).format(time);

const localOf = (text: string, zone: string, language: Language, isDue: boolean): string => {
  const time = Date.parse(text);
  const local = partsOf(time, zone, language);
  // A deadline at midnight is the end of the day before.
  return isDue && local.includes('00:00:00') ? `${dayOf(time - 1, zone, language)}, 24:00` : local;
};

/** An instant in the provider's zone, and as it is recorded. */
export const momentIn =
  (zone: string, language: Language) =>
  (text: string, isDue = false): readonly (HTMLElement | string)[] => {
    if (Number.isNaN(Date.parse(text))) return [text === '' ? '—' : text];
    try {
      return [localOf(text, zone, language, isDue), element('small', {}, text)];
    } catch {
      return [text];
    }
  };
