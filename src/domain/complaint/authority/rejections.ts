import type { RejectionTexts } from '../../kernel/rejection-text.js';

export const authorityRejections = {
  'proceeding-known': {
    es: 'El expediente {reference} ya consta en esta solicitud.',
    en: 'File {reference} is already part of this request.',
  },
  'no-such-proceeding': {
    es: 'El expediente {reference} no consta en esta solicitud.',
    en: 'File {reference} is not part of this request.',
  },
  'proceeding-resolved': {
    es: 'El expediente {reference} ya se resolvió.',
    en: 'File {reference} has been resolved.',
  },
  'no-such-hold': {
    es: 'Ninguna conservación legal «{hold}» pesa sobre esta solicitud.',
    en: 'No legal hold "{hold}" stands on this request.',
  },
} as const satisfies RejectionTexts;
