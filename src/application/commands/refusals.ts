import { inputRejections } from './input-rejections.js';
import { rejections as complaintRejections } from '../../domain/complaint/rejections.js';
import { rejections as folioRejections } from '../../domain/folio/rejections.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { RefusalKind, RefusalTable } from '../../domain/kernel/refusal.js';
import { fillIn, type RejectionText } from '../../domain/kernel/rejection-text.js';

/** Refusals that come before any rule of the domain is asked. */
export const applicationRefusals = {
  'actor-invalid': {
    kind: 'invalid',
    es: 'Quien actúa se nombra con un seudónimo (letras, cifras y . _ : @ -), nunca con su nombre, teléfono o correo.',
    en: 'Who acts is named by a pseudonym (letters, digits and . _ : @ -), never by a name, phone or e-mail address.',
  },
  'folio-unknown': {
    kind: 'not-found',
    es: 'No hay ninguna solicitud con el folio {folio}. Revise el folio y el proveedor.',
    en: 'There is no request with folio {folio}. Check the folio and the provider.',
  },
  'revision-conflict': {
    kind: 'conflict',
    es: 'La solicitud ya va en la revisión {actual}, no en la {expected}. Vuelva a leerla antes de decidir.',
    en: 'The request is at revision {actual} by now, not at {expected}. Read it again before deciding.',
  },
  'too-busy': {
    kind: 'conflict',
    es: 'Demasiados cambios a la vez en la misma solicitud; intente de nuevo con el mismo identificador.',
    en: 'Too many changes to one request at once; try again with the same command id.',
  },
} as const satisfies RefusalTable;

/** Every refusal that a command may meet, with its class and its texts. The codes are stable: hosts rely on them. */
export const refusals = {
  ...complaintRejections,
  ...folioRejections,
  ...inputRejections,
  ...applicationRefusals,
} as const;

/** The code of a refusal that a command may meet. */
export type RefusalCode = keyof typeof refusals;

/** True for a code that a command may be refused with. */
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

/** What the caller can do about a refusal. */
export const refusalKind = (code: RefusalCode): RefusalKind => refusals[code].kind;

/** What a refusal says to a person, in both languages. */
export const refusalText = (code: string, details: JsonObject): RejectionText => {
  const text = isRefusalCode(code) ? refusals[code] : undefined;
  return text === undefined
    ? { es: code, en: code }
    : { es: fillIn(text.es, details), en: fillIn(text.en, details) };
};
