import {
  instantOf,
  millisecondsOf,
  type ComplaintCommand,
  type ComplaintState,
  type DutyReason,
  type Instant,
} from '../../../../src/domain/index.js';
import { dutiesOf } from '../../../../src/domain/complaint/duties.js';
import { toRefund } from '../../../../src/domain/complaint/compensation/undue-charge.js';
import * as ask from '../../../../src/testing/builders-commands.js';
import { asRulingOfficer, asTechnicalLead, asUser, type By, people } from '../../../../src/testing/index.js';
import { secret, type Ask } from './asks.js';

const cs = people.customerService;
const area = people.competentArea;

const by = (actor: By, ...commands: readonly ComplaintCommand[]): readonly Ask[] =>
  commands.map((command) => ({ command, by: actor }));

const later = (now: Instant, hours: number): Instant => instantOf(millisecondsOf(now) + hours * 3_600_000);

const visitIn = (
  { facets: { visits } }: ComplaintState,
  ...stages: readonly ('scheduled' | 'notified')[]
): number => Number(Object.entries(visits).find(([, each]) => stages.some((one) => one === each))?.[0] ?? 1);

/** The visit to attend: one that was told, or of a report that leaves no one to tell, one that was arranged. */
const toAttend = (state: ComplaintState): number =>
  state.facets.report === 'anonymous' ? visitIn(state, 'notified', 'scheduled') : visitIn(state, 'notified');

const lead = ({ technician }: ComplaintState) => asTechnicalLead(technician ?? 'rt-1');

/** Of a report that is no subscriber's request, the one who told of it is asked. */
const whoWasAsked = ({ facets: { report }, reporter }: ComplaintState): By =>
  report !== 'none' && reporter !== null ? asUser(reporter) : people.user;

const verifying = (now: Instant): readonly ComplaintCommand[] => [
  ask.verifyCause({ attribution: 'provider', affectedFrom: later(now, -30), explanation: secret }),
  ask.verifyCause({ attribution: 'third-party', causes: ['supplier'], explanation: secret }),
  ask.verifyCause({ attribution: 'none', causes: ['no-fault'], faultFound: false, explanation: secret }),
  ask.verifyCause({
    attribution: 'force-majeure',
    affectedFrom: later(now, -90),
    causes: ['storm'],
    explanation: secret,
  }),
];

const saying = (state: ComplaintState, now: Instant): readonly Ask[] =>
  by(
    cs,
    ask.notifyUser({ sentAt: now }),
    ask.notifyUser({ sentAt: now, restorationImpossible: { reason: secret, offer: 'cancellation' } }),
    ask.provideAnswer({ answeredAt: now, answer: secret }),
    ask.executeCancellation(),
    ask.provideAnswer({ answeredAt: now, answer: secret, outcome: 'not-possible' }),
  );

const owing = (
  { assessed, currency: known, filing, ...state }: ComplaintState,
  now: Instant,
): readonly Ask[] => {
  const currency = known ?? 'MXN';
  const price = filing?.price ?? { amount: 39_900, currency };
  const nothing = { amount: 0, currency };
  const charged = toRefund(state);
  return [
    ...by(
      area,
      ...(['attributable-to-provider', 'force-majeure'] as const).map((reason) =>
        ask.grantCompensation({
          proportionalRefund: assessed?.proportionalRefund ?? nothing,
          bonus: assessed?.bonus ?? nothing,
          reason,
        }),
      ),
      ask.grantCompensation({
        reason: 'undue-charge',
        proportionalRefund: charged ?? { amount: 5_000, currency },
        bonus: { amount: Math.ceil((charged?.amount ?? 5_000) / 5), currency },
      }),
      ask.declareNothingDue({ explanation: secret }),
    ),
    ...by(
      people.system,
      ask.assessCompensation({ price, periodDays: 30 }),
      ask.assessCompensation({ price, periodDays: 30, to: now }),
      // Of service that was back before the receipt, the assessment says since when it had failed.
      ask.assessCompensation({ price, periodDays: 30, from: later(now, -100_000) }),
    ),
  ];
};

type Doing = (state: ComplaintState, now: Instant) => readonly Ask[];

/** What a person may do who does their duty, best first. Of a wait, the one who is waited for does something. */
const doing: Readonly<Record<DutyReason, Doing>> = {
  'tell-folio': (_state, now) => by(cs, ask.communicateFolio({ communicatedAt: now })),
  route: () => by(cs, ask.routeToArea()),
  'assign-technician': () => by(cs, ask.assignTechnician(), ask.assignTechnician({ technician: 'rt-2' })),
  'schedule-visit': (_state, now) =>
    by(
      cs,
      ask.scheduleVisit({ window: { from: later(now, 1), to: later(now, 3) }, address: secret }),
      // A visit that is open may have just that window: one more in it is no new fact.
      ask.scheduleVisit({ window: { from: later(now, 1), to: later(now, 4) }, address: secret }),
    ),
  'notify-visit': (state, now) => [
    ...by(
      cs,
      ask.notifyVisit({ visit: visitIn(state, 'scheduled'), notifiedAt: now }),
      ask.cancelVisit({ visit: visitIn(state, 'scheduled'), by: 'provider' }),
      ask.rescheduleVisit({
        visit: visitIn(state, 'scheduled'),
        window: { from: later(now, 2), to: later(now, 4) },
      }),
    ),
    ...by(
      lead(state),
      ask.completeVisit({
        visit: visitIn(state, 'scheduled'),
        startedAt: now,
        endedAt: now,
        unannounced: true,
      }),
    ),
  ],
  'attend-visit': (state, now) => [
    ...by(
      lead(state),
      ask.completeVisit({ visit: toAttend(state), startedAt: now, endedAt: now, report: secret }),
    ),
    ...by(
      cs,
      ask.cancelVisit({ visit: toAttend(state), by: 'provider' }),
      ask.failVisit({ visit: toAttend(state), reason: 'weather', failedAt: now, report: secret }),
    ),
  ],
  'send-again': saying,
  'await-authority': (_state, now) => [
    ...by(
      people.authority,
      ask.resolveAuthorityProceeding({ agreement: secret }),
      ask.resolveAuthorityProceeding({ outcome: 'for-user', agreement: secret }),
      ask.receiveAuthorityRequirement({ dueAt: now, requirement: secret }),
    ),
    ...by(people.legal, ask.setAuthorityHearing({ hearingAt: later(now, 24) })),
  ],
  close: (state, now) => [...by(cs, ask.close()), ...owing(state, now)],
  'await-user': (state) => [
    ...by(people.system, ask.lapse()),
    ...by(whoWasAsked(state), ask.receiveInformation({ answer: secret })),
    ...by(people.system, ask.lapse()),
  ],
  answer: (state, now) => [...saying(state, now), ...by(cs, ask.requestInformation({ question: secret }))],
  'execute-cancellation': saying,
  'check-restoration': (_state, now) =>
    by(
      cs,
      ask.confirmRestoration({ by: 'measurement', confirmedAt: now }),
      ask.requestRestorationConfirmation({ requestedAt: now }),
    ),
  'await-confirmation': (_state, now) => [
    ...by(people.system, ask.lapse()),
    ...by(
      people.user,
      ask.confirmRestoration({ confirmedAt: now }),
      ask.disputeRestoration({ disputedAt: now, explanation: secret }),
    ),
  ],
  'notify-user': saying,
  'call-off-visit': ({ facets }) =>
    Object.keys(facets.visits).flatMap((visit) =>
      by(cs, ask.cancelVisit({ visit: Number(visit), by: 'provider' })),
    ),
  'read-statement': (_state, now) =>
    by(cs, ask.recordContact({ contactedAt: now }), ask.addNote({ note: secret })),
  reconnect: (_state, now) => by(cs, ask.reconnect({ reconnectedAt: now })),
  'conclude-report': () => by(cs, ask.concludeReport({ found: secret })),
  'lift-hold': () => by(cs, ask.resume()),
  'verify-cause': (state, now) => [...by(lead(state), ...verifying(now)), ...by(area, ...verifying(now))],
  repair: (state, now) => [
    ...by(lead(state), ask.repair({ restoredAt: now, explanation: secret })),
    ...by(asTechnicalLead('rt-9'), ask.repair({ restoredAt: now, explanation: secret })),
  ],
  'report-repair': (state) =>
    by(
      lead(state),
      ask.reportRepair({ explanation: secret }),
      ask.reportRepair({ outcome: 'no-repair-needed', explanation: secret }),
      ask.reportRepair({ outcome: 'repair-impossible', explanation: secret }),
    ),
  rule: () => [
    ...by(area, ask.rule({ reasons: secret }), ask.rule({ outcome: 'dismissed', reasons: secret })),
    ...by(asRulingOfficer('ro-2'), ask.rule({ reasons: secret })),
    ...by(asRulingOfficer('ro-3'), ask.rule({ outcome: 'dismissed', reasons: secret })),
    ...by(asRulingOfficer('ro-4'), ask.rule({ reasons: secret })),
    ...['ro-5', 'ro-6', 'ro-7', 'ro-8', 'ro-9'].flatMap((name) =>
      by(asRulingOfficer(name), ask.rule({ reasons: secret })),
    ),
    ...by(cs, ask.routeToArea()),
  ],
  'rule-penalty': () =>
    ['ro-1', 'ro-2', 'ro-3', 'ro-4', 'ro-5', 'ro-6'].flatMap((name) =>
      by(
        asRulingOfficer(name),
        ask.rulePenalty({ reasons: secret }),
        ask.rulePenalty({ outcome: 'dismissed', reasons: secret }),
      ),
    ),
  compensate: owing,
  credit: (_state, now) => by(people.billing, ask.creditCompensation({ creditedAt: now })),
  'answer-requirement': ({ proceedings }, now) =>
    Object.values(proceedings).flatMap(({ authority, reference, requirements }) =>
      requirements.flatMap(({ number: requirement }) =>
        by(
          people.legal,
          ask.answerAuthorityRequirement({ authority, reference, requirement, answeredAt: now }),
        ),
      ),
    ),
  'attend-hearing': ({ proceedings }, now) =>
    Object.values(proceedings).flatMap(({ authority, reference }) =>
      by(people.legal, ask.recordAuthorityHearing({ authority, reference, heldAt: now })),
    ),
  'open-proceeding': () => by(people.legal, ask.openAuthorityProceeding()),
  'attend-escalation': () => by(cs, ask.addNote({ note: secret })),
  'tell-user': (_state, now) => by(cs, ask.giveFurtherNotice({ sentAt: now })),
  'answer-arco': ({ arco }, now) =>
    arco.open.flatMap((request) =>
      by(people.legal, ask.answerArco({ request, answeredAt: now, answer: secret })),
    ),
  'carry-out-agreement': ({ agreements }, now) =>
    agreements.open.flatMap(({ conciliation }) =>
      by(people.competentArea, ask.carryOutAgreement({ conciliation, carriedOutAt: now, done: secret })),
    ),
  'carry-out-resolution': ({ proceedings }, now) =>
    Object.values(proceedings).flatMap(({ authority, reference }) =>
      by(people.legal, ask.carryOutResolution({ authority, reference, carriedOutAt: now, done: secret })),
    ),
  'decide-reopening': () => [
    ...by(cs, ask.reopen({ reason: 'closed-by-mistake', explanation: secret })),
    ...by(asRulingOfficer('ro-9'), ask.declineReopening({ reasons: secret })),
  ],
  'follow-up': () => [],
  // No duty of a card: the queue tells it at an instant.
  'account-for-visit': () => [],
};

/** The duties that a complaint has now, whichever role has them. */
export const reasonsIn = (state: ComplaintState): readonly DutyReason[] => [
  ...new Set(Object.values(dutiesOf(state)).flat()),
];

/** What those may do now who do their duty. */
export const dutifulAsks = (state: ComplaintState, now: Instant): readonly Ask[] =>
  reasonsIn(state).flatMap((reason) => doing[reason](state, now));

/** What may be done for one of them. */
export const asksFor = (reason: DutyReason, state: ComplaintState, now: Instant): readonly Ask[] =>
  doing[reason](state, now);
