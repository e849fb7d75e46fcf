import type { Reopening } from '../ending/messages.js';
import type { SharedCode } from '../guards.js';
import type { Deciders } from '../stage.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import type { correctionRefusals } from './refusals.js';

/** What is sealed beside each correction. */
export const sealed = {
  RulingCorrected: { reasons: 'subscriber', explanation: 'subscriber' },
  CauseCorrected: { explanation: 'subscriber', forUser: 'subscriber' },
  RestorationCorrected: { explanation: 'subscriber' },
  CompensationCorrected: { explanation: 'subscriber' },
  CreditCorrected: { explanation: 'subscriber' },
  CancellationCorrected: { explanation: 'subscriber' },
  ResolutionCorrected: { explanation: 'subscriber', agreement: 'subscriber' },
  ConciliationCorrected: { explanation: 'subscriber', agreement: 'subscriber' },
  DeliveryCorrected: { explanation: 'subscriber' },
  VisitCorrected: { explanation: 'subscriber' },
  TechnicianCorrected: { explanation: 'subscriber' },
  MassOutageCorrected: { explanation: 'subscriber' },
  DuplicateCorrected: { explanation: 'subscriber' },
} as const;

/** What follows from each correction that is asked for. */
export type Corrections = Deciders<
  CorrectionEvents,
  CorrectionCommands,
  typeof sealed,
  SharedCode | keyof typeof correctionRefusals,
  Reopening
>;
