import type { Clock } from './policy.js';
import { authorityCase, businessDays, byDesign, finalWords, from, hours, on, usual } from './triggers.js';

const technical = { track: ['fault', 'technical-complaint'] } as const;

/** Taking a request in, and getting it to those who work on it (domain.md 7: C-01 to C-06). */
export const clocksOfIntake: readonly Clock[] = [
  {
    ...usual,
    id: 'C-01',
    name: { es: 'Dar a conocer el folio', en: 'Folio told' },
    calendar: 'natural',
    stops: [on('FolioCommunicated', 'communicatedAt')],
    terms: [
      {
        only: { channel: ['phone', 'in-person', 'web', 'messaging'] },
        term: { kind: 'minutes', minutes: 30 },
        from: byDesign(
          'Both procedures assign the folio when the report is raised; half an hour is the same contact, registered afterwards at the latest',
        ),
      },
      {
        term: hours(24),
        from: from('press', 'Anatel (BR) gives 24 hours; no Mexican number was found'),
      },
    ],
    onReclassification: 'keep',
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-02',
    name: { es: 'Acuse por escrito', en: 'Written acknowledgement' },
    calendar: 'business',
    stops: [on('AcknowledgementSent', 'sentAt'), ...finalWords],
    terms: [
      { term: businessDays(2), from: from('press', 'Codes of practice of IE and AU; no Mexican number') },
    ],
    onReclassification: 'keep',
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-03',
    name: { es: 'Turnar al área competente', en: 'Routed to the competent area' },
    calendar: 'business',
    only: { track: ['technical-complaint', 'other-complaint', 'clarification', 'cancellation', 'procedure'] },
    stops: [on('RoutedToArea'), ...finalWords],
    terms: [{ term: businessDays(1), from: byDesign('So that the answer can keep its own term') }],
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-04',
    name: { es: 'Asignar responsable técnico', en: 'Technical lead assigned' },
    calendar: 'natural',
    only: technical,
    stops: [on('TechnicianAssigned')],
    terms: [{ term: hours(4), from: byDesign('So that the repair can keep its own term') }],
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-05',
    name: { es: 'Primer contacto en un caso de la autoridad', en: 'First contact in an authority’s case' },
    calendar: 'natural',
    starts: authorityCase,
    stops: [on('ContactMade', 'contactedAt', { direction: ['to-user'] }), ...finalWords],
    terms: [
      { term: hours(48), from: from('press', 'Soy Usuario, historic; its life after 2025-10 is open') },
    ],
    onReclassification: 'keep',
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-06',
    name: { es: 'Verificar la causa', en: 'Cause verified' },
    calendar: 'natural',
    only: technical,
    stops: [on('CauseVerified')],
    pausedAs: 'repair',
    terms: [{ term: hours(12), from: byDesign('Half of the term of the repair') }],
  },
];
