import type { ComplaintCommandType } from './commands.js';

/** What a complaint that has ended still takes (I-23). Everything else needs it reopened first. */
export const takenAfterTheEnd: ReadonlySet<ComplaintCommandType> = new Set<ComplaintCommandType>([
  'rate',
  'reopen',
  'escalate',
  'issueCertificate',
  'openAuthorityProceeding',
  'receiveAuthorityRequirement',
  'resolveAuthorityProceeding',
  'placeLegalHold',
  'liftLegalHold',
  'requestArco',
  'assessCompensation',
  'grantCompensation',
  'creditCompensation',
  'recordDelivery',
  'recordDeliveryFailure',
  'addNote',
  'warnOfDeadline',
  'recordBreach',
  'recomputeClocks',
]);
