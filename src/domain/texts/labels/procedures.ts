import type { Bilingual } from '../language.js';

/** Procedures that users ask for again and again; a profile adds its own. */
export const procedureLabels = {
  'change-of-holder': { es: 'cambio de titular', en: 'change of holder' },
  'change-of-address': { es: 'cambio de domicilio', en: 'change of address' },
  'change-of-plan': { es: 'cambio de plan', en: 'change of plan' },
  'change-of-payment': { es: 'cambio de forma de pago', en: 'change of the way of paying' },
  'temporary-suspension': { es: 'suspensión temporal', en: 'temporary suspension' },
  reconnection: { es: 'reconexión', en: 'reconnection' },
  invoice: { es: 'factura', en: 'invoice' },
  'contract-copy': { es: 'copia del contrato', en: 'copy of the contract' },
  'number-portability': { es: 'portabilidad del número', en: 'number portability' },
  'equipment-return': { es: 'devolución de equipo', en: 'return of equipment' },
  'add-on': { es: 'servicios adicionales', en: 'additional services' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What a request may be more closely: an inquiry a doubt, a procedure the one that it is. */
export const subkindLabels = {
  doubt: { es: 'duda', en: 'doubt' },
  ...procedureLabels,
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A procedure that every provider has a word for. */
export type ProcedureWord = keyof typeof procedureLabels;
