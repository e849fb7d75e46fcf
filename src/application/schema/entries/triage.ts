import type { TriageEvents } from '../../../domain/complaint/triage/messages.js';
import { asFirstReleased, type EventSchemas } from '../event-schema.js';

export const triageSchemas: EventSchemas<TriageEvents> = {
  Classified: {
    ...asFirstReleased,
    meaning: {
      es: 'Se valoró la gravedad de la solicitud.',
      en: 'The severity of the request was assessed.',
    },
    obligations: ['O-34'],
    fields: { severity: 'always', urgent: 'sometimes', vulnerableUser: 'sometimes' },
  },
  Reclassified: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud resultó ser de otro tipo; el folio es el mismo.',
      en: 'The request turned out to be of another kind; the folio stays.',
    },
    obligations: ['O-01', 'O-02', 'O-03', 'O-04', 'O-05', 'O-06', 'O-07', 'I-02'],
    fields: { from: 'always', kind: 'always', subject: 'always', defect: 'sometimes', subkind: 'sometimes' },
  },
  RoutedToArea: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud se turnó al área competente.',
      en: 'The request was routed to the competent area.',
    },
    obligations: ['O-31', 'O-32', 'O-33', 'I-13'],
    fields: { area: 'always', purpose: 'always' },
  },
  ReroutedToArea: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud se turnó a otra área.',
      en: 'The request was routed to another area.',
    },
    obligations: ['O-31', 'O-32'],
    fields: { from: 'always', area: 'always', purpose: 'always' },
  },
  LinkedTo: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud se vinculó con otra del mismo prestador.',
      en: 'The request was linked to another one of the same provider.',
    },
    obligations: ['I-25'],
    fields: { other: 'always', relationship: 'always' },
  },
  MassOutageLinked: {
    ...asFirstReleased,
    meaning: {
      es: 'La solicitud pertenece a una falla general.',
      en: 'The request belongs to a mass outage.',
    },
    obligations: ['O-34'],
    fields: { outage: 'always' },
  },
};
