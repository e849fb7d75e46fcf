import {
  attributions,
  channels,
  escalationLevels,
  instantOf,
  kinds,
  millisecondsOf,
  reopeningReasons,
  type ComplaintCommand,
  type ComplaintState,
  type Instant,
  type Terms,
} from '../../../../src/domain/index.js';
import { isFiled } from '../../../../src/domain/complaint/state.js';
import { conectared, emenet, termsOf } from '../../../../src/domain/provider/index.js';
import * as ask from '../../../../src/testing/builders-commands.js';
import { asTechnicalLead, asUser, type By, people } from '../../../../src/testing/index.js';

const later = (now: Instant, hours: number): Instant => instantOf(millisecondsOf(now) + hours * 3_600_000);

/** A command, and who asks it. */
export interface Ask {
  readonly command: ComplaintCommand;
  readonly by: By;
  /** The provider's terms on that day, where they are not the usual ones. */
  readonly terms?: Terms;
}

/** Before any request came in. */
const longAgo = instantOf(Date.UTC(2020, 0, 1));

const dollars = { amount: 999_999, currency: 'USD' };

/** Stands in every free text, so that a test can look for it where it must not be. */
export const secret = 'SECRETO';

const asks = (by: By, ...commands: readonly ComplaintCommand[]): readonly Ask[] =>
  commands.map((command) => ({ command, by }));

const diagnosis = (now: Instant) =>
  attributions.flatMap((attribution) => [
    ask.verifyCause({ attribution, affectedFrom: now, explanation: secret }),
    ask.verifyCause({ attribution, causes: ['water'], explanation: secret }),
    ask.verifyCause({ attribution, causes: ['no-fault'], faultFound: false, explanation: secret }),
  ]);

const byTechnicians = (now: Instant) =>
  ['rt-1', 'rt-2'].flatMap((name) =>
    asks(
      asTechnicalLead(name),
      ...diagnosis(now),
      ask.repair({ restoredAt: now, explanation: secret }),
      ask.repair({ restoredAt: longAgo, explanation: secret }),
      ask.reportRepair({ explanation: secret }),
      ask.reportRepair({ outcome: 'no-repair-needed', explanation: secret }),
      ask.reportRepair({ outcome: 'repair-impossible', explanation: secret }),
      ask.openWorkOrder(),
      ask.linkMassOutage(),
      ask.requestInformation({ question: secret }),
      ask.correctCause({ affectedFrom: now, explanation: secret }),
      ask.correctCause({ attribution: 'user', causes: ['user-equipment'], explanation: secret }),
      ask.correctRestoration({ restoredAt: now, explanation: secret }),
    ),
  );

/** A conciliation that was held is corrected to each outcome, and to another date. */
const correctionsOf = (now: Instant, { conciliations }: ComplaintState) =>
  conciliations
    .slice(-1)
    .flatMap(({ recordedAs }) => [
      ask.correctConciliation({ recordedAs, explanation: secret }),
      ask.correctConciliation({ recordedAs, outcome: 'agreed', agreement: secret, explanation: secret }),
      ask.correctConciliation({ recordedAs, outcome: 'agreed', dueAt: later(now, 24), explanation: secret }),
    ]);

const byArea = (now: Instant, state: ComplaintState) => [
  ...asks(
    people.competentArea,
    ...diagnosis(now),
    ask.rule({ reasons: secret }),
    ask.rerouteToArea({ area: 'network' }),
    ask.recordConciliation({ agreement: secret, dueAt: later(now, 48) }),
    ask.carryOutAgreement({ conciliation: 1, carriedOutAt: now, done: secret }),
    ask.carryOutAgreement({ conciliation: 2, carriedOutAt: now, done: secret }),
    ask.assessCompensation({ to: now }),
    ask.assessCompensation(),
    ask.grantCompensation({
      proportionalRefund: { amount: 99_999, currency: 'MXN' },
      bonus: { amount: 99_999, currency: 'MXN' },
    }),
    ask.grantCompensation({ reason: 'goodwill' }),
    ask.grantCompensation({ reason: 'force-majeure' }),
    ...correctionsOf(now, state),
    ask.correctCause({ affectedFrom: now, explanation: secret }),
    ask.correctRuling({ reasons: secret, explanation: secret }),
    ask.correctRuling({ outcome: 'upheld', reasons: secret, explanation: secret }),
    ask.correctCompensation({
      proportionalRefund: { amount: 199_999, currency: 'MXN' },
      bonus: { amount: 99_999, currency: 'MXN' },
      explanation: secret,
    }),
    ask.grantCompensation({ reason: 'goodwill', proportionalRefund: dollars, bonus: dollars }),
    ask.correctCompensation({ proportionalRefund: dollars, bonus: dollars, explanation: secret }),
    ask.grantCompensation({ reason: 'undue-charge' }),
    ask.declareNothingDue({ explanation: secret }),
    ask.declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge', explanation: secret }),
  ),
  ...asks(
    people.rulingOfficer,
    ask.rule({ outcome: 'dismissed', reasons: secret }),
    ask.rulePenalty({ reasons: secret }),
    ask.rulePenalty({ outcome: 'dismissed', reasons: secret }),
    ask.declineReopening({ reasons: secret }),
  ),
  ...asks(people.billing, ask.creditCompensation({ creditedAt: now }), ask.executeCancellation()),
  ...asks(
    people.billing,
    ask.executeCancellation({ balance: dollars }),
    ask.correctCancellation({ balance: dollars, explanation: secret }),
    ...state.credits
      .slice(-1)
      .flatMap(({ credit }) => [
        ask.correctCredit({ credit, explanation: secret }),
        ask.correctCredit({ credit, credited: true, creditedAt: now, explanation: secret }),
      ]),
  ),
];

/** The last visit that is over, where there is one. */
const cameOf = ({ lastVisit }: ComplaintState): readonly number[] =>
  lastVisit === null ? [] : [lastVisit.visit];

const byCustomerService = (now: Instant, state: ComplaintState) => {
  const { requests, sent, visits, suspensionCuredAt } = state;
  const notice = sent.at(-1) ?? 0;
  const visit = Object.keys(visits).length + (requests.made % 2);
  return asks(
    people.customerService,
    ask.communicateFolio({ communicatedAt: now }),
    ask.acknowledge({ sentAt: now }),
    ask.issueCertificate({ issuedAt: now }),
    ask.classify(),
    ask.reclassify({ kind: 'fault', subject: 'service', explanation: secret }),
    ask.reclassify({ kind: 'complaint', subject: 'billing', explanation: secret }),
    ask.reclassify({ kind: 'inquiry', subject: 'contract', explanation: secret }),
    ask.routeToArea(),
    ask.linkTo(),
    ask.assignTechnician({ technician: 'rt-1' }),
    ask.assignTechnician({ technician: 'rt-2' }),
    ask.reassignCase(),
    ask.recordContact({ contactedAt: now }),
    ask.requestInformation({ question: secret }),
    ask.putOnHold({ explanation: secret }),
    ask.putOnHold({ reason: 'force-majeure', explanation: secret }),
    ask.resume(),
    ask.addNote({ note: secret }),
    ask.requestRestorationConfirmation({ requestedAt: now }),
    ask.confirmRestoration({ by: 'measurement', confirmedAt: now }),
    ask.notifyUser({ sentAt: now }),
    ask.notifyUser({ sentAt: now, restorationImpossible: { reason: secret, offer: 'compensation' } }),
    ask.provideAnswer({ answeredAt: now, answer: secret }),
    ask.provideAnswer({ answeredAt: now, answer: secret, outcome: 'not-possible' }),
    ask.recordDelivery({ notice, deliveredAt: now }),
    ask.recordDeliveryFailure({ notice, failedAt: now }),
    ask.cancelVisit({ visit, by: 'provider' }),
    ask.cancelVisit({ visit, saidBy: { party: 'sub-1', channel: 'phone' } }),
    ...Array.from({ length: visit > 0 ? 5 : 1 }, () =>
      ask.failVisit({ visit, failedAt: now, report: secret }),
    ),
    ask.rescheduleVisit({ visit, window: { from: later(now, 6), to: later(now, 10) } }),
    ask.scheduleVisit({ window: { from: later(now, 6), to: later(now, 10) }, address: secret }),
    ask.notifyVisit({ visit, notifiedAt: now }),
    ask.cureSuspension({ curedAt: now }),
    // Cured suspensions are rare on walks: most of those that are there are connected again.
    ...Array.from({ length: suspensionCuredAt === null ? 1 : 20 }, () =>
      ask.reconnect({ reconnectedAt: now }),
    ),
    ...cameOf(state).flatMap((visit) => [
      ask.correctVisit({ visit, explanation: secret }),
      ask.correctVisit({ visit, outcome: 'user-absent', endedAt: now, explanation: secret }),
      ask.correctVisit({ visit, outcome: 'completed', explanation: secret }),
    ]),
    ...state.deliveries
      .slice(-1)
      .flatMap(({ delivery }) => [
        ask.correctDelivery({ delivery, explanation: secret }),
        ask.correctDelivery({ delivery, delivered: true, notice, explanation: secret }),
        ask.correctDelivery({ delivery, delivered: true, deliveredAt: now, explanation: secret }),
      ]),
    ask.correctTechnician({ explanation: secret }),
    ask.correctTechnician({ technician: 'rt-1', explanation: secret }),
    ask.correctCancellation({ explanation: secret }),
    ask.correctCancellation({ effectiveAt: now, explanation: secret }),
    ...state.outages.flatMap(({ outage: from }) => [
      ask.correctMassOutage({ from, explanation: secret }),
      ask.correctMassOutage({ from, outage: 'mo-2', explanation: secret }),
    ]),
    ask.correctDuplicate({ explanation: secret }),
    ask.correctDuplicate({ of: 'CON-000003-9', explanation: secret }),
    ask.accreditRepresentative({ representative: { ref: 'rep-7', name: secret }, mayWithdraw: true }),
    ask.revokeRepresentative({ explanation: secret }),
    ask.concludeReport({ found: secret }),
    ask.giveFurtherNotice({ sentAt: now }),
    ask.close(),
    ask.markDuplicate(),
    ...Array.from({ length: 3 }, () => ask.refuse({ forUser: secret })),
  );
};

const byOthers = (now: Instant, { facets, requests, resolutions }: ComplaintState) => [
  ...asks(
    people.user,
    ask.receiveInformation({ answer: secret }),
    ask.receiveInformation({ answer: secret, requests: requests.open.slice(0, 1) }),
    ask.disputePenalty({ statement: secret }),
    ask.recordStatement({ statedAt: now, statement: secret }),
    ask.recordStatement({ kind: 'second-report', statedAt: now, statement: secret }),
    ask.accreditRepresentative({ representative: { ref: 'rep-9', name: secret } }),
    ask.accreditRepresentative({ representative: { ref: 'rep-8', name: secret }, capacity: 'relative' }),
    ask.revokeRepresentative({ reason: 'revoked', explanation: secret }),
    ask.confirmRestoration({ confirmedAt: now }),
    ask.disputeRestoration({ disputedAt: now, explanation: secret }),
    ask.requestVisit(),
    ask.attachEvidence({ caption: secret }),
    ask.rate({ comment: secret }),
    ask.withdraw({ explanation: secret }),
    ask.withdraw({ waives: ['compensation', 'undue-charge'], explanation: secret }),
    ask.requestArco({ request: secret }),
    ...reopeningReasons.map((reason) => ask.reopen({ reason, explanation: secret })),
    ...escalationLevels
      .filter((level) => level !== 0)
      .map((level) => ask.escalate({ level, explanation: secret })),
    ask.escalate({ level: 4, target: 'PROFECO', externalReference: 'PFC-1', explanation: secret }),
  ),
  ...asks(
    asUser('rep-9'),
    ask.recordStatement({ statedAt: now, statement: secret }),
    ask.withdraw({ explanation: secret }),
    ask.requestArco({ request: secret }),
    ask.revokeRepresentative({ reason: 'renounced', explanation: secret }),
    ask.accreditRepresentative({ representative: { ref: 'rep-6', name: secret } }),
  ),
  ...asks(
    people.system,
    // A user who says nothing for so long is rare on walks: what then may lapse mostly does.
    ...Array.from({ length: requests.open.length > 0 || facets.restoration === 'requested' ? 60 : 1 }, () =>
      ask.lapse(),
    ),
    ask.lapse({ reason: 'no-access' }),
    ask.warnOfDeadline(),
    ask.warnOfDeadline({ clock: 'C-24' }),
    ask.recordBreach({ dueAt: now }),
    ask.recordAlert(),
  ),
  ...asks(
    people.legal,
    ask.openAuthorityProceeding({ hearingAt: later(now, 48) }),
    ask.carryOutResolution({ carriedOutAt: now, done: secret }),
    ...Object.keys(resolutions)
      .slice(-1)
      .flatMap(() => [
        ask.correctResolution({ explanation: secret, agreement: secret }),
        ask.correctResolution({ outcome: 'for-provider', explanation: secret }),
        ask.correctResolution({ outcome: 'agreement', resolvedAt: now, explanation: secret }),
      ]),
    ...[1, 2].flatMap((request) => [
      ask.answerArco({ request, answeredAt: now, answer: secret }),
      ask.answerArco({ request, outcome: 'refused', answeredAt: now, answer: secret }),
    ]),
    ask.placeLegalHold(),
    ask.liftLegalHold(),
    ask.setAuthorityHearing({ hearingAt: later(now, 72) }),
    ask.recordAuthorityHearing({ heldAt: now }),
    ask.answerAuthorityRequirement({ answeredAt: now, answer: secret }),
  ),
  ...[
    people.customerService,
    people.competentArea,
    people.rulingOfficer,
    people.billing,
    people.legal,
  ].flatMap((by) => asks(by, ask.takeCase(), ask.giveBackCase())),
  ...asks(
    people.authority,
    ask.receiveAuthorityRequirement({ dueAt: now, requirement: secret }),
    ask.resolveAuthorityProceeding({ agreement: secret }),
    ask.resolveAuthorityProceeding({ outcome: 'for-user', agreement: secret }),
    ask.resolveAuthorityProceeding({ outcome: 'for-provider' }),
  ),
];

const filingsByKind: readonly Ask[] = kinds.flatMap((kind) =>
  channels.flatMap((channel) =>
    asks(
      people.user,
      ask.file({ kind, channel, subject: 'billing', description: secret }),
      ask.file({
        kind,
        channel,
        subject: 'service',
        defect: 'failure',
        description: secret,
        remedySought: secret,
      }),
    ),
  ),
);

/** Reports that are no subscriber's request. */
const reportsFiled: readonly Ask[] = asks(
  people.system,
  ask.file({ report: 'anonymous', subscriber: { ref: 'sub-1' }, description: secret }),
  ask.file({
    report: 'third-party',
    subscriber: { ref: 'sub-1' },
    reporter: { ref: 'rep-1' },
    description: secret,
  }),
);

/** All the ways in which a request may be filed, by the usual terms and by those of both providers. */
export const filings: readonly Ask[] = [undefined, termsOf(conectared), termsOf(emenet)].flatMap((terms) =>
  [...filingsByKind, ...reportsFiled, ...reportsFiled].map((ask) => ({ ...ask, ...(terms && { terms }) })),
);

/** What may be asked of a complaint now: good sense and nonsense alike. */
export const asksOf = (state: ComplaintState, now: Instant): readonly Ask[] =>
  isFiled(state)
    ? [
        ...byTechnicians(now),
        ...byArea(now, state),
        ...byCustomerService(now, state),
        ...byOthers(now, state),
      ]
    : filings;
