import { dayMinutes } from '../week.js';
import type { Clock } from './policy.js';
import {
  authorityCase,
  businessDays,
  byDesign,
  endings,
  finalWords,
  from,
  hours,
  on,
  usual,
} from './triggers.js';

const ruled = [on('Ruled')];
const undueCharge = { reason: ['undue-charge'] } as const;

const ruling = {
  ...usual,
  calendar: 'business',
  stops: ruled,
  pausedAs: 'answer',
} as const satisfies Partial<Clock>;

/** Rulings, money and answers (domain.md 7: C-10 to C-13, C-16 to C-19, C-24). */
export const clocksOfAnswers: readonly Clock[] = [
  {
    ...ruling,
    id: 'C-10',
    name: { es: 'Resolución sobre una falla', en: 'Ruling on a fault' },
    only: { track: ['fault', 'technical-complaint'] },
    terms: [{ term: businessDays(3), from: from('press', 'PE, quality of care; no Mexican number') }],
  },
  {
    ...ruling,
    id: 'C-11',
    name: { es: 'Resolución sobre una queja o aclaración', en: 'Ruling on a complaint or clarification' },
    only: { track: ['other-complaint', 'clarification'] },
    terms: [{ term: businessDays(10), from: from('press', 'IE 10, CO 15; no Mexican number') }],
  },
  {
    ...ruling,
    id: 'C-11-cap',
    name: { es: 'Resolución del proveedor en un caso de la autoridad', en: 'Ruling in an authority’s case' },
    only: { track: ['fault', 'technical-complaint', 'other-complaint', 'clarification'] },
    starts: authorityCase,
    pausedAs: 'never',
    terms: [
      {
        term: businessDays(15),
        from: from('press', 'Soy Usuario, historic; its life after 2025-10 is open'),
      },
    ],
    onReclassification: 'keep',
    onReopening: 'resume',
  },
  {
    ...usual,
    id: 'C-12',
    name: { es: 'Devolver un cobro indebido', en: 'Undue charge refunded' },
    calendar: 'business',
    only: { track: ['other-complaint', 'clarification'], subject: ['billing'] },
    stops: [on('CompensationCredited', 'creditedAt', undueCharge)],
    cancels: [
      on('NothingDue', undefined, { of: ['undue-charge'] }),
      on('Ruled', undefined, { outcome: ['dismissed'] }),
      ...endings,
    ],
    terms: [
      {
        term: businessDays(5),
        from: from('contract', 'Three contracts registered with PROFECO, clause on undue charges'),
      },
    ],
    onReopening: 'resume',
  },
  {
    ...usual,
    id: 'C-13',
    name: { es: 'Notificar la resolución', en: 'Notice of the ruling' },
    calendar: 'business',
    starts: ruled,
    stops: [on('UserNotified', 'sentAt')],
    terms: [{ term: businessDays(1), from: byDesign('What is ruled is told on the next working day') }],
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-16',
    name: { es: 'Abonar la compensación', en: 'Compensation credited' },
    calendar: 'natural',
    starts: [
      on('CompensationGranted', undefined, {
        reason: ['attributable-to-provider', 'force-majeure', 'goodwill'],
      }),
    ],
    stops: [on('CompensationCredited', 'creditedAt')],
    cancels: [],
    per: ['reason'],
    terms: [
      {
        term: { kind: 'next-cut-off', field: 'billingCutoff', otherwiseDays: 31 },
        from: from('contract', 'Three registered contracts: by the next cut-off, a month away at the most'),
      },
    ],
    onReopening: 'keep',
  },
  {
    ...usual,
    id: 'C-17',
    name: { es: 'Responder una consulta', en: 'Inquiry answered' },
    calendar: 'business',
    only: { track: ['inquiry'] },
    stops: [on('AnswerProvided', 'answeredAt')],
    pausedAs: 'answer',
    terms: [{ term: businessDays(2), from: byDesign('A question has no cause to verify') }],
  },
  {
    ...usual,
    id: 'C-18',
    name: { es: 'Atender una sugerencia', en: 'Suggestion acknowledged' },
    calendar: 'business',
    only: { track: ['suggestion'] },
    stops: [on('AnswerProvided', 'answeredAt')],
    pausedAs: 'answer',
    terms: [{ term: businessDays(5), from: byDesign('A suggestion waits longer than a question') }],
  },
  {
    ...usual,
    id: 'C-19',
    name: { es: 'Ejecutar la cancelación', en: 'Cancellation executed' },
    calendar: 'natural',
    only: { track: ['cancellation'] },
    stops: [on('CancellationExecuted')],
    terms: [
      {
        only: { subkind: ['add-on'] },
        term: { kind: 'minutes', minutes: 5 * dayMinutes },
        from: from('contract', 'Registered contracts, clause on additional services: five calendar days'),
      },
      {
        term: hours(24),
        from: from('press', 'LFPC 76 bis, 2025-12-12: at once; a day is taken to carry it out'),
      },
    ],
  },
  {
    ...usual,
    id: 'C-24',
    name: { es: 'Dar a conocer la siguiente instancia', en: 'External path told' },
    calendar: 'natural',
    stops: [
      ...finalWords,
      on('Escalated', undefined, { level: [4] }),
      on('AuthorityProceedingOpened'),
      on('FurtherNoticeGiven', 'sentAt', { about: ['next-instance'] }),
    ],
    terms: [
      {
        term: hours(6 * 7 * 24),
        from: from(
          'press',
          'UK: six weeks, whichever comes first; at a dismissal the final notice tells it (C-13), in an authority’s case at C-11-cap',
        ),
      },
    ],
    warnings: [90],
    onReclassification: 'keep',
    onReopening: 'resume',
  },
];
