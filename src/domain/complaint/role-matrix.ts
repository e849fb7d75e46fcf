import type { ComplaintCommandType } from './commands.js';
import type { Role } from './vocabulary.js';

const user = 'user';
const cs = 'customer-service';
const lead = 'technical-lead';
const area = 'competent-area';
const ruling = 'ruling-officer';
const billing = 'billing';
const legal = 'legal';
const authority = 'authority';
const system = 'system';
const privacy = 'privacy-officer';

const staff = [cs, lead, area, ruling, billing, legal, privacy] as const;

/**
 * Who may do what: the *Who* columns of domain.md 6.3 and 6.4. `system` stands for the provider's own machines (a web
 * form that files, an import that replays what a person did elsewhere). A command without a line does not compile.
 */
export const roleMatrix: Readonly<Record<ComplaintCommandType, readonly Role[]>> = {
  file: [user, cs, authority, system],
  communicateFolio: [cs, system],
  acknowledge: [cs, system],
  refuse: [cs],
  issueCertificate: [cs],

  classify: [cs, system],
  reclassify: [cs],
  routeToArea: [cs, area, system],
  rerouteToArea: [cs, area],
  linkTo: [cs, system],
  linkMassOutage: [lead, cs, system],

  assignTechnician: [cs, lead],
  reassignCase: [cs],
  recordContact: [cs, lead, user],
  requestInformation: [cs, lead, area],
  receiveInformation: [user, cs, system],
  putOnHold: [cs, lead],
  resume: [cs, lead],
  addNote: staff,
  attachEvidence: [user, ...staff, authority, system],
  openWorkOrder: [lead],

  requestVisit: [user, cs],
  scheduleVisit: [cs, lead],
  notifyVisit: [cs, lead, system],
  rescheduleVisit: [user, cs, lead],
  completeVisit: [cs, lead],
  failVisit: [lead, cs],
  cancelVisit: [user, cs, lead],

  verifyCause: [lead, area],
  repair: [lead],
  reportRepair: [lead],
  requestRestorationConfirmation: [cs, system],
  confirmRestoration: [user, cs],
  disputeRestoration: [user, cs],

  rule: [area, ruling],
  recordConciliation: [area],
  assessCompensation: [system, area, billing],
  grantCompensation: [area, billing, system],
  creditCompensation: [billing, system],

  notifyUser: [cs],
  recordDelivery: [system, cs],
  recordDeliveryFailure: [system, cs],
  provideAnswer: [cs],
  executeCancellation: [cs, billing, system],
  rate: [user],

  cureSuspension: [cs, lead],
  reconnect: [cs, lead],

  escalate: [user, cs, system, authority],
  openAuthorityProceeding: [legal, authority],
  receiveAuthorityRequirement: [legal, authority],
  resolveAuthorityProceeding: [legal, authority],
  placeLegalHold: [legal],
  liftLegalHold: [legal],
  requestArco: [user, cs],

  warnOfDeadline: [system],
  recordBreach: [system],
  recomputeClocks: [system, legal, cs],

  withdraw: [user, cs],
  lapse: [system, cs],
  markDuplicate: [cs],
  close: [cs, system],
  reopen: [user, cs],
};
