import type { Bilingual } from '../language.js';

/**
 * What rulings rest on again and again; a profile adds its own, and any other ground is written out. Of laws the
 * articles are named and no numeral of an official standard, whose text was not seen.
 */
export const groundLabels = {
  contract: { es: 'el contrato de servicio', en: 'the service contract' },
  'clause-10': {
    es: 'cláusula 10 del contrato de servicio, sobre fallas del servicio',
    en: 'clause 10 of the service contract, on failures of the service',
  },
  'clause-12': {
    es: 'cláusula 12 del contrato de servicio, sobre cancelación',
    en: 'clause 12 of the service contract, on cancellation',
  },
  'code-of-practice': {
    es: 'el código de prácticas comerciales del proveedor',
    en: "the provider's code of commercial practice",
  },
  'registered-tariff': { es: 'la tarifa registrada', en: 'the registered tariff' },
  'consumer-law-compensation': {
    es: 'artículos 92 Bis y 92 Ter de la Ley Federal de Protección al Consumidor',
    en: 'articles 92 Bis and 92 Ter of the Federal Consumer Protection Law',
  },
  'telecom-law-users': {
    es: 'artículos 185 a 190 de la Ley en Materia de Telecomunicaciones y Radiodifusión, sobre derechos de los usuarios',
    en: 'articles 185 to 190 of the Law on Telecommunications and Broadcasting, on rights of users',
  },
  'commercial-standard': {
    es: 'Norma Oficial Mexicana NOM-184-SCFI-2018, sobre prácticas comerciales de telecomunicaciones',
    en: 'Official Mexican Standard NOM-184-SCFI-2018, on commercial practice in telecommunications',
  },
  'charter-of-rights': {
    es: 'Carta de Derechos Mínimos de los usuarios de telecomunicaciones',
    en: 'Charter of Minimum Rights of telecommunications users',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A ground that every provider has a word for. */
export type GroundWord = keyof typeof groundLabels;
