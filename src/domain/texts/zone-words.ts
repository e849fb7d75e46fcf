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

/** Places that Spanish writes otherwise than the name of the zone does. */
const spanishPlaces: Readonly<Record<string, string>> = {
  'Mexico City': 'Ciudad de México',
  Merida: 'Mérida',
  Mazatlan: 'Mazatlán',
  Cancun: 'Cancún',
  'Bahia Banderas': 'Bahía de Banderas',
  'Ciudad Juarez': 'Ciudad Juárez',
  Bogota: 'Bogotá',
  Panama: 'Panamá',
  'New York': 'Nueva York',
  'Los Angeles': 'Los Ángeles',
};

/** The place that a zone is named after: `Ciudad de México`, `Mexico City`. */
export const placeOfZone = (zone: string, language: Language): string => {
  const place = inline((zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));
  return language === 'es' && Object.hasOwn(spanishPlaces, place) ? (spanishPlaces[place] ?? place) : place;
};

/** A zone as people call it: `hora del centro`; by its place where it is none of Mexico's: `hora de Bogotá`. */
export const zoneInWords = (zone: string, language: Language): string => {
  const known = Object.hasOwn(zoneNames, zone) ? zoneNames[zone] : undefined;
  if (known !== undefined) return known[language];
  const place = placeOfZone(zone, language);
  return { es: `hora de ${place}`, en: `${place} time` }[language];
};
