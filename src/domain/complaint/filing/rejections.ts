import type { RefusalTable } from '../../kernel/refusal.js';

export const filingRejections = {
  'already-filed': {
    kind: 'conflict',
    es: 'La solicitud ya está registrada con el folio {folio}.',
    en: 'The request is already filed under folio {folio}.',
  },
  'received-in-future': {
    kind: 'rule',
    es: 'La hora de recepción {receivedAt} es posterior a la hora actual {now}.',
    en: 'The time of receipt {receivedAt} lies after the clock, {now}.',
  },
  'folio-already-told': {
    kind: 'rule',
    es: 'El folio {folio} ya se dio a conocer al usuario.',
    en: 'The user has already been told folio {folio}.',
  },
  'defect-needs-technical-subject': {
    kind: 'rule',
    es: 'Una falla o deficiencia se refiere al servicio o al equipo, no a «{subject}».',
    en: 'A failure or deficiency is one of the service or the equipment, not of "{subject}".',
  },
} as const satisfies RefusalTable;
