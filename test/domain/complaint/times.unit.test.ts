import { describe, expect, it } from '@jest/globals';
import type { ComplaintCommand, ComplaintCommands, Instant } from '../../../src/domain/index.js';
import * as ask from '../../../src/testing/builders-commands.js';
import {
  aMinuteAfter,
  answered,
  assignedTo,
  type By,
  causeVerified,
  filed,
  filedAs,
  given,
  happened,
  hours,
  people,
  repaired,
  reported,
  restorationConfirmed,
  routedTo,
  ruledUpheld,
  type Step,
} from '../../../src/testing/index.js';

type InstantsOf<Data> = {
  [Field in keyof Data]-?: [NonNullable<Data[Field]>] extends [never]
    ? never
    : NonNullable<Data[Field]> extends Instant
      ? Field
      : never;
}[keyof Data];

interface Past {
  readonly steps: readonly Step[];
  readonly by: By;
  readonly saying: (at: Instant) => ComplaintCommand;
  readonly code?: 'received-in-future';
  /** The last moment that is taken, where that is not the clock's: a period of no length is none. */
  readonly last?: Instant;
}

/** What is announced, or fixed by a person: it lies ahead as a rule. */
const ahead = 'may lie ahead';

/** Every instant of every command has a line here: one that is missing does not compile. */
type Table = {
  readonly [C in keyof ComplaintCommands as [InstantsOf<ComplaintCommands[C]>] extends [never] ? never : C]: {
    readonly [F in InstantsOf<ComplaintCommands[C]>]: Past | typeof ahead;
  };
};

const cs = people.customerService;
const lead = people.technicalLead;
const now = hours(24);
const faulty = [
  filed(),
  assignedTo('rt-1'),
  causeVerified({ attribution: 'provider', affectedFrom: hours(0) }),
];
const mended = [...faulty, repaired(), reported()];
const tellable = [...mended, restorationConfirmed(), ruledUpheld()];
const inquiry = [filedAs('inquiry')];
const notified = [
  ...faulty,
  {
    event: happened('VisitScheduled', {
      visit: 1,
      visitor: 'rt-1',
      window: { from: hours(20), to: hours(40) },
      purpose: 'inspection',
    }),
    by: cs,
  },
  { event: happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(2) }), by: cs },
] as const;
const scheduled = [
  filed(),
  {
    event: happened('VisitScheduled', {
      visit: 1,
      visitor: 'rt-1',
      window: { from: hours(30), to: hours(40) },
      purpose: 'inspection',
    }),
    by: cs,
  },
] as const;
const cured = { event: happened('SuspensionCured', { curedAt: hours(1) }), by: cs };
const granted = {
  event: happened('CompensationGranted', {
    proportionalRefund: { amount: 100, currency: 'MXN' },
    bonus: { amount: 20, currency: 'MXN' },
    reason: 'goodwill',
  }),
  by: people.billing,
};
const missed = {
  event: happened('VisitFailed', { visit: 1, reason: 'provider-missed', failedAt: hours(21) }),
  by: cs,
};
/** The inquiry is filed and numbered by the first two events; its answer is the third. */
const proceeding = {
  event: happened('AuthorityProceedingOpened', {
    authority: 'PROFECO',
    reference: 'PFC-1',
    hearingAt: hours(96),
  }),
  by: people.legal,
};
const required = {
  event: happened('AuthorityRequirementReceived', {
    authority: 'PROFECO',
    requirement: 1,
    reference: 'PFC-1',
    dueAt: hours(72),
  }),
  by: people.legal,
};
const lapsed = { event: happened('Lapsed', { reason: 'no-answer' }), by: people.system };
const agreed = {
  event: happened('AuthorityResolved', { authority: 'PROFECO', reference: 'PFC-1', outcome: 'agreement' }),
  by: people.legal,
};
const conciliated = {
  event: happened('ConciliationRecorded', { outcome: 'agreed' }),
  by: people.competentArea,
};
const told = [...inquiry, answered()];
const notice = 2;
const delivered = {
  event: happened('NotificationDelivered', {
    notice,
    final: true,
    channel: 'email',
    deliveredAt: hours(3),
  }),
  by: cs,
};

const table: Table = {
  file: {
    receivedAt: {
      steps: [],
      by: people.user,
      saying: (receivedAt) => ask.file({ receivedAt }),
      code: 'received-in-future',
    },
  },
  communicateFolio: {
    communicatedAt: {
      steps: [filed()],
      by: cs,
      saying: (communicatedAt) => ask.communicateFolio({ communicatedAt }),
    },
  },
  acknowledge: { sentAt: { steps: [filed()], by: cs, saying: (sentAt) => ask.acknowledge({ sentAt }) } },
  issueCertificate: {
    issuedAt: { steps: [filed()], by: cs, saying: (issuedAt) => ask.issueCertificate({ issuedAt }) },
  },
  recordStatement: {
    statedAt: { steps: [filed()], by: people.user, saying: (statedAt) => ask.recordStatement({ statedAt }) },
  },
  recordContact: {
    contactedAt: { steps: [filed()], by: cs, saying: (contactedAt) => ask.recordContact({ contactedAt }) },
  },
  notifyVisit: {
    notifiedAt: { steps: scheduled, by: cs, saying: (notifiedAt) => ask.notifyVisit({ notifiedAt }) },
  },
  completeVisit: {
    startedAt: {
      steps: notified,
      by: lead,
      saying: (startedAt) => ask.completeVisit({ startedAt, endedAt: now }),
    },
    endedAt: {
      steps: notified,
      by: lead,
      saying: (endedAt) => ask.completeVisit({ startedAt: hours(21), endedAt }),
    },
  },
  correctResolution: {
    resolvedAt: {
      steps: [
        filed(),
        proceeding,
        {
          event: happened('AuthorityResolved', {
            authority: 'PROFECO',
            reference: 'PFC-1',
            outcome: 'for-provider',
          }),
          by: people.legal,
        },
      ],
      by: people.legal,
      saying: (resolvedAt) => ask.correctResolution({ resolvedAt }),
    },
    dueAt: ahead,
  },
  correctVisit: {
    startedAt: {
      steps: [...notified, missed],
      by: cs,
      saying: (startedAt) => ask.correctVisit({ outcome: 'completed', startedAt, endedAt: startedAt }),
    },
    endedAt: {
      steps: [...notified, missed],
      by: cs,
      saying: (endedAt) => ask.correctVisit({ outcome: 'weather', endedAt }),
    },
  },
  failVisit: {
    failedAt: { steps: notified, by: lead, saying: (failedAt) => ask.failVisit({ failedAt }) },
  },
  verifyCause: {
    affectedFrom: {
      steps: [filed(), assignedTo('rt-1')],
      by: lead,
      saying: (affectedFrom) => ask.verifyCause({ affectedFrom }),
    },
  },
  correctCause: {
    affectedFrom: { steps: faulty, by: lead, saying: (affectedFrom) => ask.correctCause({ affectedFrom }) },
  },
  correctRestoration: {
    restoredAt: { steps: mended, by: lead, saying: (restoredAt) => ask.correctRestoration({ restoredAt }) },
  },
  correctCancellation: { effectiveAt: ahead },
  repair: { restoredAt: { steps: faulty, by: lead, saying: (restoredAt) => ask.repair({ restoredAt }) } },
  requestRestorationConfirmation: {
    requestedAt: {
      steps: mended,
      by: cs,
      saying: (requestedAt) => ask.requestRestorationConfirmation({ requestedAt }),
    },
  },
  confirmRestoration: {
    confirmedAt: {
      steps: mended,
      by: people.user,
      saying: (confirmedAt) => ask.confirmRestoration({ confirmedAt }),
    },
  },
  disputeRestoration: {
    disputedAt: {
      steps: mended,
      by: people.user,
      saying: (disputedAt) => ask.disputeRestoration({ disputedAt }),
    },
  },
  assessCompensation: {
    from: {
      steps: faulty,
      by: people.system,
      saying: (from) => ask.assessCompensation({ from, to: now }),
      last: hours(0),
    },
    to: { steps: faulty, by: people.system, saying: (to) => ask.assessCompensation({ to }) },
  },
  grantCompensation: { billingCutoff: ahead },
  creditCompensation: {
    creditedAt: {
      steps: [filed(), granted],
      by: people.billing,
      saying: (creditedAt) => ask.creditCompensation({ creditedAt }),
    },
  },
  correctCredit: {
    creditedAt: {
      steps: [
        filed(),
        granted,
        {
          event: happened('CompensationCredited', { creditedAt: hours(14), reason: 'goodwill' }),
          by: people.billing,
        },
      ],
      by: people.billing,
      saying: (creditedAt) => ask.correctCredit({ credited: true, creditedAt }),
    },
  },
  notifyUser: { sentAt: { steps: tellable, by: cs, saying: (sentAt) => ask.notifyUser({ sentAt }) } },
  recordDelivery: {
    deliveredAt: {
      steps: told,
      by: cs,
      saying: (deliveredAt) => ask.recordDelivery({ notice, deliveredAt }),
    },
  },
  correctDelivery: {
    deliveredAt: {
      steps: [...told, delivered],
      by: cs,
      saying: (deliveredAt) => ask.correctDelivery({ delivered: true, deliveredAt }),
    },
  },
  recordDeliveryFailure: {
    failedAt: { steps: told, by: cs, saying: (failedAt) => ask.recordDeliveryFailure({ notice, failedAt }) },
  },
  provideAnswer: {
    answeredAt: { steps: inquiry, by: cs, saying: (answeredAt) => ask.provideAnswer({ answeredAt }) },
  },
  executeCancellation: { effectiveAt: ahead },
  cureSuspension: {
    curedAt: { steps: [filed()], by: cs, saying: (curedAt) => ask.cureSuspension({ curedAt }) },
  },
  reconnect: {
    reconnectedAt: {
      steps: [filed(), cured],
      by: cs,
      saying: (reconnectedAt) => ask.reconnect({ reconnectedAt }),
    },
  },
  escalate: { dueAt: ahead },
  openAuthorityProceeding: { hearingAt: ahead },
  receiveAuthorityRequirement: { dueAt: ahead },
  setAuthorityHearing: { hearingAt: ahead },
  answerAuthorityRequirement: {
    answeredAt: {
      steps: [filed(), proceeding, required],
      by: people.legal,
      saying: (answeredAt) => ask.answerAuthorityRequirement({ answeredAt }),
    },
  },
  recordAuthorityHearing: {
    heldAt: {
      steps: [filed(), proceeding],
      by: people.legal,
      saying: (heldAt) => ask.recordAuthorityHearing({ heldAt }),
    },
  },
  warnOfDeadline: { dueAt: ahead },
  giveFurtherNotice: {
    sentAt: {
      steps: [filed(), lapsed],
      by: cs,
      saying: (sentAt) => ask.giveFurtherNotice({ sentAt }),
    },
  },
  recordConciliation: { dueAt: ahead },
  correctConciliation: { dueAt: ahead },
  resolveAuthorityProceeding: { dueAt: ahead },
  carryOutAgreement: {
    carriedOutAt: {
      steps: [filedAs('complaint'), routedTo('billing', 'conciliation'), conciliated],
      by: people.competentArea,
      saying: (carriedOutAt) => ask.carryOutAgreement({ carriedOutAt }),
    },
  },
  answerArco: {
    answeredAt: {
      steps: [
        filed(),
        { event: happened('ArcoRequested', { right: 'access', request: 1 }), by: people.user },
      ],
      by: people.legal,
      saying: (answeredAt) => ask.answerArco({ answeredAt }),
    },
  },
  carryOutResolution: {
    carriedOutAt: {
      steps: [filed(), proceeding, agreed],
      by: people.legal,
      saying: (carriedOutAt) => ask.carryOutResolution({ carriedOutAt }),
    },
  },
  recordBreach: { dueAt: ahead },
};

const lines = Object.entries(table).flatMap(([command, fields]) =>
  Object.entries<Past | typeof ahead>(fields).flatMap(([field, line]) =>
    line === ahead ? [] : [{ command, field, ...line }],
  ),
);

describe('A time that says when something happened lies before the clock (I-19)', () => {
  it.each(lines)(
    '$command, $field: the present is taken, the future is not',
    ({ steps, by, saying, code, last }) => {
      const story = given(...steps);
      expect(story.when(saying(last ?? now), by, { now }).decision).toMatchObject({ ok: true });
      expect(story.when(saying(aMinuteAfter(now)), by, { now }).decision).toMatchObject({
        ok: false,
        code: code ?? 'occurred-in-future',
      });
    },
  );
});
