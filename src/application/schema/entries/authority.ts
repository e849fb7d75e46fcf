import type { AuthorityEvents } from '../../../domain/complaint/authority/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const authoritySchemas: EventSchemas<AuthorityEvents> = {
  AuthorityProceedingOpened: {
    ...asFirstReleased,
    meaning: {
      es: 'Una autoridad abrió un expediente; mientras siga abierto no se cierra la solicitud ni se corta el servicio por falta de pago.',
      en: 'An authority opened a proceeding; while it is open the request is not closed nor the service cut off for non-payment.',
    },
    obligations: ['O-33', 'I-17'],
    fields: { authority: 'always', reference: 'always', hearingAt: 'sometimes' },
  },
  AuthorityRequirementReceived: {
    ...asFirstReleased,
    meaning: {
      es: 'La autoridad pidió algo, con un plazo.',
      en: 'The authority asked for something, with a deadline.',
    },
    obligations: ['O-33'],
    fields: { reference: 'always', dueAt: 'always' },
  },
  AuthorityResolved: {
    ...asFirstReleased,
    meaning: {
      es: 'La autoridad resolvió.',
      en: 'The authority resolved.',
    },
    obligations: ['O-33', 'I-17'],
    fields: { reference: 'always', outcome: 'always' },
  },
  LegalHoldPlaced: {
    ...asFirstReleased,
    meaning: {
      es: 'Nada de esta solicitud puede borrarse por ahora.',
      en: 'Nothing of this request may be erased for now.',
    },
    obligations: ['I-23'],
    fields: { hold: 'always', basis: 'always' },
  },
  LegalHoldLifted: {
    ...asFirstReleased,
    meaning: {
      es: 'Terminó una conservación legal.',
      en: 'A legal hold ended.',
    },
    obligations: ['I-23'],
    fields: { hold: 'always' },
  },
  ArcoRequested: {
    ...asFirstReleased,
    meaning: {
      es: 'El usuario ejerció un derecho sobre sus datos.',
      en: 'The user exercised a right over their data.',
    },
    obligations: ['I-23'],
    fields: { right: 'always' },
  },
};
