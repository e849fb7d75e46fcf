import { describe, expect, it } from '@jest/globals';
import {
  roleMatrix,
  roles,
  type ComplaintCommand,
  type ComplaintCommandType,
  type Role,
} from '../../../src/domain/complaint/index.js';
import { takenAfterTheEnd } from '../../../src/domain/complaint/after-the-end.js';
import * as commands from '../../../src/testing/builders-commands.js';
import { assignedTo, filed, given, hours, routedTo, type By } from '../../../src/testing/index.js';

const all: readonly ComplaintCommand[] = Object.values(commands).map((build) => build());

/**
 * Who may do what, written down once more from the *Who* columns of domain.md 6.3 and 6.4: a change of the matrix has
 * to be made twice. U user, C customer service, T technical lead, A competent area, R ruling officer, B billing,
 * L legal, P privacy officer, X authority, S system, D auditor (who only reads).
 */
const who: Readonly<Record<ComplaintCommandType, string>> = {
  file: 'UCXS',
  communicateFolio: 'CS',
  acknowledge: 'CS',
  refuse: 'C',
  issueCertificate: 'C',
  accreditRepresentative: 'UCL',
  revokeRepresentative: 'UCL',
  classify: 'CS',
  reclassify: 'C',
  routeToArea: 'CAS',
  rerouteToArea: 'CA',
  linkTo: 'CS',
  linkMassOutage: 'TCS',
  assignTechnician: 'CT',
  reassignCase: 'C',
  takeCase: 'CARBL',
  giveBackCase: 'CARBL',
  recordContact: 'CTU',
  requestInformation: 'CTA',
  receiveInformation: 'UCS',
  recordStatement: 'UCS',
  putOnHold: 'CT',
  resume: 'CT',
  addNote: 'CTARBLP',
  attachEvidence: 'UCTARBLPXS',
  openWorkOrder: 'T',
  requestVisit: 'UC',
  scheduleVisit: 'CT',
  notifyVisit: 'CTS',
  rescheduleVisit: 'UCT',
  completeVisit: 'CT',
  failVisit: 'TC',
  cancelVisit: 'UCT',
  verifyCause: 'TA',
  repair: 'T',
  reportRepair: 'T',
  requestRestorationConfirmation: 'CS',
  confirmRestoration: 'UC',
  disputeRestoration: 'UC',
  rule: 'AR',
  recordConciliation: 'A',
  carryOutAgreement: 'AC',
  assessCompensation: 'SAB',
  grantCompensation: 'ABS',
  declareNothingDue: 'AB',
  creditCompensation: 'BS',
  notifyUser: 'C',
  recordDelivery: 'SC',
  recordDeliveryFailure: 'SC',
  provideAnswer: 'C',
  executeCancellation: 'CBS',
  rate: 'UC',
  cureSuspension: 'CT',
  reconnect: 'CT',
  disputePenalty: 'UC',
  rulePenalty: 'AR',
  escalate: 'UCSX',
  declineReopening: 'CR',
  openAuthorityProceeding: 'LX',
  receiveAuthorityRequirement: 'LX',
  answerAuthorityRequirement: 'L',
  setAuthorityHearing: 'LX',
  recordAuthorityHearing: 'LX',
  resolveAuthorityProceeding: 'LX',
  carryOutResolution: 'LC',
  giveFurtherNotice: 'CS',
  placeLegalHold: 'L',
  liftLegalHold: 'L',
  requestArco: 'UC',
  answerArco: 'LP',
  warnOfDeadline: 'S',
  recordBreach: 'S',
  recordAlert: 'S',
  recomputeClocks: 'SLC',
  concludeReport: 'C',
  withdraw: 'UC',
  lapse: 'SC',
  markDuplicate: 'C',
  close: 'CS',
  reopen: 'UCS',
  correctRuling: 'AR',
  correctCause: 'TA',
  correctRestoration: 'TC',
  correctCompensation: 'AB',
  correctCredit: 'B',
  correctCancellation: 'CB',
  correctResolution: 'L',
  correctConciliation: 'A',
  correctDelivery: 'C',
  correctVisit: 'TC',
  correctTechnician: 'C',
  correctMassOutage: 'TC',
  correctDuplicate: 'C',
};

const letters: Readonly<Record<Role, string>> = {
  user: 'U',
  'customer-service': 'C',
  'technical-lead': 'T',
  'competent-area': 'A',
  'ruling-officer': 'R',
  billing: 'B',
  legal: 'L',
  'privacy-officer': 'P',
  authority: 'X',
  auditor: 'D',
  system: 'S',
};

const mayDo = (role: Role, type: ComplaintCommandType) => who[type].includes(letters[role]);

describe('Who may do what', () => {
  it('is written down for every command, and tried for every one here', () => {
    expect(all.map(({ type }) => type).sort()).toEqual(Object.keys(roleMatrix).sort());
  });

  it.each(roles)('%s may do just what the columns say', (role) => {
    for (const command of all) {
      const { decision } = given(filed()).when(
        command,
        { actor: 'somebody', role },
        { occurredAt: hours(40) },
      );
      const refusedForTheRole = !decision.ok && decision.code === 'role-not-allowed';
      expect([command.type, refusedForTheRole]).toEqual([command.type, !mayDo(role, command.type)]);
    }
  });

  it('comes before anything else, so that a refusal discloses nothing', () => {
    for (const command of all)
      given()
        .when(command, { actor: 'au-1', role: 'auditor' }, { occurredAt: hours(40), now: hours(1) })
        .isRejected('role-not-allowed', { role: 'auditor', allowed: roleMatrix[command.type] });
  });
});

/** A request that everybody stands to: `sub-1` is a party, `rt-1` in charge, and an area has it. */
const everybodys = [filed(), assignedTo('rt-1'), routedTo('billing')];

const actorIn = (role: Role): string => {
  if (role === 'user') return 'sub-1';
  return role === 'technical-lead' ? 'rt-1' : 'x';
};

/** One who may give the command, and stands to the request as the command asks. */
const allowed = (type: ComplaintCommandType): By => {
  const role = roleMatrix[type][0] ?? 'auditor';
  return { actor: actorIn(role), role };
};

describe('Every command', () => {
  it.each(all.filter(({ type }) => type !== 'file'))('$type needs a request that was filed', (command) => {
    given().when(command, allowed(command.type)).isRejected('not-filed');
  });

  it.each(all)('$type is not dated after the clock (I-19)', (command) => {
    const by = allowed(command.type);
    given(...everybodys)
      .when(command, by, { occurredAt: hours(30), now: hours(29) })
      .isRejected('occurred-in-future', { occurredAt: hours(30), now: hours(29) });
    const { decision } = given(...everybodys).when(command, by, { occurredAt: hours(30), now: hours(31) });
    expect(decision.ok || decision.code).not.toBe('occurred-in-future');
  });
});

describe('After the end', () => {
  const late = [
    'accreditRepresentative',
    'revokeRepresentative',
    'disputePenalty',
    'rate',
    'giveFurtherNotice',
    'communicateFolio',
    'reopen',
    'escalate',
    'declineReopening',
    'issueCertificate',
    'openAuthorityProceeding',
    'receiveAuthorityRequirement',
    'answerAuthorityRequirement',
    'setAuthorityHearing',
    'recordAuthorityHearing',
    'resolveAuthorityProceeding',
    'placeLegalHold',
    'liftLegalHold',
    'requestArco',
    'answerArco',
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
    'correctResolution',
    'correctConciliation',
    'correctDelivery',
    'correctVisit',
    'correctTechnician',
    'correctMassOutage',
    'correctDuplicate',
  ];

  it('a complaint takes what I-23 lists, and nothing else', () => {
    const ended = given(...everybodys).when(commands.withdraw(), { actor: 'sub-1', role: 'user' });
    for (const command of all.filter(({ type }) => type !== 'file')) {
      const { decision } = ended.when(command, allowed(command.type), { occurredAt: hours(60) });
      const refused = !decision.ok && decision.code === 'complaint-ended';
      expect([command.type, refused]).toEqual([command.type, !late.includes(command.type)]);
    }
  });

  it('is the same list for hosts', () => {
    expect([...takenAfterTheEnd].sort()).toEqual(late.sort());
  });
});
