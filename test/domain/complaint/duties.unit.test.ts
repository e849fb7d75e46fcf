import { describe, expect, it } from '@jest/globals';
import { dutyRules } from '../../../src/domain/complaint/duties.js';
import { takenAfterTheEnd } from '../../../src/domain/complaint/after-the-end.js';
import { dutyLabels } from '../../../src/domain/texts/labels/duties.js';
import {
  dutiesOf,
  kinds,
  type ComplaintCommandType,
  type Duties,
  type Holders,
} from '../../../src/domain/complaint/index.js';
import { initialCard } from '../../../src/domain/complaint/card.js';
import { dutyDueAt } from '../../../src/domain/complaint/duty-dates.js';
import {
  answerAuthorityRequirement,
  answered,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asRulingOfficer,
  assessCompensation,
  assignedTo,
  cancellationExecuted,
  causeVerified,
  close,
  communicateFolio,
  creditCompensation,
  declareNothingDue,
  escalate,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folioTold,
  giveBackCase,
  giveFurtherNotice,
  given,
  grantCompensation,
  happened,
  hours,
  noFaultFound,
  openAuthorityProceeding,
  people,
  provideAnswer,
  putOnHold,
  receiveAuthorityRequirement,
  recordAuthorityHearing,
  refuse,
  reopen,
  repaired,
  reported,
  reportRepair,
  requestInformation,
  requestRestorationConfirmation,
  requestVisit,
  restorationConfirmed,
  restorationDisputed,
  routedTo,
  rule,
  ruledDismissed,
  ruledUpheld,
  scheduleVisit,
  setAuthorityHearing,
  type Step,
  takeCase,
  userNotified,
  usualTerms,
} from '../../../src/testing/index.js';

const cs = people.customerService;

/** Who has what to do after these steps; those who have nothing to do are left out. */
const after = (...steps: readonly Step[]) => dutiesIn(given(...steps).state);

const dutiesIn = (known: Parameters<typeof dutiesOf>[0]) =>
  Object.fromEntries(Object.entries(dutiesOf(known)).filter(([, reasons]) => reasons.length > 0));

describe('A fault goes from hand to hand (O-18..O-27)', () => {
  const steps: readonly (readonly [Step, Partial<Duties>])[] = [
    [filed(), { 'customer-service': ['tell-folio', 'assign-technician'] }],
    [folioTold(), { 'customer-service': ['assign-technician'] }],
    [assignedTo('rt-1'), { 'technical-lead': ['verify-cause'] }],
    [causeVerified(), { 'technical-lead': ['repair'], 'ruling-officer': ['rule'] }],
    [repaired(), { 'technical-lead': ['report-repair'], 'ruling-officer': ['rule'] }],
    [reported(), { 'customer-service': ['check-restoration'], 'ruling-officer': ['rule'] }],
    [restorationConfirmed(), { 'ruling-officer': ['rule'] }],
    [ruledUpheld(), { 'customer-service': ['notify-user'] }],
    [userNotified(), { 'customer-service': ['close'] }],
    [{ event: happened('Closed', { reason: 'notified' }), by: cs }, {}],
  ];

  it.each(steps.map(([, duties], index) => [index + 1, duties] as const))(
    'after step %i: %j',
    (count, duties) => {
      expect(after(...steps.slice(0, count).map(([step]) => step))).toEqual(duties);
    },
  );

  it('without a repair where nothing was found', () => {
    const nothing = [filed(), folioTold(), assignedTo('rt-1'), noFaultFound()];
    expect(after(...nothing)).toEqual({ 'technical-lead': ['report-repair'], 'ruling-officer': ['rule'] });
    expect(after(...nothing, reported('no-repair-needed'))).toEqual({ 'ruling-officer': ['rule'] });
    expect(after(...nothing, reported('no-repair-needed'), ruledDismissed())).toEqual({
      'customer-service': ['notify-user'],
    });
    expect(after(...nothing, ruledDismissed())).toEqual({ 'technical-lead': ['report-repair'] });
  });

  it('without a restoration where it is impossible', () => {
    const impossible = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      reported('repair-impossible'),
    ];
    expect(after(...impossible)).toEqual({ 'ruling-officer': ['rule'] });
    expect(after(...impossible, ruledUpheld())).toEqual({ 'customer-service': ['notify-user'] });
  });

  it('back to the technical lead where the user disputes the repair', () => {
    const disputed = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationDisputed(),
    ];
    expect(after(...disputed)).toEqual({ 'technical-lead': ['repair'], 'ruling-officer': ['rule'] });
    expect(after(...disputed, repaired())).toEqual({
      'technical-lead': ['report-repair'],
      'ruling-officer': ['rule'],
    });
  });

  it('the answer of the user is waited for while they are asked whether it works', () => {
    given(filed(), folioTold(), assignedTo('rt-1'), causeVerified(), repaired(), reported())
      .when(requestRestorationConfirmation(), cs)
      .leaves({ 'customer-service': ['await-confirmation'] });
  });
});

describe('A technical complaint is routed first (O-31)', () => {
  it('a technical complaint is ruled on only once it was routed', () => {
    expect(after(filedTechnicalComplaint(), folioTold())).toEqual({
      'customer-service': ['route', 'assign-technician'],
    });
    expect(after(filedTechnicalComplaint(), folioTold(), assignedTo('rt-1'), causeVerified())).toEqual({
      'customer-service': ['route'],
      'technical-lead': ['repair'],
    });
    expect(after(filedTechnicalComplaint(), folioTold(), routedTo('network'))).toEqual({
      'customer-service': ['assign-technician'],
    });
  });
});

describe('On an area’s track the area verifies, rules and compensates', () => {
  it.each(['complaint', 'clarification'] as const)('a %s', (kind) => {
    const area = people.competentArea;
    const request = [filedAs(kind, { subject: 'attention' }), folioTold()];
    expect(after(...request)).toEqual({ 'customer-service': ['route'] });
    expect(after(...request, routedTo('billing'))).toEqual({ 'competent-area': ['verify-cause'] });
    expect(after(...request, routedTo('billing'), causeVerified({}, area))).toEqual({
      'competent-area': ['rule'],
    });
    expect(after(...request, routedTo('billing'), causeVerified({}, area), ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
    });
  });

  it('an undue charge, from the ruling that upholds the claim until it is refunded (I-16)', () => {
    const charged = [filedAs('clarification'), folioTold(), routedTo('billing')];
    const cause = causeVerified({ attribution: 'none' }, people.competentArea);
    expect(after(...charged, cause)).toEqual({ 'competent-area': ['rule'] });
    expect(after(...charged, cause, ruledDismissed())).toEqual({ 'customer-service': ['notify-user'] });
    expect(after(...charged, cause, ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
      billing: ['compensate'],
    });
    given(...charged, cause, ruledUpheld())
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .leaves({ 'customer-service': ['notify-user'], billing: ['credit'] })
      .when(creditCompensation({ creditedAt: hours(24) }), people.billing)
      .leaves({ 'customer-service': ['notify-user'], billing: [] });
  });

  it('a billing error that is the provider’s fault', () => {
    const owed = causeVerified({ attribution: 'provider', affectedFrom: hours(0) }, people.competentArea);
    expect(after(filedAs('complaint'), folioTold(), routedTo('billing'), owed, ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
      billing: ['compensate'],
    });
  });
});

describe('What has no ruling has an answer', () => {
  it.each(['inquiry', 'suggestion'] as const)('%s', (kind) => {
    expect(after(filedAs(kind), folioTold())).toEqual({ 'customer-service': ['answer'] });
    expect(after(filedAs(kind), folioTold(), answered())).toEqual({ 'customer-service': ['close'] });
  });

  it('a procedure is routed, then answered', () => {
    expect(after(filedAs('procedure'), folioTold())).toEqual({ 'customer-service': ['route'] });
    expect(after(filedAs('procedure'), folioTold(), routedTo('billing'))).toEqual({
      'customer-service': ['answer'],
    });
    expect(after(filedAs('procedure'), folioTold(), routedTo('billing'), assignedTo('rt-1'))).toEqual({
      'customer-service': ['answer'],
    });
    expect(after(filedAs('procedure'), folioTold(), answered())).toEqual({ 'customer-service': ['close'] });
  });

  it('a cancellation is routed, then executed', () => {
    expect(after(filedAs('cancellation'), folioTold())).toEqual({ 'customer-service': ['route'] });
    expect(after(filedAs('cancellation'), folioTold(), routedTo('billing'))).toEqual({
      'customer-service': ['execute-cancellation'],
    });
    expect(after(filedAs('cancellation'), folioTold(), cancellationExecuted())).toEqual({
      'customer-service': ['close'],
    });
  });
});

describe('Compensation is the area’s duty (I-16)', () => {
  const owed = causeVerified({ attribution: 'provider', affectedFrom: hours(0) });
  const repairedFault = [
    filed(),
    folioTold(),
    assignedTo('rt-1'),
    owed,
    repaired(),
    reported(),
    restorationConfirmed(),
  ];

  it('once the service is restored or cannot be', () => {
    expect(after(...repairedFault.slice(0, 4), ruledUpheld())).toEqual({ 'technical-lead': ['repair'] });
    expect(after(...repairedFault, ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
      billing: ['compensate'],
    });
    expect(after(...repairedFault.slice(0, 4), reported('repair-impossible'), ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
      billing: ['compensate'],
    });
  });

  it('nothing is closed before compensation is granted', () => {
    const said = given(...repairedFault, ruledUpheld(), userNotified());
    expect(after(...repairedFault, ruledUpheld(), userNotified())).toEqual({
      billing: ['compensate'],
    });
    said
      .when(assessCompensation(), people.system)
      .leaves({ 'customer-service': [], billing: ['compensate'] })
      .when(grantCompensation(), people.competentArea)
      .leaves({ 'customer-service': ['tell-user'], 'competent-area': [] })
      .when(giveFurtherNotice({ sentAt: hours(25) }), cs, { occurredAt: hours(25) })
      .leaves({ 'customer-service': ['close'], 'competent-area': [] })
      .when(creditCompensation({ creditedAt: hours(26) }), people.billing, { occurredAt: hours(26) })
      .leaves({ 'customer-service': ['close'], 'competent-area': [] });
  });

  it.each([
    ['provider', 'as-provider', ['compensate']],
    ['third-party', 'as-provider', ['compensate']],
    ['third-party', 'not-compensated', undefined],
    ['user', 'as-provider', undefined],
    ['none', 'as-provider', undefined],
  ] as const)(
    'for a fault put down to: %s, where third parties are taken %s',
    (attribution, thirdParties, duty) => {
      const cause = causeVerified({ attribution });
      expect(
        after(
          filed({ terms: usualTerms({ thirdParties }) }),
          folioTold(),
          assignedTo('rt-1'),
          cause,
          repaired(),
          reported(),
          restorationConfirmed(),
          ruledUpheld(),
        ),
      ).toEqual({ 'customer-service': ['notify-user'], ...(duty && { billing: duty }) });
    },
  );

  it('for force majeure that no repair ends: billing says when it was over, or that nothing is due, before it is closed (I-16)', () => {
    const storm = causeVerified(
      { attribution: 'force-majeure', causes: ['storm'], affectedFrom: hours(0) },
      people.competentArea,
    );
    const work = [folioTold(), routedTo('billing'), storm, ruledDismissed()];
    const told = [filedAs('clarification'), ...work];
    expect(after(...told)).toEqual({ 'customer-service': ['notify-user'] });
    const late = { occurredAt: hours(60), now: hours(60) };
    given(...told, userNotified())
      .when(close(), cs, late)
      .isRejected('compensation-not-granted')
      .leaves({ 'customer-service': ['close'], billing: ['compensate'] })
      .when(assessCompensation({ to: hours(50) }), people.billing, late)
      .emitsOnly('CompensationAssessed')
      .leaves({ 'customer-service': [], billing: ['compensate'] });
    given(filedAs('clarification', { price: { amount: 0, currency: 'MXN' } }), ...work, userNotified())
      .when(declareNothingDue({ reason: 'nothing-paid' }), people.billing, late)
      .emitsOnly('NothingDue')
      .leaves({ 'customer-service': ['close'], billing: [] });
  });
});

describe('Visits', () => {
  it('are scheduled, told and attended, whatever the request (O-28..O-30)', () => {
    for (const kind of kinds)
      given(filedAs(kind), folioTold(), routedTo('billing'), assignedTo('rt-1'))
        .when(requestVisit(), people.user)
        .state((state) => expect(dutiesOf(state)['customer-service'][0]).toBe('schedule-visit'))
        .when(scheduleVisit(), cs)
        .state((state) => expect(dutiesOf(state)['customer-service'][0]).toBe('notify-visit'))
        .when({ type: 'notifyVisit', data: { visit: 1, channel: 'phone', notifiedAt: hours(25) } }, cs, {
          occurredAt: hours(25),
        })
        .state((state) => expect(dutiesOf(state)['technical-lead']).toContain('attend-visit'));
  });

  it('that failed are scheduled again, unless the final word is said', () => {
    const failed: Step = {
      event: happened('VisitFailed', { visit: 1, reason: 'weather', failedAt: hours(3) }),
      by: people.technicalLead,
    };
    expect(after(filed(), folioTold(), assignedTo('rt-1'), failed)).toEqual({
      'customer-service': ['schedule-visit'],
      'technical-lead': ['verify-cause'],
    });
    expect(after(filedAs('inquiry'), folioTold(), failed, answered())).toEqual({
      'customer-service': ['close'],
    });
    const requested: Step = {
      event: happened('VisitRequested', { visit: 2, purpose: 'equipment' }),
      by: people.user,
    };
    expect(after(filedAs('cancellation'), folioTold(), cancellationExecuted(), requested)).toEqual({
      'customer-service': ['schedule-visit'],
    });
  });
});

describe('Who waits is told what for', () => {
  it('for the user', () => {
    given(filedAs('inquiry'), folioTold())
      .when(requestInformation(), cs)
      .leaves({ 'customer-service': ['await-user', 'answer'] });
  });

  it('for the authority, once all else is done (I-17)', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(openAuthorityProceeding(), people.legal)
      .leaves({ 'customer-service': [], legal: ['await-authority'] });
    given(filedAs('inquiry'), folioTold())
      .when(openAuthorityProceeding(), people.legal)
      .leaves({ 'customer-service': ['answer'], legal: ['await-authority'] });
  });

  it('for what put it on hold, where customer service has nothing else to do', () => {
    given(filed(), folioTold(), assignedTo('rt-1'))
      .when(putOnHold(), cs)
      .leaves({ 'customer-service': ['lift-hold'], 'technical-lead': ['verify-cause'] });
  });

  it('for a delivery that failed: it is sent again', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(
        {
          type: 'recordDeliveryFailure',
          data: { notice: 3, channel: 'phone', failedAt: hours(9), reason: 'bounced' },
        },
        people.system,
      )
      .leaves({ 'customer-service': ['send-again'] });
  });

  it('for the ruling on an appeal, which comes before a notice that came back: that one is sent no more', () => {
    given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      ruledDismissed(),
      userNotified(),
    )
      .when(
        {
          type: 'recordDeliveryFailure',
          data: { notice: 7, channel: 'phone', failedAt: hours(9), reason: 'bounced' },
        },
        people.system,
      )
      .leaves({ 'customer-service': ['send-again'] })
      .when(escalate({ level: 1, trigger: 'user' }), people.user)
      .leaves({ 'customer-service': [], 'ruling-officer': ['rule'] });
  });

  it('for a final word that was tried on as many days as the terms ask for: it may be closed as not reached', () => {
    const failing = (hour: number) =>
      [
        {
          type: 'recordDeliveryFailure',
          data: { notice: 3, channel: 'phone', failedAt: hours(hour), reason: 'unreachable' },
        },
        people.system,
        { occurredAt: hours(hour) },
      ] as const;
    given(filedAs('inquiry'), folioTold(), answered())
      .when(...failing(24))
      .when(...failing(48))
      .when(...failing(49))
      .leaves({ 'customer-service': ['send-again'] })
      .when(...failing(72))
      .emits(
        happened('NotificationFailed', {
          notice: 3,
          channel: 'phone',
          failedAt: hours(72),
          reason: 'unreachable',
          final: true,
          unreachable: true,
        }),
      )
      .leaves({ 'customer-service': ['send-again', 'close'] })
      .when(close(), cs, { occurredAt: hours(72) })
      .emits(happened('Closed', { reason: 'not-reached' }));
  });

  it('for a second ruling after an escalation', () => {
    given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      ruledDismissed(),
      userNotified({ outcome: 'dismissed', restoration: 'not-needed' }),
    )
      .when(escalate(), people.user)
      .leaves({ 'customer-service': [], 'ruling-officer': ['rule'], supervisor: ['attend-escalation'] });
  });
});

describe('No role has anything to do', () => {
  it.each(['closed', 'withdrawn', 'lapsed', 'duplicate', 'not-accepted'] as const)(
    'once it ended: %s',
    (ending) => {
      const { state } = given(filed());
      expect(dutiesIn({ ...state, facets: { ...state.facets, ending } })).toEqual({});
    },
  );

  it('before it is filed', () => {
    expect(dutiesIn(initialCard)).toEqual({});
  });

  it('that is the technical lead’s, after the final word', () => {
    const saidAfter = (...steps: readonly Step[]) => {
      const { state } = given(...steps);
      return dutiesIn({ ...state, facets: { ...state.facets, final: 'sent' } });
    };
    expect(saidAfter(filed(), assignedTo('rt-1'), causeVerified())).not.toHaveProperty('technical-lead');
    expect(saidAfter(filed(), assignedTo('rt-1'))).toEqual({ 'customer-service': ['tell-folio'] });
    expect(
      saidAfter(filed(), folioTold(), assignedTo('rt-1'), causeVerified(), repaired(), reported()),
    ).toEqual({ 'customer-service': ['close'] });
  });
});

describe('A complaint that has ended is still in a queue', () => {
  const ended = [filedAs('inquiry'), folioTold(), answered()] as const;
  const closed: Step = { event: happened('Closed', { reason: 'answered' }), by: cs };

  it('where an authority looks into it: legal’s, with its dates', () => {
    const { after: state } = given(...ended, closed)
      .when(openAuthorityProceeding({ hearingAt: hours(90) }), people.legal)
      .leaves({ legal: ['attend-hearing', 'await-authority'] })
      .when(receiveAuthorityRequirement({ dueAt: hours(72) }), people.authority)
      .leaves({ legal: ['answer-requirement', 'attend-hearing', 'await-authority'], 'customer-service': [] });
    expect(dutyDueAt('legal', state)).toBe(hours(72));
  });

  it('where its user contests the ending: a supervisor’s, until it is reopened', () => {
    given(...ended, closed)
      .when(escalate({ level: 1, trigger: 'user' }), people.user)
      .leaves({ supervisor: ['decide-reopening'] })
      .when(reopen(), people.user)
      .leaves({ supervisor: [], 'customer-service': ['answer'] });
  });

  it('what was contested in time may be reopened after the window (C-22)', () => {
    const late = hours(24 * 60);
    given(...ended, closed)
      .when(reopen(), people.user, { occurredAt: late, now: late })
      .isRejected('reopening-window-over');
    given(...ended, closed)
      .when(escalate({ level: 1, trigger: 'user' }), people.user)
      .when(reopen(), people.user, { occurredAt: late, now: late })
      .emitsOnly('Reopened');
  });
});

describe('What an authority asks and when it hears the parties', () => {
  const before = given(filedAs('inquiry'), folioTold())
    .when(openAuthorityProceeding({ hearingAt: hours(90) }), people.legal)
    .when(receiveAuthorityRequirement({ dueAt: hours(72) }), people.authority);

  it('a hearing is moved by a new fact, and no case is lost from legal’s queue', () => {
    const moved = before
      .when(setAuthorityHearing({ hearingAt: hours(60) }), people.legal)
      .emits(
        happened('AuthorityHearingSet', {
          authority: 'PROFECO',
          reference: 'PFC-1',
          hearingAt: hours(60),
          from: hours(90),
        }),
      )
      .leaves({ legal: ['answer-requirement', 'attend-hearing', 'await-authority'] });
    expect(dutyDueAt('legal', moved.after)).toBe(hours(60));
    moved.when(setAuthorityHearing({ hearingAt: hours(60) }), people.legal).isRejected('no-new-fact');
    moved
      .when(recordAuthorityHearing({ heldAt: hours(60) }), people.legal, { now: hours(60) })
      .leaves({ legal: ['answer-requirement', 'await-authority'] })
      .when(recordAuthorityHearing({ heldAt: hours(60) }), people.legal, { now: hours(61) })
      .isRejected('no-hearing', { reference: 'PFC-1' });
  });

  it('a requirement is legal’s until it is answered', () => {
    before
      .when(answerAuthorityRequirement({ requirement: 2 }), people.legal)
      .isRejected('no-such-requirement', { reference: 'PFC-1', requirement: 2 })
      .when(answerAuthorityRequirement({ answeredAt: hours(30) }), people.legal, { now: hours(30) })
      .leaves({ legal: ['attend-hearing', 'await-authority'] })
      .when(answerAuthorityRequirement(), people.legal)
      .isRejected('no-such-requirement');
    before
      .when(answerAuthorityRequirement({ reference: 'PFC-9' }), people.legal)
      .isRejected('no-such-proceeding');
  });
});

describe('A person takes a case within a role or area, and gives it back', () => {
  const routed = given(filedAs('complaint'), folioTold(), routedTo('billing'));
  const holderIn = (state: { readonly holders: Holders }) => state.holders['competent-area'];

  it('once, from a colleague too, and only who has it gives it back', () => {
    routed
      .when(takeCase(), asCompetentArea('ar-1'))
      .state((state) => expect(holderIn(state)).toBe('ar-1'))
      .when(takeCase(), asCompetentArea('ar-1'))
      .isRejected('no-new-fact')
      .when(takeCase(), asCompetentArea('ar-2'))
      .emits(happened('CaseTaken', { role: 'competent-area', holder: 'ar-2', from: 'ar-1' }))
      .when(giveBackCase(), asCompetentArea('ar-1'))
      .isRejected('not-taken')
      .when(giveBackCase(), asCompetentArea('ar-2'))
      .state((state) => expect(holderIn(state)).toBeNull());
  });

  it('its owner in customer service has it already; another one may take it over', () => {
    given(filed(), assignedTo('rt-1', 'cs-1'))
      .when(takeCase(), asCustomerService('cs-1'))
      .isRejected('no-new-fact')
      .when(takeCase(), asCustomerService('cs-2'))
      .state(({ holders }) => expect(holders['customer-service']).toBe('cs-2'));
  });

  it('each role for itself, and an area only until the case goes to another one or is reopened', () => {
    routed
      .when(takeCase(), asCompetentArea('ar-1'))
      .when(takeCase(), asLegal('le-1'))
      .when({ type: 'rerouteToArea', data: { area: 'quality', purpose: 'conciliation' } }, cs)
      .state(({ holders }) => expect([holders['competent-area'], holders.legal]).toEqual([null, 'le-1']));
    given(filedAs('inquiry'), folioTold(), answered())
      .when(takeCase(), cs)
      .when(close(), cs)
      .when(reopen(), people.user)
      .state(({ holders }) => expect(holders['customer-service']).toBeNull());
  });
});

describe('An escalation reaches a queue at every level', () => {
  it.each([1, 2, 3] as const)(
    'level %i a supervisor, until the user was told what came of it and nothing is left but to close',
    (level) => {
      const escalated = given(filedAs('inquiry'), folioTold()).when(
        escalate({ level, trigger: 'user', dueAt: hours(30) }),
        people.user,
      );
      escalated.leaves({ supervisor: ['attend-escalation'], 'customer-service': ['answer'] });
      expect(dutyDueAt('supervisor', escalated.after)).toBe(hours(30));
      escalated
        .when(provideAnswer(), cs, { occurredAt: hours(9), now: hours(9) })
        .leaves({ supervisor: [], 'customer-service': ['close'] });
    },
  );

  it('a supervisor has what time takes up after the final word too, for as long as something is open', () => {
    const undue = given(
      filedAs('clarification', { subject: 'billing' }),
      folioTold(),
      routedTo('billing'),
      causeVerified({ causes: ['undue-charge'] }, asCompetentArea('ca-1')),
      ruledUpheld(asCompetentArea('ca-1')),
      userNotified(),
    );
    const late = { occurredAt: hours(200), now: hours(200) };
    const takenUp = undue.when(escalate({ level: 1, trigger: 'time' }), people.system, late);
    takenUp.leaves({ supervisor: ['attend-escalation'], billing: ['compensate'] });
    const granted = takenUp.when(
      grantCompensation({
        reason: 'undue-charge',
        proportionalRefund: { amount: 10_000, currency: 'MXN' },
        bonus: { amount: 2_000, currency: 'MXN' },
      }),
      people.billing,
      late,
    );
    const told = granted.when(giveFurtherNotice({ sentAt: hours(200) }), cs, late);
    told.leaves({ supervisor: ['attend-escalation'], billing: ['credit'], 'customer-service': ['close'] });
    told
      .when(creditCompensation({ creditedAt: hours(200) }), people.billing, late)
      .leaves({ supervisor: [], billing: [], 'customer-service': ['close'] });
  });

  it('a supervisor has what time takes up while an authority looks into it', () => {
    const before = given(filedAs('inquiry'), folioTold(), answered()).when(
      openAuthorityProceeding({ authority: 'PROFECO', reference: 'PFC-1' }),
      people.legal,
    );
    before
      .when(escalate({ level: 2, trigger: 'time' }), people.system)
      .leaves({ supervisor: ['attend-escalation'], legal: ['await-authority'] });
  });

  it('level 4 legal, who records the authority’s file', () => {
    given(filedAs('inquiry'), folioTold())
      .when(escalate({ level: 4, target: 'PROFECO', externalReference: 'PFC-1' }), people.user)
      .leaves({ legal: ['await-authority'], supervisor: [] });
    // What an import tells may lack the file's number.
    given(filedAs('inquiry'), folioTold(), {
      event: happened('Escalated', { level: 4, trigger: 'user', target: 'PROFECO' }),
      by: people.user,
    })
      .when(openAuthorityProceeding(), people.legal)
      .leaves({ legal: ['await-authority'] });
  });

  it('an appeal reaches the ruling officer, never the one who ruled', () => {
    given(
      filedAs('complaint'),
      folioTold(),
      routedTo('billing'),
      causeVerified({}, asCompetentArea('ca-1')),
      ruledUpheld(asCompetentArea('ca-1')),
      userNotified(),
    )
      .when(escalate(), people.user)
      .leaves({ 'ruling-officer': ['rule'], 'competent-area': [], supervisor: ['attend-escalation'] })
      .when(rule(), asCompetentArea('ca-1'))
      .isRejected('separation-of-duties')
      .when(rule(), asRulingOfficer('ro-1'))
      .emitsOnly('Ruled');
  });
});

describe('No case is in no queue, whatever is known of it', () => {
  it('what no rule speaks of is followed up by customer service (O-18)', () => {
    const { state } = given(filedAs('inquiry'), folioTold(), answered());
    const facets = { ...state.facets, rulingAgain: true };
    expect(dutiesIn({ ...state, facets })).toEqual({ 'customer-service': ['follow-up'] });
  });
});

describe('The final word', () => {
  it('that is proven to have arrived leaves nothing but to close', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(
        { type: 'recordDelivery', data: { notice: 3, channel: 'phone', deliveredAt: hours(9) } },
        people.system,
      )
      .leaves({ 'customer-service': ['close'] });
  });

  it('waits for the restoration though the ruling is there', () => {
    const ruledFirst = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      ruledUpheld(),
    ];
    expect(after(...ruledFirst)).toEqual({ 'customer-service': ['check-restoration'] });
    expect(after(...ruledFirst, restorationDisputed())).toEqual({ 'technical-lead': ['repair'] });
  });

  it('is all that is left of what cannot be repaired, though it was disputed once', () => {
    const steps = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationDisputed(),
    ];
    expect(after(...steps, reported('repair-impossible'), ruledUpheld())).toEqual({
      'customer-service': ['notify-user'],
    });
  });
});

describe('Every duty', () => {
  it('has a name in both languages', () => {
    for (const label of Object.values(dutyLabels))
      expect([label.es.trim(), label.en.trim()]).not.toContain('');
    const all = Object.values(dutyLabels).flatMap(({ es, en }) => [es, en]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('A report that never came', () => {
  it('is the technical lead’s duty before the user can be told', () => {
    given(filed(), folioTold(), assignedTo('rt-1'), noFaultFound(), ruledDismissed())
      .when(reportRepair({ outcome: 'no-repair-needed' }), people.technicalLead)
      .leaves({ 'customer-service': ['notify-user'], 'technical-lead': [] });
  });

  it('is followed by the notice, then by the end', () => {
    given(filedAs('inquiry'), folioTold(), answered()).when(close(), cs).leaves({ 'customer-service': [] });
  });
});

describe('A duty that outlives its complaint', () => {
  /** The command that settles each duty, where a command does. */
  const settledBy: Readonly<Record<string, ComplaintCommandType>> = {
    'tell-user': 'giveFurtherNotice',
    credit: 'creditCompensation',
    'answer-requirement': 'answerAuthorityRequirement',
    'attend-hearing': 'recordAuthorityHearing',
    'await-authority': 'resolveAuthorityProceeding',
    'decide-reopening': 'declineReopening',
    'call-off-visit': 'cancelVisit',
    'read-statement': 'recordContact',
    reconnect: 'reconnect',
    'answer-arco': 'answerArco',
  };
  const rules: readonly { readonly reason: string; readonly afterTheEnd?: true }[] =
    Object.values(dutyRules).flat();
  const outliving = rules.filter(({ afterTheEnd }) => afterTheEnd === true).map(({ reason }) => reason);

  it('is settled by a command that an ended complaint takes (I-23)', () => {
    expect([...outliving].sort()).toEqual(Object.keys(settledBy).sort());
    for (const reason of outliving)
      expect([reason, takenAfterTheEnd.has(settledBy[reason] ?? 'file')]).toEqual([reason, true]);
  });

  it('is not that the folio was never told: the letter of the ending has it, and it may still be told (O-17)', () => {
    given(filed())
      .when(refuse(), people.customerService)
      .leaves({ 'customer-service': ['tell-user'] })
      .when(communicateFolio(), people.customerService)
      .emitsOnly('FolioCommunicated');
  });
});
