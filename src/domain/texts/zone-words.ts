import type { Language } from '../complaint/vocabulary.js';
import type { Bilingual } from './language.js';
import { inline } from './plain-text.js';

// The zones of Mexico's law of time zones (2022), by the IANA names of their places.
const central = { es: 'hora del centro', en: 'central Mexico time' } as const;
const pacific = { es: 'hora del Pacífico', en: 'Mexican Pacific time' } as const;
const southeast = { es: 'hora del sureste', en: 'southeast Mexico time' } as const;
const northwest = { es: 'hora del noroeste', en: 'northwest Mexico time' } as const;

const zoneNames: Readonly<Record<string, Bilingual>> = {
  'America/Mexico_City': central,
  'America/Merida': central,
  'America/Monterrey': central,
  'America/Chihuahua': central,
  'America/Bahia_Banderas': central,
  'America/Mazatlan': pacific,
  'America/Hermosillo': pacific,
  'America/Cancun': southeast,
  'America/Tijuana': northwest,
  UTC: { es: 'hora universal', en: 'universal time' },
};

/** The place that a zone is named after: `Mexico City`, `Bogota`. */
export const placeOfZone = (zone: string): string =>
  inline((zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));

/** A zone as people call it: `hora del centro`; by its place where it is none of Mexico's: `hora de Bogota`. */
export const zoneInWords = (zone: string, language: Language): string => {
  const known = Object.hasOwn(zoneNames, zone) ? zoneNames[zone] : undefined;
  if (known !== undefined) return known[language];
  const place = placeOfZone(zone);
  return { es: `hora de ${place}`, en: `${place} time` }[language];
};
