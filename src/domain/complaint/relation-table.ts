import { reject, type Refused } from '../kernel/decision.js';
import type { ComplaintCommandType } from './commands.js';
import type { FilingCommands } from './filing/messages.js';
import { isRelated, partyOf, type Related, type Relation, type Who } from './relations.js';
import type { Role } from './vocabulary.js';

/** A role's relation where it is the same for every command; the others are in `relationTable`. */
const byRole = {
  user: ['party'],
  'customer-service': ['anybody'],
  'ruling-officer': ['anybody'],
  billing: ['anybody'],
  legal: ['anybody'],
  'privacy-officer': ['anybody'],
  authority: ['anybody'],
  auditor: ['anybody'],
  system: ['anybody'],
} as const satisfies Readonly<Record<Exclude<Role, keyof Asked>, readonly Relation[]>>;

/** The relation that a command asks of a technical lead and of an area's clerk; `null` where the role has no such command. */
interface Asked {
  readonly 'technical-lead': readonly Relation[] | null;
  readonly 'competent-area': readonly Relation[] | null;
}

const asks = (lead: Asked['technical-lead'], area: Asked['competent-area'] = null): Asked => ({
  'technical-lead': lead,
  'competent-area': area,
});

const others = asks(null);
const inCharge = ['in-charge'] as const;
const atWork = ['in-charge', 'visitor'] as const;
/** A suspended service is connected again on tracks that put no technical lead in charge, too. */
const reconnecting = ['in-charge', 'unassigned'] as const;
const inArea = ['of-the-area'] as const;
const ofNoOtherArea = ['of-the-area', 'in-no-area'] as const;

/**
 * What each command asks of those whose relation decides, beside the roles of the role matrix. A user is always a
 * party. A technical lead acts on what is in their charge: they hand on what is theirs and take nothing. An area's
 * clerk acts on what lies in their area, and routes or rules on what lies in none.
 */
export const relationTable: Readonly<Record<ComplaintCommandType, Asked>> = {
  file: others,
  communicateFolio: others,
  acknowledge: others,
  refuse: others,
  issueCertificate: others,
  classify: others,
  reclassify: others,
  routeToArea: asks(null, ofNoOtherArea),
  rerouteToArea: asks(null, ofNoOtherArea),
  linkTo: others,
  linkMassOutage: asks(['anybody']),
  assignTechnician: asks(inCharge),
  reassignCase: others,
  takeCase: asks(null, inArea),
  giveBackCase: asks(null, inArea),
  recordContact: asks(atWork),
  requestInformation: asks(inCharge, inArea),
  receiveInformation: others,
  recordStatement: others,
  putOnHold: asks(inCharge),
  resume: asks(inCharge),
  addNote: asks(atWork, inArea),
  attachEvidence: asks(atWork, inArea),
  openWorkOrder: asks(inCharge),
  requestVisit: others,
  scheduleVisit: asks(inCharge),
  notifyVisit: asks(atWork),
  rescheduleVisit: asks(atWork),
  completeVisit: asks(atWork),
  failVisit: asks(atWork),
  cancelVisit: asks(atWork),
  verifyCause: asks(inCharge, ofNoOtherArea),
  repair: asks(inCharge),
  reportRepair: asks(inCharge),
  requestRestorationConfirmation: others,
  confirmRestoration: others,
  disputeRestoration: others,
  rule: asks(null, ofNoOtherArea),
  recordConciliation: asks(null, ofNoOtherArea),
  assessCompensation: asks(null, ofNoOtherArea),
  grantCompensation: asks(null, ofNoOtherArea),
  declareNothingDue: asks(null, ofNoOtherArea),
  creditCompensation: others,
  notifyUser: others,
  recordDelivery: others,
  recordDeliveryFailure: others,
  provideAnswer: others,
  executeCancellation: others,
  rate: others,
  cureSuspension: asks(reconnecting),
  reconnect: asks(reconnecting),
  escalate: others,
  openAuthorityProceeding: others,
  receiveAuthorityRequirement: others,
  answerAuthorityRequirement: others,
  setAuthorityHearing: others,
  recordAuthorityHearing: others,
  resolveAuthorityProceeding: others,
  placeLegalHold: others,
  liftLegalHold: others,
  requestArco: others,
  warnOfDeadline: others,
  recordBreach: others,
  recomputeClocks: others,
  withdraw: others,
  lapse: others,
  markDuplicate: others,
  close: others,
  reopen: others,
  correctRuling: asks(null, ofNoOtherArea),
  correctCause: asks(inCharge, ofNoOtherArea),
  correctRestoration: asks(inCharge),
  correctCompensation: asks(null, ofNoOtherArea),
  correctCancellation: others,
  correctTechnician: others,
  correctDuplicate: others,
};

const relationsFor = (type: ComplaintCommandType, role: Role): readonly Relation[] =>
  role === 'technical-lead' || role === 'competent-area' ? (relationTable[type][role] ?? []) : byRole[role];

/** A party is told that the request is not theirs; staff, that it is not in their charge. */
const notTheirs = ({ actor, role }: Who) =>
  role === 'user' ? reject('not-your-request', { actor }) : reject('not-in-charge', { actor, role });

/** Refuses an actor who stands to the complaint in none of the ways that the command asks for. */
export const unrelated = (
  type: ComplaintCommandType,
  complaint: Related,
  who: Who,
): Refused<'not-your-request' | 'not-in-charge'> | null =>
  isRelated(relationsFor(type, who.role), complaint, who) ? null : notTheirs(who);

/** A user files for themselves or as the reporter they name: no request is filed in the name of another user. */
export const filedForAnother = (
  { subscriber, reporter }: Pick<FilingCommands['file'], 'subscriber' | 'reporter'>,
  who: Who,
): Refused<'not-your-request'> | null =>
  who.role !== 'user' || [subscriber.ref, reporter?.ref].includes(partyOf(who))
    ? null
    : reject('not-your-request', { actor: who.actor });
