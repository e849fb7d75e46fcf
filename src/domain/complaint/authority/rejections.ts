import type { RefusalTable } from '../../kernel/refusal.js';

export const authorityRejections = {
  'proceeding-known': {
    kind: 'rule',
    es: 'El expediente {reference} ya consta en esta solicitud.',
    en: 'File {reference} is already part of this request.',
  },
  'no-such-proceeding': {
    kind: 'not-found',
    es: 'El expediente {reference} no consta en esta solicitud.',
    en: 'File {reference} is not part of this request.',
  },
  'proceeding-resolved': {
    kind: 'rule',
    es: 'El expediente {reference} ya se resolvió.',
    en: 'File {reference} has been resolved.',
  },
  'no-such-hold': {
    kind: 'not-found',
    es: 'Ninguna conservación legal «{hold}» pesa sobre esta solicitud.',
    en: 'No legal hold "{hold}" stands on this request.',
  },
} as const satisfies RefusalTable;
