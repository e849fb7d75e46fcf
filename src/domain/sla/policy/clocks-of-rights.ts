import type { Clock } from './policy.js';
import { businessDays, byDesign, from, hours, on, usual } from './triggers.js';

const rightsOverData = {
  ...usual,
  calendar: 'business',
  cancels: [],
  per: ['request'],
  onReclassification: 'keep',
  onPolicyChange: 'keep',
  onReopening: 'keep',
} as const satisfies Partial<Clock>;

const lawOnData = 'LFPDPPP 2025, arts. 21-36, second-hand';
const unrecorded = {
  extension: {
    es: 'Todavía nada registra que se avisó al titular de una prórroga.',
    en: 'Nothing records yet that the person was told of an extension.',
  },
  execution: {
    es: 'Todavía nada registra que se hizo efectivo lo que se concedió.',
    en: 'Nothing records yet that what was granted was carried out.',
  },
} as const;

/**
 * C-25 in its four parts: the answer, what was granted carried out, and the one extension of each. Only the answer
 * runs: a clock that no event can meet would tell of a false breach.
 */
const clocksOfRightsOverData: readonly Clock[] = [
  {
    ...rightsOverData,
    id: 'C-25',
    name: { es: 'Responder una solicitud ARCO', en: 'Request over personal data answered' },
    starts: [on('ArcoRequested')],
    stops: [on('ArcoAnswered', 'answeredAt')],
    terms: [{ term: businessDays(20), from: from('official', lawOnData) }],
  },
  {
    ...rightsOverData,
    id: 'C-25-extended',
    name: {
      es: 'Responder una solicitud ARCO, con prórroga',
      en: 'Request over personal data answered, extended',
    },
    starts: [on('ArcoRequested')],
    stops: [on('ArcoAnswered', 'answeredAt')],
    terms: [{ term: businessDays(40), from: from('official', `${lawOnData}: once, by the same term`) }],
    inactive: unrecorded.extension,
  },
  {
    ...rightsOverData,
    id: 'C-25-execution',
    name: { es: 'Hacer efectiva una solicitud ARCO', en: 'Request over personal data carried out' },
    starts: [on('ArcoAnswered', 'answeredAt', { outcome: ['granted'] })],
    stops: [],
    terms: [{ term: businessDays(15), from: from('official', lawOnData) }],
    inactive: unrecorded.execution,
  },
  {
    ...rightsOverData,
    id: 'C-25-execution-extended',
    name: {
      es: 'Hacer efectiva una solicitud ARCO, con prórroga',
      en: 'Request over personal data carried out, extended',
    },
    starts: [on('ArcoAnswered', 'answeredAt', { outcome: ['granted'] })],
    stops: [],
    terms: [{ term: businessDays(30), from: from('official', `${lawOnData}: once, by the same term`) }],
    inactive: unrecorded.execution,
  },
];

/** Reopening, authorities and rights (domain.md 7: C-22, C-25 to C-27; C-28 is an authority's own date). */
export const clocksOfRights = (reopeningDays: number | null): readonly Clock[] => [
  ...(reopeningDays === null
    ? []
    : [
        {
          ...usual,
          id: 'C-22',
          name: { es: 'Ventana para reabrir', en: 'Reopening window' },
          owedBy: 'user',
          calendar: 'natural',
          starts: [on('Closed'), on('Withdrawn'), on('Lapsed'), on('MarkedDuplicate'), on('NotAccepted')],
          stops: [on('Reopened')],
          cancels: [],
          terms: [
            {
              // Of a calendar that is always open, as the rule that refuses a reopening counts: to the end of the last day.
              term: businessDays(reopeningDays),
              from: byDesign('The provider’s policy; BR gives 20 calendar days'),
            },
          ],
          warnings: [],
          onReclassification: 'keep',
          onPolicyChange: 'keep',
          onReopening: 'keep',
        } as const,
      ]),
  ...clocksOfRightsOverData,
  {
    ...usual,
    id: 'C-26',
    name: { es: 'Plazo para acudir a la autoridad', en: 'External filing window' },
    owedBy: 'user',
    calendar: 'natural',
    stops: [on('AuthorityProceedingOpened')],
    cancels: [],
    terms: [{ term: hours(365 * 24), from: from('press', 'LFPC 105, one source: no text tells the number') }],
    warnings: [],
    onReopening: 'keep',
    inactive: {
      es: 'El plazo de la ley tiene una sola fuente: ningún texto dice su número.',
      en: 'The term of the law has one source: no text tells its number.',
    },
  },
  {
    ...usual,
    id: 'C-27',
    name: { es: 'Espera en el teléfono', en: 'Phone wait' },
    calendar: 'natural',
    starts: [],
    stops: [],
    cancels: [],
    terms: [
      {
        term: { kind: 'minutes', minutes: 1 },
        from: from('press', 'Carta de derechos, 24: mobile telephony'),
      },
    ],
    warnings: [],
    onReopening: 'keep',
    inactive: {
      es: 'Lo mide la central telefónica, no el expediente.',
      en: 'The telephone exchange measures it, not the file.',
    },
  },
  {
    ...usual,
    id: 'C-28',
    name: { es: 'Responder a un requerimiento', en: 'Requirement answered' },
    calendar: 'natural',
    per: ['authority', 'reference', 'requirement'],
    starts: [on('AuthorityRequirementReceived')],
    stops: [on('AuthorityRequirementAnswered', 'answeredAt')],
    cancels: [on('AuthorityResolved')],
    terms: [
      {
        term: { kind: 'fixed', field: 'dueAt' },
        from: byDesign('The authority sets it with each requirement'),
      },
    ],
    onReclassification: 'keep',
    onPolicyChange: 'keep',
    onReopening: 'keep',
  },
];
