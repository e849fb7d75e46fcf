import type { JsonObject } from '../../kernel/json.js';
import { fillInBoth, type RejectionText, type RejectionTexts } from '../../kernel/rejection-text.js';

/** What each fault of a policy says; `{name}` stands for a detail. */
export const policyFaultTexts = {
  'field-missing': { es: 'Falta «{field}».', en: '"{field}" is missing.' },
  'field-unknown': {
    es: 'No hay ningún dato «{field}» aquí.',
    en: 'There is no field "{field}" here.',
  },
  'field-invalid': { es: '«{field}» debe ser {form}.', en: '"{field}" must be {form}.' },
  'clock-twice': { es: 'El plazo «{clock}» está dos veces.', en: 'The clock "{clock}" is there twice.' },
  'clock-unknown': {
    es: 'No hay ningún plazo «{clock}» en la política.',
    en: 'There is no clock "{clock}" in the policy.',
  },
  'event-unknown': {
    es: 'No hay ningún hecho «{event}» en el catálogo.',
    en: 'There is no event "{event}" in the catalogue.',
  },
  'event-field-unknown': {
    es: 'El hecho «{event}» no tiene ningún dato «{field}».',
    en: 'The event "{event}" has no field "{field}".',
  },
  'calendar-unknown': {
    es: 'La política no dice qué calendario es «{calendar}».',
    en: 'The policy does not say which calendar "{calendar}" is.',
  },
  'contract-term-missing': {
    es: 'Falta el plazo «{clock}»: lo fija cada contrato registrado.',
    en: 'The term of "{clock}" is missing: every registered contract sets its own.',
  },
  'levels-unordered': {
    es: 'Los porcentajes deben subir, sin repetirse: {percents}.',
    en: 'Percentages must go up and never repeat: {percents}.',
  },
} as const satisfies RejectionTexts;

/** What can be wrong with a policy, as a stable code. */
export type PolicyFaultCode = keyof typeof policyFaultTexts;

/** One thing that is wrong with a policy. */
export interface PolicyFault {
  /** Stable code to tell faults apart by. */
  readonly code: PolicyFaultCode;
  /** JSON Pointer to the field; empty for the whole. */
  readonly path: string;
  /** What the text of the fault is filled in with. */
  readonly details: JsonObject;
}

export const policyFault = (path: string, code: PolicyFaultCode, details: JsonObject = {}): PolicyFault => ({
  code,
  path,
  details,
});

/** What a fault says, in Spanish and English. */
export const policyFaultText = ({ code, details }: PolicyFault): RejectionText =>
  fillInBoth(policyFaultTexts[code], details);
