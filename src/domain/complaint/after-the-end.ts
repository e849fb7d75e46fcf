import type { ComplaintCommandType } from './commands.js';
import type { Facets } from './facets.js';

/** What a complaint that has ended still takes (I-23). Everything else needs it reopened first. */
export const takenAfterTheEnd: ReadonlySet<ComplaintCommandType> = new Set<ComplaintCommandType>([
  'accreditRepresentative',
  'revokeRepresentative',
  'disputePenalty',
  'rate',
  'reopen',
  'escalate',
  'issueCertificate',
  'openAuthorityProceeding',
  'receiveAuthorityRequirement',
  'answerAuthorityRequirement',
  'setAuthorityHearing',
  'recordAuthorityHearing',
  'resolveAuthorityProceeding',
  'giveFurtherNotice',
  'communicateFolio',
  'placeLegalHold',
  'liftLegalHold',
  'requestArco',
  'assessCompensation',
  'grantCompensation',
  'creditCompensation',
  'recordDelivery',
  'recordDeliveryFailure',
  'addNote',
  'takeCase',
  'giveBackCase',
  'recordStatement',
  'recordContact',
  'cancelVisit',
  'reconnect',
  'warnOfDeadline',
  'recordBreach',
  'recordAlert',
  'recomputeClocks',
  'correctRuling',
  'correctCause',
  'correctRestoration',
  'correctCompensation',
  'correctCredit',
  'correctCancellation',
  'correctTechnician',
  'correctDuplicate',
]);

/** True for what a complaint that has ended takes as it stands: evidence only while an authority looks into it. */
export const isTakenAfterTheEnd = (
  type: ComplaintCommandType,
  { proceedings }: Pick<Facets, 'proceedings'>,
): boolean => takenAfterTheEnd.has(type) || (type === 'attachEvidence' && proceedings > 0);
