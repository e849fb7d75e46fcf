import type { ContractTerms } from './contract-terms.js';
import type { Clock, Trigger } from './policy.js';
import { byDesign, endings, event, hours, on, usual } from './triggers.js';

const technical = { track: ['fault', 'technical-complaint'] } as const;

/** There is nothing to repair, or it cannot be: what was late already stays so. */
const noRepair: readonly Trigger[] = [
  on('CauseVerified', undefined, { faultFound: [false] }),
  on('RepairReported', undefined, { outcome: ['no-repair-needed', 'not-ours', 'repair-impossible'] }),
];

const repair = {
  ...usual,
  calendar: 'natural',
  stops: [on('Repaired', 'restoredAt')],
  cancels: [...noRepair, ...endings],
  pausedAs: 'repair',
} as const satisfies Partial<Clock>;

/** Repair, visits, and what the user says of it (domain.md 7: C-07 to C-09, C-14, C-15, C-20, C-21). */
export const clocksOfRepair = ({
  repairHours,
  physicalRepair,
  reconnection,
  from,
}: ContractTerms): readonly Clock[] => {
  const farOff = { municipality: physicalRepair.municipalities };
  return [
    {
      ...repair,
      id: 'C-07',
      name: { es: 'Reparación', en: 'Repair' },
      only: technical,
      unless: farOff,
      terms: [{ term: hours(repairHours), from }],
    },
    {
      ...repair,
      id: 'C-08',
      name: { es: 'Reparación donde requiere obra', en: 'Repair where it takes physical work' },
      only: { ...technical, ...farOff },
      terms: [{ term: hours(physicalRepair.hours), from }],
    },
    {
      ...usual,
      id: 'C-09',
      name: { es: 'Informar la reparación a Servicio al Cliente', en: 'Repair reported to customer service' },
      calendar: 'natural',
      only: technical,
      starts: [on('Repaired', 'restoredAt')],
      stops: [on('RepairReported')],
      terms: [{ term: hours(2), from: byDesign('So that the user is told on the same day') }],
      onReopening: 'keep',
    },
    {
      ...usual,
      id: 'C-14',
      name: { es: 'Ofrecer la visita', en: 'Visit offered' },
      calendar: 'natural',
      starts: [on('VisitRequested')],
      stops: [on('VisitScheduled')],
      terms: [{ term: hours(4), from: byDesign('A visit lies within the term of the repair') }],
      onReopening: 'keep',
      inactive: {
        es: 'La visita cabe en el plazo de la reparación: no tiene uno propio.',
        en: 'A visit lies within the term of the repair: it has none of its own.',
      },
    },
    {
      ...usual,
      id: 'C-15',
      name: { es: 'Avisar de la visita', en: 'Notice of a visit' },
      calendar: 'natural',
      per: ['visit'],
      starts: [on('VisitScheduled'), on('VisitRescheduled', undefined, undefined, { again: true })],
      stops: [on('VisitNotified', 'notifiedAt')],
      cancels: [on('VisitCancelled'), on('VisitCompleted'), on('VisitFailed'), ...endings],
      terms: [
        {
          term: { kind: 'before', field: 'window.from', minutes: 120 },
          from: byDesign('Two hours before the window, so that the user can be at home'),
        },
      ],
      warnings: [],
      onReopening: 'keep',
    },
    {
      ...usual,
      id: 'C-20',
      name: { es: 'Reconexión', en: 'Reconnection' },
      calendar: 'natural',
      starts: [on('SuspensionCured', 'curedAt')],
      stops: [on('Reconnected', 'reconnectedAt')],
      pausedAs: 'repair',
      terms: [
        { once: event('Reconnected', { physical: [true] }), term: hours(reconnection.physicalHours), from },
        { once: event('VisitScheduled'), term: hours(reconnection.physicalHours), from },
        { term: hours(reconnection.hours), from },
      ],
      onReopening: 'keep',
    },
    {
      ...usual,
      id: 'C-21',
      name: { es: 'El usuario confirma el restablecimiento', en: 'The user confirms the restoration' },
      owedBy: 'user',
      calendar: 'natural',
      starts: [on('RestorationConfirmationRequested', 'requestedAt')],
      stops: [on('RestorationConfirmed', 'confirmedAt'), on('RestorationDisputed', 'disputedAt')],
      terms: [{ term: hours(48), from: byDesign('Two days to look at it; reopening stays free after them') }],
      warnings: [],
      onReopening: 'keep',
    },
  ];
};
