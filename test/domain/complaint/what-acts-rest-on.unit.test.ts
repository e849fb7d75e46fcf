import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { notices } from '../../../src/domain/complaint/rests-on.js';
import { instantOf, millisecondsOf } from '../../../src/domain/index.js';
import { complaint } from '../../../src/domain/complaint/decider.js';
import {
  acknowledge,
  answerAuthorityRequirement,
  assignedTo,
  assignTechnician,
  asTechnicalLead,
  cancelVisit,
  causeVerified,
  circumstances,
  close,
  communicateFolio,
  completeVisit,
  disputeRestoration,
  escalate,
  failVisit,
  file,
  filed,
  filedRequest,
  folio,
  folioTold,
  giveBackCase,
  given,
  happened,
  hours,
  issueCertificate,
  liftLegalHold,
  noFaultFound,
  notifyUser,
  notifyVisit,
  on,
  openAuthorityProceeding,
  type Outcome,
  people,
  placeLegalHold,
  receiveAuthorityRequirement,
  reconnect,
  recordAuthorityHearing,
  recordDelivery,
  recordDeliveryFailure,
  type RecordedEvent,
  refuse,
  reopen,
  repair,
  repaired,
  reported,
  requestRestorationConfirmation,
  rescheduleVisit,
  resolveAuthorityProceeding,
  restorationConfirmed,
  rule,
  ruledDismissed,
  ruledUpheld,
  scheduleVisit,
  setAuthorityHearing,
  takeCase,
  verifyCause,
  withdraw,
} from '../../../src/testing/index.js';
import { asksOf, type Ask } from './support/asks.js';
import { dutifulAsks } from './support/diligence.js';
import { isAccepted, nextCircumstances, nowOf, start, step } from './support/walks.js';
import { timeOf } from '../../../src/domain/complaint/times.js';

const cs = people.customerService;
const later = { now: hours(100 * 24) };
const before = { ...later, occurredAt: hours(-40 * 24) };

describe('No act lies before the receipt of its request', () => {
  const story = given(filed(), assignedTo('rt-1'));

  it.each([
    ['a closing', close(), cs],
    ['a withdrawal', withdraw(), people.user],
    ['an escalation', escalate(), people.user],
    ['an assignment', assignTechnician({ technician: 'rt-2' }), cs],
    ['a verified cause', verifyCause(), asTechnicalLead('rt-1')],
  ])('%s of 40 days before it is refused (glpi#17701)', (_name, command, by) => {
    story.when(command, by, before).isRejected('before-receipt', {
      occurredAt: before.occurredAt,
      receivedAt: hours(0),
    });
  });

  it('an act of whatever time at or after the receipt is not refused for its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (minutes) => {
        const at = { ...later, occurredAt: hours(minutes / 60) };
        const outcome = given(filed()).when(withdraw(), people.user, at);
        if (minutes < 0) outcome.isRejected('before-receipt');
        else outcome.emitsOnly('Withdrawn');
      }),
    );
  });

  it('nor is the user told before it, by the time that the notice itself gives', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), reported('no-repair-needed'), ruledDismissed())
      .when(notifyUser({ sentAt: hours(-1) }), cs)
      .isRejected('before-receipt');
  });

  it('what an import brings keeps the times of its log', () => {
    story.when(withdraw(), people.user, { ...before, imported: true }).emitsOnly('Withdrawn');
  });
});

describe('No act lies before what it rests on', () => {
  it('a ruling before its cause', () => {
    given(filed(), assignedTo('rt-1'), on(hours(5), causeVerified()))
      .when(rule(), people.rulingOfficer, { ...later, occurredAt: hours(4) })
      .isRejected('before-what-it-rests-on', {
        event: 'Ruled',
        occurredAt: hours(4),
        restsOn: 'CauseVerified',
        restsOnAt: hours(5),
      });
  });

  it('a notice before its ruling, an ending before the final word', () => {
    const told = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      on(hours(6), ruledDismissed()),
    ];
    given(...told)
      .when(notifyUser({ sentAt: hours(5) }), cs)
      .isRejected('before-what-it-rests-on', {
        event: 'UserNotified',
        occurredAt: hours(5),
        restsOn: 'Ruled',
        restsOnAt: hours(6),
      });
    given(...told)
      .when(notifyUser({ sentAt: hours(8) }), cs)
      .when(close(), cs, { ...later, occurredAt: hours(7) })
      .isRejected('before-what-it-rests-on')
      .when(close(), cs, { ...later, occurredAt: hours(8) })
      .emitsOnly('Closed');
  });

  it('service back before the failure began is no restoration, however the two are told', () => {
    const story = given(filed(), assignedTo('rt-1'), causeVerified({ affectedFrom: hours(-2) }));
    story
      .when(repair({ restoredAt: hours(-3) }), asTechnicalLead('rt-1'))
      .isRejected('restored-before-affected');
    story
      .when(repair({ restoredAt: hours(6) }), asTechnicalLead('rt-1'))
      .when(verifyCause({ affectedFrom: hours(7) }), asTechnicalLead('rt-1'))
      .isRejected('restored-before-affected', { restoredAt: hours(6), affectedFrom: hours(7) });
  });

  it('what is content may lie before the receipt: affected from, and service that an outage gave back', () => {
    given(filed(), assignedTo('rt-1'))
      .when(verifyCause({ affectedFrom: hours(-5) }), asTechnicalLead('rt-1'))
      .emitsOnly('CauseVerified')
      .when(repair({ restoredAt: hours(-1) }), asTechnicalLead('rt-1'))
      .emitsOnly('Repaired');
  });
});

describe('An act on one of several rests on that one', () => {
  const lead = asTechnicalLead('rt-1');
  const arranged = given(filed(), assignedTo('rt-1')).when(
    scheduleVisit({ window: { from: hours(30), to: hours(34) } }),
    cs,
    { occurredAt: hours(10), now: hours(10) },
  );
  const told = arranged.when(notifyVisit({ visit: 1, notifiedAt: hours(20) }), cs, {
    occurredAt: hours(20),
    now: hours(20),
  });
  const now = hours(40);

  it('a notice of a visit not before the visit was arranged, or moved', () => {
    arranged
      .when(notifyVisit({ visit: 1, notifiedAt: hours(9) }), cs, { now })
      .isRejected('before-what-it-rests-on', {
        event: 'VisitNotified',
        occurredAt: hours(9),
        restsOn: 'VisitScheduled',
        restsOnAt: hours(10),
      });
    arranged
      .when(rescheduleVisit({ visit: 1, window: { from: hours(32), to: hours(36) }, by: 'provider' }), cs, {
        occurredAt: hours(22),
        now: hours(22),
      })
      .when(notifyVisit({ visit: 1, notifiedAt: hours(21) }), cs, { now })
      .isRejected('before-what-it-rests-on');
  });

  it('an arrival not before the visit was arranged, announced or not', () => {
    arranged
      .when(completeVisit({ visit: 1, startedAt: hours(9), endedAt: hours(31), unannounced: true }), lead, {
        now,
      })
      .isRejected('before-what-it-rests-on', {
        event: 'VisitCompleted',
        occurredAt: hours(9),
        restsOn: 'VisitScheduled',
        restsOnAt: hours(10),
      })
      .when(completeVisit({ visit: 1, startedAt: hours(10), endedAt: hours(31), unannounced: true }), lead, {
        now,
      })
      .emitsOnly('VisitCompleted');
  });

  it('a failed visit, and a cancelled one, not before the visit was arranged', () => {
    arranged
      .when(failVisit({ visit: 1, reason: 'provider-missed', failedAt: hours(9) }), cs, { now })
      .isRejected('before-what-it-rests-on')
      .when(cancelVisit({ visit: 1, by: 'provider' }), cs, { now, occurredAt: hours(9) })
      .isRejected('before-what-it-rests-on');
  });

  it('another visit that was arranged later does not bind an act on one of several', () => {
    const window = { from: hours(50), to: hours(54) };
    arranged
      .when(scheduleVisit({ window }), cs, { occurredAt: hours(25), now: hours(25) })
      .when(notifyVisit({ visit: 1, notifiedAt: hours(20) }), cs, { now })
      .emitsOnly('VisitNotified');
  });

  it('a proof of delivery not before that very notice was sent', () => {
    const notice = 4;
    told.state(({ sent }) => expect(sent).toContain(notice));
    for (const proof of [
      recordDelivery({ notice, deliveredAt: hours(19) }),
      recordDeliveryFailure({ notice, failedAt: hours(19) }),
    ])
      told.when(proof, cs, { now }).isRejected('before-what-it-rests-on');
    told
      .when(communicateFolio({ communicatedAt: hours(26) }), cs, { now })
      .when(recordDelivery({ notice, deliveredAt: hours(21) }), cs, { now })
      .emitsOnly('NotificationDelivered');
  });

  it('an authority’s resolution not before its own case was opened, a hold not lifted before it was placed', () => {
    const legal = people.legal;
    const at = (hour: number) => ({ occurredAt: hours(hour), now });
    given(filed())
      .when(openAuthorityProceeding({ reference: 'PFC-1' }), legal, at(10))
      .when(openAuthorityProceeding({ reference: 'PFC-2' }), legal, at(20))
      .when(resolveAuthorityProceeding({ reference: 'PFC-2' }), people.authority, at(15))
      .isRejected('before-what-it-rests-on')
      .when(resolveAuthorityProceeding({ reference: 'PFC-1' }), people.authority, at(15))
      .emitsOnly('AuthorityResolved');
    given(filed())
      .when(placeLegalHold(), legal, at(10))
      .when(liftLegalHold(), legal, at(9))
      .isRejected('before-what-it-rests-on');
  });

  it('a case is not given back before it was taken', () => {
    given(filed())
      .when(takeCase(), cs, { occurredAt: hours(10), now })
      .when(giveBackCase(), cs, { occurredAt: hours(9), now })
      .isRejected('before-what-it-rests-on');
  });
});

describe('What is told late is not told as older than what it rests on', () => {
  const late = { now: hours(200) };
  const isEarlier = ({ decision }: Outcome, details: object) => {
    expect(decision).toMatchObject({ ok: false, code: 'before-what-it-rests-on', details });
  };
  const legal = people.legal;
  const day = (count: number) => ({ ...late, occurredAt: hours(count * 24) });
  const registeredLate = given()
    .when(file({ receivedAt: hours(0) }), cs, { occurredAt: hours(0), now: hours(96) })
    .when(communicateFolio({ communicatedAt: hours(97) }), cs, late);
  const registered = given(
    filed(),
    on(hours(96), {
      event: happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(96) }),
      by: cs,
    }),
  );
  const repairedTold = [
    filed(),
    folioTold(),
    assignedTo('rt-1'),
    causeVerified(),
    on(hours(40), repaired({ restoredAt: hours(30) })),
    on(hours(41), reported()),
  ];
  const ended = given(filed(), assignedTo('rt-1')).when(withdraw(), people.user, day(2));
  const anew = ended.when(reopen({ reason: 'closed-by-mistake' }), cs, day(4));
  const before = given(filed())
    .when(
      openAuthorityProceeding({ authority: 'PROFECO', reference: 'PFC-1', hearingAt: hours(150) }),
      legal,
      day(2),
    )
    .when(receiveAuthorityRequirement({ reference: 'PFC-1', dueAt: hours(150) }), legal, day(3))
    .when(receiveAuthorityRequirement({ reference: 'PFC-1', dueAt: hours(150) }), legal, day(5));

  it('a paper form’s folio is told, acknowledged and certified once it has one (O-17)', () => {
    registeredLate.emitsOnly('FolioCommunicated');
    for (const early of [
      communicateFolio({ communicatedAt: hours(24) }),
      acknowledge({ sentAt: hours(24) }),
      issueCertificate({ issuedAt: hours(24) }),
    ])
      isEarlier(registered.when(early, cs, late), {
        restsOn: 'FolioAssigned',
        restsOnAt: hours(96),
      });
  });

  it.each([
    ['a withdrawal', withdraw(), people.user],
    ['a refusal at the door', refuse(), cs],
  ])('%s between an ending and the reopening is none of the reopened request', (_name, command, by) => {
    isEarlier(anew.when(command, by, day(3)), { restsOn: 'Reopened' });
  });

  it('no appeal against a ruling comes before it, but the user may go up for another reason', () => {
    const ruled = given(
      filed(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      on(hours(72), ruledDismissed()),
    );
    isEarlier(ruled.when(escalate({ level: 1, trigger: 'deadlock' }), people.user, day(2)), {
      event: 'Escalated',
      restsOn: 'Ruled',
      restsOnAt: hours(72),
    });
    ruled.when(escalate({ level: 1, trigger: 'user' }), people.user, day(2)).emitsOnly('Escalated');
  });

  it('a user is asked, and says, whether service is back that was back by then, whenever the lead typed it in', () => {
    const story = given(...repairedTold);
    isEarlier(story.when(requestRestorationConfirmation({ requestedAt: hours(29) }), cs, late), {
      restsOn: 'Repaired',
      restsOnAt: hours(30),
    });
    isEarlier(story.when(disputeRestoration({ disputedAt: hours(29) }), people.user, late), {
      restsOn: 'Repaired',
      restsOnAt: hours(30),
    });
    story
      .when(requestRestorationConfirmation({ requestedAt: hours(31) }), cs, late)
      .when(disputeRestoration({ disputedAt: hours(32) }), people.user, late)
      .emitsOnly('RestorationDisputed');
  });

  it('nothing of a proceeding comes before it was opened, and no answer before what it answers', () => {
    isEarlier(
      before.when(receiveAuthorityRequirement({ reference: 'PFC-1', dueAt: hours(150) }), legal, day(1)),
      { restsOn: 'AuthorityProceedingOpened' },
    );
    before
      .when(setAuthorityHearing({ reference: 'PFC-1', hearingAt: hours(120) }), legal, day(1))
      .isRejected('before-what-it-rests-on');
    before
      .when(recordAuthorityHearing({ reference: 'PFC-1', heldAt: hours(24) }), legal, late)
      .isRejected('before-what-it-rests-on');
    const answer = (requirement: number, answeredAt: number) =>
      before.when(
        answerAuthorityRequirement({ reference: 'PFC-1', requirement, answeredAt: hours(answeredAt) }),
        legal,
        late,
      );
    isEarlier(answer(1, 71), {
      restsOn: 'AuthorityRequirementReceived',
      restsOnAt: hours(72),
    });
    answer(1, 73).emitsOnly('AuthorityRequirementAnswered');
    isEarlier(answer(2, 73), { restsOnAt: hours(120) });
  });

  it('a reconnection, a hearing and an answer have their own times, which lie after the receipt', () => {
    given(filed(), { event: happened('SuspensionCured', { curedAt: hours(-30) }), by: cs })
      .when(reconnect({ reconnectedAt: hours(-24) }), cs, late)
      .isRejected('before-receipt');
    before
      .when(answerAuthorityRequirement({ reference: 'PFC-1', answeredAt: hours(-1) }), legal, late)
      .isRejected('before-receipt');
    before
      .when(recordAuthorityHearing({ reference: 'PFC-1', heldAt: hours(-1) }), legal, late)
      .isRejected('before-receipt');
    before
      .when(recordAuthorityHearing({ reference: 'PFC-1', heldAt: hours(150) }), legal, late)
      .state(({ happened: known }) => expect(known['AuthorityProceedingOpened']).toBe(hours(48)));
  });
});

describe('An event has the time of its own fact', () => {
  it('a paper form of the 20th that is registered on the 24th got its folio on the 24th (osTicket#5786)', () => {
    given()
      .when(file({ receivedAt: hours(0) }), cs, { occurredAt: hours(0), now: hours(96) })
      .state(({ filing }) => expect(filing?.receivedAt).toBe(hours(0)))
      .emitsOnly('Filed', 'FolioAssigned');
    const context = circumstances(cs, { occurredAt: hours(0), now: hours(96) });
    const assigned = happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(96) });
    expect(timeOf(assigned, context)).toBe(hours(96));
    expect(timeOf(happened('Filed', filedRequest()), context)).toBe(hours(0));
  });

  it('a notice is dated when it was sent, not when that was typed in', () => {
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported('repaired'),
      restorationConfirmed(),
      ruledUpheld(),
    )
      .when(notifyUser({ sentAt: hours(8) }), cs, { occurredAt: hours(50) })
      .state(({ happened }) => expect(happened['UserNotified']).toBe(hours(8)));
  });
});

/** What must hold of a whole life, said once more without the table: each pair, and what the two are about. */
const pairs: readonly (readonly [string, string, ((data: object) => unknown)?])[] = [
  ['Ruled', 'CauseVerified'],
  ['UserNotified', 'Ruled'],
  ['Escalated', 'Ruled'],
  ['Escalated', 'PenaltyRuled'],
  ['RestorationConfirmed', 'RestorationConfirmationRequested'],
  ['CompensationGranted', 'CompensationAssessed'],
  ['CompensationCredited', 'CompensationGranted'],
  ['Closed', 'UserNotified'],
  ['Closed', 'AnswerProvided'],
  ['Reopened', 'Closed'],
  ['Reopened', 'Withdrawn'],
  ['Resumed', 'PutOnHold'],
  ['FolioCommunicated', 'FolioAssigned'],
  ['AcknowledgementSent', 'FolioAssigned'],
  ['CertificateIssued', 'FolioAssigned'],
  ['Withdrawn', 'Reopened'],
  ['NotAccepted', 'Reopened'],
  ['Lapsed', 'Reopened'],
  ['MarkedDuplicate', 'Reopened'],
  ['AnswerProvided', 'Reopened'],
  ['NothingDue', 'CauseVerified'],
  ...[
    'AuthorityRequirementReceived',
    'AuthorityRequirementAnswered',
    'AuthorityHearingSet',
    'AuthorityHearingHeld',
  ].map((act): readonly [string, string, (data: object) => unknown] => [
    act,
    'AuthorityProceedingOpened',
    (data) => ('reference' in data ? data.reference : undefined),
  ]),
  ...['VisitNotified', 'VisitRescheduled', 'VisitCompleted', 'VisitFailed', 'VisitCancelled'].flatMap((act) =>
    ['VisitScheduled', 'VisitRescheduled'].map(
      (basis): readonly [string, string, (data: object) => unknown] => [
        act,
        basis,
        (data) => ('visit' in data ? data.visit : undefined),
      ],
    ),
  ),
];

/** The user does not accept what was ruled, at any level of the house. */
const appeals: readonly Ask[] = ([1, 2, 3] as const).map((level) => ({
  command: escalate({ level, trigger: 'deadlock' }),
  by: people.user,
}));

/** A life in which everything may be told late: each act is dated up to three days before it is told. */
const lateLives = fc
  .array(fc.record({ drawn: fc.nat({ max: 9_999 }), late: fc.integer({ min: 0, max: 72 }) }), {
    minLength: 15,
    maxLength: 45,
  })
  .map((draws) =>
    draws.reduce((walk, { drawn, late }) => {
      const at = instantOf(millisecondsOf(nowOf(walk)) - late * 1_800_000);
      const dutiful = dutifulAsks(walk.state, at);
      const asks = dutiful.length > 0 && drawn % 4 > 0 ? dutiful : [...asksOf(walk.state, at), ...appeals];
      const first = drawn % asks.length;
      const inTurn = [...asks.slice(first), ...asks.slice(0, first)];
      const isTaken = (ask: Ask) =>
        complaint.decide(ask.command, walk.state, { ...nextCircumstances(walk, ask), occurredAt: at }).ok;
      const ask = inTurn.find(isTaken) ?? inTurn.find((each) => isAccepted(walk, each));
      return ask === undefined ? walk : step(walk, ask, isTaken(ask) ? { occurredAt: at } : {});
    }, start),
  )
  .map((life) => ({ ...life, [fc.toStringMethod]: () => life.events.map(({ type }) => type).join(' ') }));

/** What corrects the record is as old as what it corrects, the reopening that follows from it included. */
const isCorrecting = (act: RecordedEvent): boolean =>
  act.type === 'Reopened' && act.data.reason === 'corrected';

/** A user may go up for another reason than the ruling, at whatever time. */
const restsOnNothing = (act: RecordedEvent): boolean =>
  act.type === 'Escalated' && act.data.trigger !== 'deadlock';

const actAt = ({ type, data, recorded: { occurredAt } }: RecordedEvent): string =>
  type === 'VisitCompleted' ? data.startedAt : occurredAt;

describe('Over random lives in which anything may be told late', () => {
  it('no act is before its receipt', () => {
    fc.assert(
      fc.property(lateLives, ({ events }) => {
        const [first] = events;
        if (first?.type !== 'Filed') return;
        for (const { type, recorded } of events)
          expect([type, recorded.occurredAt >= first.data.receivedAt]).toEqual([type, true]);
      }),
      { numRuns: 150 },
    );
  });

  it('no act is before what it rests on, nor a proof of delivery before its notice', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(lateLives, ({ events }) => {
        events.forEach((act, index) => {
          if (act.type === 'NotificationDelivered' || act.type === 'NotificationFailed') {
            const notice = events[act.data.notice];
            met.add(act.type);
            expect(notices).toContain(notice?.type);
            expect([act.type, actAt(act) >= (notice?.recorded.occurredAt ?? '9')]).toEqual([act.type, true]);
          }
          for (const [type, restsOn, about] of pairs) {
            if (act.type !== type || isCorrecting(act) || restsOnNothing(act)) continue;
            const last = events
              .slice(0, index)
              .findLast((one) => one.type === restsOn && about?.(one.data) === about?.(act.data));
            if (last === undefined) continue;
            met.add(`${type} ${restsOn}`);
            expect([type, restsOn, actAt(act) >= last.recorded.occurredAt]).toEqual([type, restsOn, true]);
          }
        });
      }),
      { numRuns: 250, seed: 7 },
    );
    for (const named of [
      'Ruled CauseVerified',
      'Escalated Ruled',
      'VisitCompleted VisitScheduled',
      'NotificationDelivered',
    ])
      expect(met).toContain(named);
  });
});
