import { reject } from '../../kernel/decision.js';
import type { ComplaintCommandType } from '../commands.js';
import type { FiledComplaint } from '../state.js';

/** What a subscriber's request needs: a cause that is ruled on, an answer, a service that is back, what is owed. */
const forASubscriber: ReadonlySet<ComplaintCommandType> = new Set<ComplaintCommandType>([
  'requestRestorationConfirmation',
  'confirmRestoration',
  'disputeRestoration',
  'rule',
  'recordConciliation',
  'correctRuling',
  'assessCompensation',
  'grantCompensation',
  'declareNothingDue',
  'creditCompensation',
  'correctCompensation',
  'correctCredit',
  'notifyUser',
  'provideAnswer',
  'executeCancellation',
  'correctCancellation',
  'disputePenalty',
  'rulePenalty',
  'rate',
  'markDuplicate',
  'close',
]);

/** What is asked of, or told to, a person who has to be known for it. */
const forAPerson: ReadonlySet<ComplaintCommandType> = new Set<ComplaintCommandType>([
  'requestInformation',
  'notifyVisit',
]);

/** Why a report takes no such command, or `null`. */
export const notForAReport = (type: ComplaintCommandType, { facets: { report }, folio }: FiledComplaint) => {
  if (report === 'none') return null;
  if (forASubscriber.has(type)) return reject('report-of-no-subscriber', { folio });
  return report === 'anonymous' && forAPerson.has(type) ? reject('nobody-to-reach', { folio }) : null;
};
