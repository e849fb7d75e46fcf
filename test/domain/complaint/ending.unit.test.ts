import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../../src/domain/complaint/index.js';
import {
  addNote,
  answered,
  assessCompensation,
  assignedTo,
  asTechnicalLead,
  at,
  attachEvidence,
  cancellationExecuted,
  cancelVisit,
  causeVerified,
  close,
  closed,
  communicateFolio,
  correctCause,
  days,
  declareNothingDue,
  escalate,
  failVisit,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  grantCompensation,
  happened,
  hours,
  lapse,
  markDuplicate,
  notifyUser,
  on,
  openAuthorityProceeding,
  people,
  putOnHold,
  receiveInformation,
  recordContact,
  recordStatement,
  refuse,
  reopen,
  repaired,
  reported,
  requestInformation,
  requestRestorationConfirmation,
  requestVisit,
  resolveAuthorityProceeding,
  restorationConfirmed,
  resume,
  routedTo,
  ruledDismissed,
  ruledUpheld,
  scheduleVisit,
  type Step,
  userNotified,
  usualTerms,
  withdraw,
} from '../../../src/testing/index.js';

const cs = people.customerService;
/** The ten calendar days to answer what was asked at hour 24 are over. */
const afterTheTerm = { occurredAt: days(13) };
/** The user is told at hour 25 what came of it beside the final word. */
const toldMore = [giveFurtherNotice({ sentAt: hours(25) }), cs, { occurredAt: hours(25) }] as const;
const expected: readonly Step[] = [
  {
    event: happened('VisitScheduled', {
      visit: 1,
      visitor: 'rt-1',
      window: { from: hours(20), to: hours(22) },
      purpose: 'repair',
    }),
    by: cs,
  },
  { event: happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(2) }), by: cs },
];
const resolved = (cause: Parameters<typeof causeVerified>[0] = {}): readonly Step[] => [
  filed(),
  folioTold(),
  assignedTo('rt-1'),
  causeVerified(cause),
  repaired(),
  reported(),
  restorationConfirmed(),
  ruledUpheld(),
  userNotified(),
];

describe('A complaint is closed', () => {
  it('after the final notice (I-12)', () => {
    given(...resolved())
      .when(close(), people.system)
      .emits(happened('Closed', { reason: 'notified' }))
      .hasStatus('closed')
      .state(({ endedAt }) => endedAt === hours(24))
      .leaves({ 'customer-service': [], 'technical-lead': [], 'competent-area': [] });
  });

  it.each([
    ['an answer', 'answered', filedAs('inquiry'), answered()],
    ['a cancellation', 'executed', filedAs('cancellation'), cancellationExecuted()],
  ] as const)('after %s (I-12)', (_name, reason, request, word) => {
    given(request, folioTold(), word).when(close(), cs).emits(happened('Closed', { reason }));
  });

  it('not before any of them (I-12)', () => {
    given(filedAs('inquiry')).when(close(), cs).isRejected('no-final-word', { folio });
    given(...resolved().slice(0, -1))
      .when(close(), cs)
      .isRejected('no-final-word');
  });

  it('not while an authority looks into it (I-17)', () => {
    given(...resolved())
      .when(openAuthorityProceeding(), people.legal)
      .hasStatus('held')
      .when(close(), cs)
      .isRejected('proceeding-open', { folio })
      .when(resolveAuthorityProceeding({ outcome: 'for-provider' }), people.authority)
      .when(close(), cs)
      .emitsOnly('Closed');
  });

  it('not twice, nor after another end (I-12)', () => {
    given(...resolved(), closed())
      .when(close(), cs)
      .isRejected('complaint-ended', { folio, ending: 'closed' });
    given(...resolved())
      .when(withdraw(), people.user)
      .when(close(), cs)
      .isRejected('complaint-ended', { folio, ending: 'withdrawn' });
  });
});

describe('No ending leaves what is owed to the user behind (I-16), nor an open proceeding (I-17)', () => {
  const asked = [filed(), assignedTo('rt-1'), causeVerified({ attribution: 'provider' })];
  const endings = [
    ['lapse', lapse(), people.system],
    ['mark as a duplicate', markDuplicate(), cs],
    ['not accept', refuse(), cs],
  ] as const;

  it.each(endings)('to %s is refused while something is owed', (_name, end, by) => {
    given(...asked)
      .when(requestInformation(), cs)
      .when(end, by, afterTheTerm)
      .isRejected('compensation-not-granted', { folio });
  });

  it.each(endings)('to %s is refused while an authority looks into it', (_name, end, by) => {
    given(filed())
      .when(requestInformation(), cs)
      .when(openAuthorityProceeding(), people.legal)
      .when(end, by, afterTheTerm)
      .isRejected('proceeding-open', { folio });
  });

  it('what was ruled on or answered is no longer refused as out of scope', () => {
    given(filedAs('inquiry'), answered()).when(refuse(), cs).isRejected('final-word-sent', { folio });
    given(...resolved().slice(0, -1))
      .when(refuse({ reason: 'out-of-scope' }), cs)
      .isRejected('already-ruled');
  });

  it('nor is it closed before the user was told the folio (O-17)', () => {
    given(filedAs('inquiry'), answered())
      .when(close(), cs)
      .isRejected('folio-not-told', { folio })
      .when(communicateFolio(), cs)
      .when(close(), cs)
      .emitsOnly('Closed');
  });
});

describe('What is due to the user is granted before closing (I-16)', () => {
  const byProvider = { attribution: 'provider', affectedFrom: hours(0) } as const;

  it('where it is the provider’s fault', () => {
    given(...resolved(byProvider))
      .when(close(), cs)
      .isRejected('compensation-not-granted', { folio })
      .when(assessCompensation(), people.system)
      .when(close(), cs)
      .isRejected('compensation-not-granted')
      .when(grantCompensation(), people.competentArea)
      .when(...toldMore)
      .when(close(), cs, { occurredAt: hours(25) })
      .emitsOnly('Closed');
  });

  it('where it is force majeure and lasted more than 24 h after the report', () => {
    const outage = (restored: number) => [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'force-majeure', affectedFrom: hours(0) }),
      repaired({ restoredAt: hours(restored) }),
      reported(),
      restorationConfirmed(),
      ruledUpheld(),
      userNotified(),
    ];
    given(...outage(25))
      .when(close(), cs, { occurredAt: days(2) })
      .isRejected('compensation-not-granted');
    given(...outage(23))
      .when(close(), cs, { occurredAt: days(2) })
      .emitsOnly('Closed');
  });

  it('where it is force majeure and never repaired, which billing knows without waiting for the hours to pass', () => {
    const lost = given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified({ attribution: 'force-majeure', affectedFrom: hours(0) }),
      reported('repair-impossible'),
      ruledUpheld(),
      userNotified(),
    );
    expect(dutiesOf(lost.state)).toMatchObject({ 'customer-service': [], billing: ['compensate'] });
    lost.when(close(), cs, { occurredAt: hours(25) }).isRejected('compensation-not-granted');
  });

  it.each(['user', 'none'] as const)('not where it is put down to: %s', (attribution) => {
    given(...resolved({ attribution, affectedFrom: hours(0) }))
      .when(close(), cs)
      .emitsOnly('Closed');
  });

  it('where a third party caused it, as the provider’s own fault, unless its terms say otherwise', () => {
    const cutCable = resolved({ attribution: 'third-party' }).slice(1);
    given(filed(), ...cutCable)
      .when(close(), cs)
      .isRejected('compensation-not-granted');
    given(filed({ terms: usualTerms({ thirdParties: 'not-compensated' }) }), ...cutCable)
      .when(close(), cs)
      .emitsOnly('Closed');
  });

  it('from the receipt on, where the record does not say from when the fault affected the service', () => {
    given(...resolved({ attribution: 'provider' }))
      .when(close(), cs)
      .isRejected('compensation-not-granted')
      .when(assessCompensation(), people.system)
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: hours(0), to: hours(6) }));
  });

  it('the absence of compensation is reasoned, where no record says otherwise', () => {
    const presumed = given(...resolved({ attribution: 'provider' }));
    presumed
      .when(declareNothingDue(), people.billing)
      .emits({
        ...happened('NothingDue', { of: 'compensation', reason: 'service-not-affected' }),
        personal: { 'sub-1': { explanation: 'Sólo fallaba una luz del módem.' } },
      })
      .leaves({ 'customer-service': ['close'], billing: [] })
      .when(close(), cs)
      .emitsOnly('Closed');
    presumed
      .when(declareNothingDue({ explanation: ' ' }), people.billing)
      .isRejected('absence-not-reasoned', { folio });
    presumed
      .when(declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge' }), people.billing)
      .isRejected('nothing-seems-due', { folio });
    for (const reason of ['nothing-paid', 'no-undue-charge', 'already-refunded'] as const)
      presumed
        .when(declareNothingDue({ reason }), people.billing)
        .isRejected('due-by-the-record', { folio, reason });
    given(...resolved(byProvider))
      .when(declareNothingDue(), people.billing)
      .isRejected('due-by-the-record', { folio, reason: 'service-not-affected' });
    for (const price of [undefined, { amount: 0, currency: 'MXN' }])
      given(filed({ price }), ...resolved(byProvider).slice(1))
        .when(declareNothingDue({ reason: 'nothing-paid' }), people.billing)
        .emitsOnly('NothingDue');
  });

  it('what was assessed is not reasoned away: the time was affected and a price is paid (I-16)', () => {
    const price = { amount: 39_900, currency: 'MXN' };
    const reasons = ['service-not-affected', 'nothing-paid'] as const;
    const assessed = given(
      filed({ price: undefined }),
      ...resolved({ attribution: 'provider' }).slice(1),
    ).when(assessCompensation({ price }), people.billing);
    for (const reason of reasons)
      assessed
        .when(declareNothingDue({ reason }), people.billing)
        .isRejected('due-by-the-record', { folio, reason });
    assessed.when(close(), cs).isRejected('compensation-not-granted');
    // The way out of a wrong assessment: the cause that it rests on is corrected, with a reason, before it was told.
    given(...resolved({ attribution: 'provider' }).slice(0, -2))
      .when(assessCompensation(), people.billing)
      .when(declareNothingDue(), people.billing)
      .isRejected('due-by-the-record')
      .when(
        correctCause({ causes: ['modem-light'], attribution: 'provider', affectedFrom: undefined }),
        asTechnicalLead('rt-1'),
      )
      .when(declareNothingDue(), people.billing)
      .emitsOnly('NothingDue');
  });

  it('also where a charge was undue: it is refunded with its bonus, or was none', () => {
    const upheld = given(
      filedAs('clarification'),
      folioTold(),
      routedTo('billing'),
      causeVerified({ attribution: 'none' }, people.competentArea),
      ruledUpheld(),
      userNotified({ restoration: 'not-applicable' }),
    );
    upheld
      .when(close(), cs)
      .isRejected('undue-charge-not-refunded', { folio })
      .when(grantCompensation({ reason: 'goodwill' }), people.billing)
      .when(...toldMore)
      .when(close(), cs, { occurredAt: hours(25) })
      .isRejected('undue-charge-not-refunded');
    upheld
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .when(...toldMore)
      .when(close(), cs, { occurredAt: hours(25) })
      .emitsOnly('Closed');
    for (const reason of ['no-undue-charge', 'already-refunded'] as const)
      upheld
        .when(declareNothingDue({ of: 'undue-charge', reason }), people.billing)
        .when(close(), cs)
        .emitsOnly('Closed');
    for (const reason of ['service-not-affected', 'nothing-paid'] as const)
      upheld
        .when(declareNothingDue({ of: 'undue-charge', reason }), people.billing)
        .isRejected('due-by-the-record');
  });

  it('a charge that was cleared up is complained of again after a reopening', () => {
    given(filedAs('clarification'), routedTo('billing'))
      .when(grantCompensation({ reason: 'undue-charge' }), people.billing)
      .state(({ facets, grants: { 'undue-charge': refund, compensation } }) =>
        expect([facets.charge, refund?.proportionalRefund.amount, compensation]).toEqual([
          'refunded',
          3_990,
          undefined,
        ]),
      )
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .state(({ facets, grants }) => expect([facets.charge, grants]).toEqual(['disputed', {}]));
    given(filed())
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .state(({ facets }) => expect(facets.charge).toBe('none'));
  });

  it('also on an area’s track', () => {
    given(
      filedAs('complaint', { subject: 'attention' }),
      folioTold(),
      routedTo('billing'),
      causeVerified(byProvider, people.competentArea),
      ruledUpheld(),
      userNotified({ restoration: 'not-applicable' }),
    )
      .when(close(), cs)
      .isRejected('compensation-not-granted')
      .when(assessCompensation({ to: hours(20) }), people.system)
      .when(grantCompensation(), people.competentArea)
      .when(...toldMore)
      .when(close(), cs, { occurredAt: hours(25) })
      .emitsOnly('Closed');
  });

  it('all of it, where the outage went on after the grant', () => {
    given(filed(), folioTold(), assignedTo('rt-1'), causeVerified(byProvider))
      .when(assessCompensation({ to: hours(2) }), people.system, { occurredAt: hours(2) })
      .when(grantCompensation(), people.competentArea)
      .when(
        { type: 'repair', data: { action: 'spliced', atHome: false, restoredAt: hours(6) } },
        people.technicalLead,
      )
      .when({ type: 'reportRepair', data: { outcome: 'repaired' } }, people.technicalLead)
      .when({ type: 'confirmRestoration', data: { by: 'user', confirmedAt: hours(7) } }, people.user)
      .when({ type: 'rule', data: { outcome: 'upheld', basis: 'c', reasons: 'r' } }, people.competentArea)
      .when(notifyUser({ sentAt: hours(25) }), cs, { occurredAt: hours(25) })
      .leaves({ 'customer-service': [], billing: ['compensate', 'credit'] })
      .when(close(), cs)
      .isRejected('compensation-not-granted');
  });

  it('until the report that the outage cannot be repaired, where it went on after the grant', () => {
    const impossible = given(filed(), folioTold(), assignedTo('rt-1'), causeVerified(byProvider))
      .when(assessCompensation({ to: hours(2) }), people.system, { occurredAt: hours(2) })
      .when(grantCompensation(), people.competentArea)
      .when({ type: 'reportRepair', data: { outcome: 'repair-impossible' } }, people.technicalLead, {
        occurredAt: hours(20),
      })
      .when({ type: 'rule', data: { outcome: 'upheld', basis: 'c', reasons: 'r' } }, people.competentArea)
      .when(
        notifyUser({
          sentAt: hours(25),
          restorationImpossible: { reason: 'No hay red.', offer: 'compensation' },
        }),
        cs,
        { occurredAt: hours(25) },
      );
    impossible.leaves({ 'customer-service': [], billing: ['compensate', 'credit'] });
    impossible.when(close(), cs, { occurredAt: hours(26) }).isRejected('compensation-not-granted');
    impossible
      .when(assessCompensation({ to: hours(19) }), people.system, { occurredAt: hours(26) })
      .isRejected('shorter-than-affected', { folio });
    impossible
      .when(assessCompensation(), people.system, { occurredAt: hours(26) })
      .state(({ assessed }) => expect(assessed?.affected).toEqual({ from: hours(2), to: hours(20) }))
      .when(grantCompensation(), people.competentArea, { occurredAt: hours(26) })
      .when(giveFurtherNotice({ sentAt: hours(27) }), cs, { occurredAt: hours(27) })
      .leaves({ 'customer-service': ['close'], billing: ['credit'] })
      .when(close(), cs, { occurredAt: hours(27) })
      .emitsOnly('Closed');
  });
});

describe('No user waits at home for a visitor of a request that has ended (O-29)', () => {
  it('a closing, a lapse, a duplicate and a refusal are refused while a visit is arranged', () => {
    for (const arranged of [expected, expected.slice(0, 1)]) {
      given(...resolved(), ...arranged)
        .when(close(), cs)
        .isRejected('visit-arranged', { folio, visit: 1 })
        .when(cancelVisit({ by: 'provider' }), cs)
        .when(close(), cs)
        .emitsOnly('Closed');
      const open = given(filed(), ...arranged);
      open.when(markDuplicate(), cs).isRejected('visit-arranged');
      open.when(refuse(), cs).isRejected('visit-arranged');
      open
        .when(requestInformation(), cs)
        .when(lapse(), people.system, afterTheTerm)
        .isRejected('visit-arranged');
      open.when(withdraw(), people.user).emitsOnly('Withdrawn');
    }
  });

  it('also where another visit was arranged and called off after it', () => {
    given(...resolved(), ...expected)
      .when(scheduleVisit({ window: { from: hours(50), to: hours(52) } }), cs)
      .when(cancelVisit({ visit: 2, by: 'provider' }), cs)
      .when(close(), cs)
      .isRejected('visit-arranged', { folio, visit: 1 });
  });
});

describe('The user takes a request back', () => {
  it('at any time before the end; why is sealed', () => {
    for (const story of [[filed()], resolved()])
      given(...story)
        .when(withdraw({ reason: 'no-longer-wanted', explanation: 'Ya no.' }), people.user)
        .emits({
          ...happened('Withdrawn', { reason: 'no-longer-wanted' }),
          personal: { 'sub-1': { explanation: 'Ya no.' } },
        })
        .hasStatus('cancelled')
        .state(({ endedAt }) => endedAt === hours(24));
  });

  it('a request before an authority is not taken back: the authority ends the proceeding first (I-17)', () => {
    given(filed())
      .when(openAuthorityProceeding(), people.legal)
      .when(withdraw(), people.user)
      .isRejected('proceeding-open', { folio })
      .when(resolveAuthorityProceeding({ outcome: 'withdrawn' }), people.authority)
      .when(withdraw(), people.user)
      .emitsOnly('Withdrawn');
  });

  it('a user who takes a request back says what they do without of what is owed, by their own word alone (I-16)', () => {
    const owed = given(...resolved({ attribution: 'provider' }));
    const without = withdraw({ waives: ['compensation'] });
    owed.when(withdraw(), people.user).isRejected('compensation-not-granted', { folio });
    owed.when(withdraw({ waives: ['undue-charge'] }), people.user).isRejected('compensation-not-granted');
    owed.when(withdraw(), cs).isRejected('compensation-not-granted');
    owed.when(without, cs).isRejected('only-the-user-waives', { folio });
    owed.when(without, people.user).emits({
      ...happened('Withdrawn', { reason: 'solved-by-itself', waives: ['compensation'] }),
      personal: { 'sub-1': {} },
    });
    given(filed())
      .when(withdraw({ waives: [], saidBy: { party: 'sub-1', channel: 'phone' } }), cs)
      .emitsOnly('Withdrawn');
  });
});

describe('A ruling that the user appeals', () => {
  const escalated: Step = {
    event: happened('Escalated', { level: 1, trigger: 'user', target: 'supervisor' }),
    by: people.user,
  };
  const asked: Step = {
    event: happened('InformationRequested', { request: 1 }),
    by: cs,
  };
  const ruled: readonly Step[] = [...resolved({ attribution: 'user' }).slice(0, -2), ruledDismissed()];
  const told = userNotified({ outcome: 'dismissed', nextInstance: 'PROFECO' });

  it('stands against every ending by the provider until it is ruled on again (I-08)', () => {
    const story = given(...ruled, told, escalated);
    expect(story.state.facets.rulingAgain).toBe(true);
    story.when(close(), cs).isRejected('appeal-not-ruled', { folio });
    story.when(close(), people.system).isRejected('appeal-not-ruled');
    given(...ruled, asked, escalated)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('appeal-not-ruled');
    given(...ruled, escalated)
      .when(refuse(), cs)
      .isRejected('appeal-not-ruled');
    given(...ruled, escalated)
      .when(markDuplicate(), cs)
      .isRejected('appeal-not-ruled');
    story.when(withdraw(), people.user).emitsOnly('Withdrawn');
  });

  it('is not told to the user anew before that', () => {
    given(...ruled, escalated)
      .when(notifyUser(), cs)
      .isRejected('appeal-not-ruled', { folio });
  });

  it('is told to the user before the provider ends the request otherwise (O-24)', () => {
    given(...ruled, asked)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('ruling-not-told', { folio });
    given(...ruled)
      .when(markDuplicate(), cs)
      .isRejected('ruling-not-told', { folio });
  });
});

describe('What is owed to the subscriber', () => {
  const ofTheNeighbour = filed({ reporter: 'sub-2' });
  const neighbour = { actor: 'sub-2', role: 'user', verified: true } as const;
  const without = withdraw({ waives: ['compensation'] });

  it('is not the reporter’s to do without, by their own command or taken down by staff (I-16)', () => {
    const reported = given(ofTheNeighbour);
    reported.when(without, neighbour).isRejected('only-the-user-waives', { folio });
    reported
      .when(withdraw({ waives: ['compensation'], saidBy: { party: 'sub-2', channel: 'phone' } }), cs)
      .isRejected('only-the-user-waives', { folio });
    reported.when(withdraw(), neighbour).emitsOnly('Withdrawn');
    reported.when(without, people.user).emitsOnly('Withdrawn');
  });

  it('is done without by who represents the subscriber with that power, not by who represents the reporter', () => {
    const accredited = (represents: string): Step => ({
      event: happened('RepresentativeAccredited', {
        representative: 'rep-1',
        represents,
        capacity: 'attorney-in-fact',
        mayWithdraw: true,
      }),
      by: cs,
    });
    const representative = { actor: 'rep-1', role: 'user', verified: true } as const;
    given(ofTheNeighbour, accredited('sub-1')).when(without, representative).emitsOnly('Withdrawn');
    given(ofTheNeighbour, accredited('sub-2'))
      .when(without, representative)
      .isRejected('only-the-user-waives', { folio });
  });
});

describe('A request lapses', () => {
  it('where the user does not answer what was asked', () => {
    given(filed(), folioTold())
      .when(lapse(), people.system)
      .isRejected('nothing-unanswered', { folio })
      .when(requestInformation(), cs)
      .when(lapse(), people.system, afterTheTerm)
      .emits(happened('Lapsed', { reason: 'no-answer' }))
      .hasStatus('cancelled')
      .state(({ endedAt }) => endedAt !== null);
  });

  it('where the user does not say whether it works again', () => {
    given(...resolved().slice(0, 5), folioTold())
      .when(lapse(), people.system)
      .isRejected('nothing-unanswered')
      .when(requestRestorationConfirmation(), cs)
      .when(lapse(), people.system, afterTheTerm)
      .emitsOnly('Lapsed');
  });

  it('where the user lets no visitor in', () => {
    const window = { from: hours(20), to: hours(22) };
    const failed = given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      { event: happened('VisitScheduled', { visit: 1, visitor: 'rt-1', window, purpose: 'repair' }), by: cs },
      { event: happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(2) }), by: cs },
    );
    failed.when(lapse({ reason: 'no-access' }), people.system).isRejected('nothing-unanswered');
    failed
      .when(failVisit({ reason: 'no-access', failedAt: hours(21) }), people.technicalLead)
      .when(lapse({ reason: 'no-answer' }), people.system, afterTheTerm)
      .isRejected('nothing-unanswered')
      .when(lapse({ reason: 'no-access' }), people.system, afterTheTerm)
      .emits(happened('Lapsed', { reason: 'no-access' }));
  });

  it('not again for an absence from before it was reopened', () => {
    for (const reason of ['user-absent', 'no-access', 'refused-entry'] as const)
      given(filed(), folioTold(), ...expected)
        .when(failVisit({ reason, failedAt: hours(21) }), cs)
        .when(lapse({ reason: 'no-access' }), people.system, afterTheTerm)
        .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(14) })
        .when(lapse({ reason: 'no-access' }), people.system, { occurredAt: days(14) })
        .isRejected('nothing-unanswered')
        .leaves({ 'customer-service': ['assign-technician', 'schedule-visit'] });
  });

  it('a request does not lapse where the provider missed a visit before it was reopened', () => {
    given(filed(), folioTold(), ...expected)
      .when(failVisit({ reason: 'provider-missed', failedAt: hours(23) }), cs)
      .when(withdraw(), people.user)
      .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(2) })
      .when(requestInformation(), cs, { occurredAt: days(2) })
      .when(lapse(), people.system, { occurredAt: days(20) })
      .isRejected('visit-owed', { folio });
  });

  it.each([
    ['a call', recordContact({ direction: 'from-user', contactedAt: days(5) })],
    ['a letter', recordStatement({ statedAt: days(5), saidBy: { party: 'sub-1', channel: 'post' } })],
  ])(
    'for want of access only once the whole term has run out since the last word of the user: %s',
    (_name, word) => {
      given(filed(), folioTold(), ...expected)
        .when(failVisit({ reason: 'user-absent', failedAt: hours(21) }), cs)
        .when(word, cs, { occurredAt: days(5) })
        .when(lapse({ reason: 'no-access' }), people.system, afterTheTerm)
        .isRejected('lapse-term-running')
        .when(lapse({ reason: 'no-access' }), people.system, { occurredAt: days(17) })
        .emits(happened('Lapsed', { reason: 'no-access' }));
    },
  );

  it('whatever the provider said since to the user, who did not answer', () => {
    given(filed(), folioTold(), ...expected)
      .when(failVisit({ reason: 'user-absent', failedAt: hours(21) }), cs)
      .when(recordContact({ direction: 'to-user', contactedAt: days(5) }), cs, { occurredAt: days(5) })
      .when(lapse({ reason: 'no-access' }), people.system, afterTheTerm)
      .emitsOnly('Lapsed');
  });

  it('only once its whole term has run out, to the end of its last day', () => {
    const until = at('2026-03-13T23:59:59.999-06:00');
    const asked = given(filed(), folioTold()).when(requestInformation(), cs);
    asked
      .when(lapse(), people.system)
      .isRejected('lapse-term-running', { folio, days: 10, until, lastDay: '2026-03-13' });
    asked.when(lapse(), people.system, { occurredAt: until }).isRejected('lapse-term-running');
    asked.when(lapse(), people.system, { occurredAt: at('2026-03-14T00:00:00-06:00') }).emitsOnly('Lapsed');
  });

  it('a request lapses by its recorded terms, counted from what was asked last', () => {
    given(filed({ terms: usualTerms({ lapseDays: 2 }) }), folioTold())
      .when(requestInformation(), cs)
      .when(lapse(), people.system, { occurredAt: days(4) })
      .emitsOnly('Lapsed');
    given(...resolved().slice(0, 5), folioTold())
      .when(requestRestorationConfirmation(), cs)
      .when(requestInformation(), cs, { occurredAt: days(5) })
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('lapse-term-running', {
        folio,
        days: 10,
        until: at('2026-03-17T23:59:59.999-06:00'),
        lastDay: '2026-03-17',
      });
  });

  it('not for want of access or answer after a visit that the provider missed', () => {
    const missed = given(filed(), folioTold(), ...expected)
      .when(requestInformation(), cs)
      .when(failVisit({ reason: 'provider-missed', failedAt: hours(23) }), cs);
    for (const reason of ['no-access', 'no-answer'] as const)
      missed.when(lapse({ reason }), people.system, afterTheTerm).isRejected('visit-owed', { folio });
  });

  it('not for want of access where an answer is owed', () => {
    given(filed(), folioTold())
      .when(requestInformation(), cs)
      .when(lapse({ reason: 'no-access' }), people.system)
      .isRejected('nothing-unanswered');
  });

  it('not while an authority looks into it (I-17)', () => {
    given(filed(), folioTold())
      .when(requestInformation(), cs)
      .when(openAuthorityProceeding(), people.legal)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('proceeding-open', { folio });
  });

  it('only where the user was told the folio (O-17)', () => {
    given(filed())
      .when(requestInformation(), cs)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('folio-not-told', { folio });
  });

  it('not while the provider waits for parts, or attends to what the user took up', () => {
    const asked = given(filed(), folioTold()).when(requestInformation(), cs);
    asked
      .when(putOnHold({ reason: 'parts' }), cs)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('attended-to', { folio, level: 0 });
    asked
      .when(escalate({ level: 2, trigger: 'user' }), people.user)
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('attended-to', { folio, level: 2 });
  });
});

describe('A duplicate', () => {
  it('points at the request that goes on', () => {
    given(filed())
      .when(markDuplicate({ of: 'CON-000001-1' }), cs)
      .emits(happened('MarkedDuplicate', { of: 'CON-000001-1', toldTo: ['sub-1'] }))
      .hasStatus('cancelled')
      .state(({ endedAt }) => endedAt === hours(24));
  });

  it('is not one of itself, nor while an authority looks into it', () => {
    given(filed())
      .when(markDuplicate({ of: folio }), cs)
      .isRejected('duplicate-of-itself', { folio });
    given(filed())
      .when(openAuthorityProceeding(), people.legal)
      .when(markDuplicate(), cs)
      .isRejected('proceeding-open', { folio });
  });
});

describe('A duplicate and the request that goes on', () => {
  const other = { folio: 'CON-000001-1', subscriber: 'sub-1', reporter: null, ending: 'open' } as const;
  const goesOn = { ...other, folio: 'CON-000003-9' };

  it.each(['closed', 'withdrawn', 'lapsed', 'duplicate', 'not-accepted'] as const)(
    'I-25 is not marked where the other one is %s, or is not known',
    (ending) => {
      for (const known of [{ ...other, ending }, undefined])
        given(filed())
          .when(markDuplicate(), cs, { other: known })
          .isRejected('other-not-open', { other: other.folio });
    },
  );

  it('are of one user: the same subscriber, or one is the other’s reporter, who alone is told', () => {
    const of = (subscriber: string, reporter: string | null = null) =>
      given(filed({ subscriber: 'sub-1', reporter: 'rep-1' })).when(markDuplicate(), cs, {
        other: { ...other, subscriber, reporter },
      });
    const told = (...toldTo: readonly string[]) => happened('MarkedDuplicate', { of: other.folio, toldTo });
    of('sub-1').emits(told('sub-1'));
    of('sub-1', 'rep-1').emits(told('sub-1', 'rep-1'));
    of('rep-1').emits(told('rep-1'));
    of('sub-2', 'sub-1').emits(told('sub-1'));
    of('sub-2').isRejected('duplicate-of-anothers', { folio, other: other.folio });
    of('sub-2', 'rep-1').isRejected('duplicate-of-anothers');
  });

  it('names the one that goes on to staff and to its own party, and to no one else', () => {
    const duplicate = given(filed()).when(markDuplicate(), cs);
    const elsewhere = { folio, goesOn: goesOn.folio };
    duplicate.when(recordContact(), cs, { goesOn }).isRejected('goes-on-elsewhere', elsewhere);
    duplicate.when(recordContact(), people.user, { goesOn }).isRejected('goes-on-elsewhere', elsewhere);
    const theirs = { goesOn: { ...goesOn, subscriber: 'sub-2' } };
    duplicate
      .when(requestVisit(), people.user, theirs)
      .isRejected('complaint-ended', { folio, ending: 'duplicate' });
    duplicate.when(recordStatement(), people.user, theirs).emitsOnly('StatementReceived');
    duplicate.when(addNote(), cs, theirs).isRejected('goes-on-elsewhere', elsewhere);
    duplicate.when(addNote(), cs).emitsOnly('NoteAdded');
  });

  it.each([
    ['open', false],
    ['closed', false],
    ['withdrawn', true],
    ['lapsed', true],
    ['not-accepted', true],
  ] as const)('where that one is %s comes back for more than a mistake: %s', (ending, comesBack) => {
    const outcome = given(filed())
      .when(markDuplicate(), cs)
      .when(reopen({ reason: 'not-satisfied' }), people.user, { goesOn: { ...goesOn, ending } });
    if (comesBack) outcome.emitsOnly('Reopened');
    else outcome.isRejected('only-by-mistake', { folio, ending: 'duplicate' });
  });
});

describe('A complaint is reopened', () => {
  it('under the same folio, in a new cycle; the technical lead stays (I-02)', () => {
    given(...resolved({ attribution: 'provider' }), closed())
      .when(reopen({ reason: 'fault-persists', explanation: 'Otra vez.' }), people.user)
      .emits({
        ...happened('Reopened', { cycle: 2, reason: 'fault-persists' }),
        personal: { 'sub-1': { explanation: 'Otra vez.' } },
      })
      .hasStatus('inProgress')
      .leaves({ 'technical-lead': ['verify-cause'] })
      .state((state) => {
        expect(state).toMatchObject({
          folio,
          technician: 'rt-1',
          owner: 'cs-1',
          cause: null,
          repair: null,
          restoredBy: null,
          ruling: null,
          finalWord: null,
          endedAt: null,
          hands: { repaired: [], ruled: [] },
        });
        expect(state.facets).toMatchObject({
          cycle: 2,
          ending: 'open',
          diagnosis: 'assigned',
          faultFound: null,
          attribution: null,
          repair: 'none',
          handedOff: false,
          restoration: 'none',
          ruling: 'none',
          final: 'none',
        });
      });
  });

  it('a complaint is reopened again, in a third cycle', () => {
    given(...resolved(), closed())
      .when(reopen(), people.user)
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .emits(happened('Reopened', { cycle: 3, reason: 'fault-persists' }));
  });

  it('with nothing waited for any more (I-15)', () => {
    given(filed())
      .when(requestInformation(), cs)
      .when(putOnHold(), cs)
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .hasStatus('inProgress')
      .state(({ facets, requests }) => {
        expect([facets.openRequests, facets.hold]).toEqual([0, null]);
        expect(requests).toEqual({ made: 1, open: [] });
      })
      .when(receiveInformation(), people.user)
      .isRejected('nothing-asked')
      .when(resume(), cs)
      .isRejected('not-on-hold');
  });

  it('on an area’s track, where the area verifies again', () => {
    given(
      filedAs('complaint', { subject: 'attention' }),
      routedTo('billing'),
      causeVerified({}, people.competentArea),
      ruledUpheld(),
      userNotified({ restoration: 'not-applicable' }),
      closed(),
    )
      .when(reopen(), people.user)
      .state(({ facets, area }) => expect([facets.diagnosis, area]).toEqual(['none', 'billing']))
      .leaves({ 'competent-area': ['verify-cause'] });
  });

  it('before a technician was assigned, where none was', () => {
    given(filed())
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .state(({ facets }) => facets.diagnosis === 'none');
    given(filed(), assignedTo('rt-1'))
      .when(withdraw(), people.user)
      .when(reopen(), people.user)
      .state(({ facets }) => facets.diagnosis === 'assigned');
  });

  it.each(['not-satisfied', 'new-facts', 'closed-by-mistake'] as const)('because %s', (reason) => {
    const saidBy = { party: 'sub-1', channel: 'phone' } as const;
    given(...resolved(), closed())
      .when(reopen({ reason, saidBy }), cs)
      .emits(happened('Reopened', { cycle: 2, reason, saidBy }));
  });

  it('from a ruling or a final word before closing (C-22)', () => {
    given(...resolved())
      .when(reopen(), people.user)
      .emitsOnly('Reopened');
    given(...resolved().slice(0, -1))
      .when(reopen(), people.user)
      .emitsOnly('Reopened');
    given(filedAs('inquiry'), answered()).when(reopen(), people.user).emitsOnly('Reopened');
  });

  it('not while it is being worked on', () => {
    given(...resolved().slice(0, -2))
      .when(reopen(), people.user)
      .isRejected('nothing-to-reopen', { folio });
  });

  it.each(['withdraw', 'lapse'] as const)('from any reason after: %s', (end) => {
    const ended = given(filed(), folioTold()).when(requestInformation(), cs);
    const after =
      end === 'withdraw'
        ? ended.when(withdraw(), people.user)
        : ended.when(lapse(), people.system, afterTheTerm);
    after.when(reopen({ reason: 'new-facts' }), people.user, { occurredAt: days(14) }).emitsOnly('Reopened');
  });

  it('from a duplicate or a refusal only where that was a mistake', () => {
    const duplicate = given(filed()).when(markDuplicate(), cs);
    duplicate.when(reopen(), people.user).isRejected('only-by-mistake', { folio, ending: 'duplicate' });
    duplicate.when(reopen({ reason: 'closed-by-mistake' }), cs).emitsOnly('Reopened');
    const refused = given(filed()).when(
      { type: 'refuse', data: { reason: 'not-a-customer', forUser: 'No.' } },
      cs,
    );
    refused
      .when(reopen({ reason: 'new-facts' }), people.user)
      .isRejected('only-by-mistake', { folio, ending: 'not-accepted' });
    refused.when(reopen({ reason: 'closed-by-mistake' }), cs).emitsOnly('Reopened');
  });
});

describe('The window for reopening (C-22)', () => {
  const closedOn = (reopeningDays: number | null) =>
    given(filed({ terms: usualTerms({ reopeningDays }) }), ...resolved().slice(1), on(days(2), closed()));

  it('counts in days from the closing, to the end of the last one by the provider’s clocks', () => {
    const until = at('2026-03-24T23:59:59.999-06:00');
    closedOn(20).when(reopen(), people.user, { occurredAt: until }).emitsOnly('Reopened');
    closedOn(20)
      .when(reopen(), people.user, { occurredAt: at('2026-03-25T00:00:00-06:00') })
      .isRejected('reopening-window-over', { folio, until, lastDay: '2026-03-24' });
  });

  it('is that of the terms at filing, or none', () => {
    closedOn(5)
      .when(reopen(), people.user, { occurredAt: days(8) })
      .isRejected('reopening-window-over');
    closedOn(null)
      .when(reopen(), people.user, { occurredAt: days(2000) })
      .emitsOnly('Reopened');
  });

  it('does not run before the closing', () => {
    given(filed({ terms: usualTerms({ reopeningDays: 1 }) }), ...resolved().slice(1))
      .when(reopen(), people.user, { occurredAt: days(90) })
      .emitsOnly('Reopened');
  });
});

describe('A term that runs against the user, where an act is dated back (C-22)', () => {
  /** Answered on day 1; on day 31 it is closed as of day 1. */
  const backdated = { occurredAt: days(1), now: days(31) };
  const answeredCase = given(filedAs('inquiry'), folioTold(), answered());

  it('gives the whole window to reopen and to contest from when the ending was recorded', () => {
    const ended = answeredCase.when(close(), cs, backdated);
    ended
      .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(31) })
      .emitsOnly('Reopened');
    ended.when(escalate({ trigger: 'user' }), people.user, { occurredAt: days(31) }).emitsOnly('Escalated');
    ended
      .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(31 + 22) })
      .isRejected('reopening-window-over');
  });

  it('a term counts an imported log by its own times: no user waits for it', () => {
    answeredCase
      .when(close(), cs, { ...backdated, imported: true })
      .when(reopen({ reason: 'not-satisfied' }), people.user, { occurredAt: days(31) })
      .isRejected('reopening-window-over');
  });

  it('lets nothing lapse in the second in which it is said that the user was asked long ago', () => {
    given(filed(), folioTold())
      .when(requestInformation(), cs, backdated)
      .when(lapse(), people.system, { occurredAt: days(31) })
      .isRejected('lapse-term-running')
      .when(lapse(), people.system, { occurredAt: days(43) })
      .emitsOnly('Lapsed');
    given(filed(), folioTold(), ...expected)
      .when(failVisit({ reason: 'no-access', failedAt: hours(21) }), cs, backdated)
      .when(lapse({ reason: 'no-access' }), people.system, { occurredAt: days(31) })
      .isRejected('lapse-term-running');
  });

  it.each([
    ['further words', recordStatement({ statedAt: days(8) }), people.user],
    ['a call', recordContact({ direction: 'from-user', contactedAt: days(8) }), cs],
    ['a file', attachEvidence(), people.user],
  ] as const)('counts from the last word of the user: %s', (_name, word, by) => {
    given(filed(), folioTold())
      .when(requestInformation(), cs)
      .when(word, by, { occurredAt: days(8) })
      .when(lapse(), people.system, afterTheTerm)
      .isRejected('lapse-term-running')
      .when(lapse(), people.system, { occurredAt: days(20) })
      .emitsOnly('Lapsed');
  });
});
