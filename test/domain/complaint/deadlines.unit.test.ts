import { describe, expect, it } from '@jest/globals';
import {
  answered,
  assignedTo,
  causeVerified,
  closed,
  filed,
  filedAs,
  folio,
  given,
  giveFurtherNotice,
  happened,
  hours,
  people,
  provideAnswer,
  recomputeClocks,
  recordBreach,
  reopened,
  repaired,
  usualTerms,
  warnOfDeadline,
} from '../../../src/testing/index.js';

const deadline = { clock: 'C-07', cycle: 1, dueAt: hours(24), policy: 'mx@1', calendar: 'mx@1' };
const breached = { event: happened('SlaBreached', deadline), by: people.system };
const late = { occurredAt: hours(25) };

describe('A missed deadline is recorded (I-24)', () => {
  it('once for each clock and cycle', () => {
    given(filed())
      .when(recordBreach(), people.system, late)
      .emits(happened('SlaBreached', deadline))
      .hasStatus('acknowledged')
      .when(recordBreach({ dueAt: hours(20) }), people.system, late)
      .isRejected('no-new-fact', { folio })
      .when(recordBreach({ clock: 'C-10' }), people.system, late)
      .emitsOnly('SlaBreached');
    given(filed(), breached, closed(), reopened())
      .when(recordBreach({ cycle: 2 }), people.system, late)
      .emitsOnly('SlaBreached');
  });

  it('a recorded breach is taken away by no later success', () => {
    const { state } = given(
      filed(),
      assignedTo('rt-1'),
      breached,
      causeVerified(),
      repaired({ restoredAt: hours(23) }),
      closed(),
      reopened(),
    );
    expect(state.breaches).toEqual(['C-07#1']);
  });

  it('not before it is due', () => {
    given(filed())
      .when(recordBreach(), people.system, { occurredAt: hours(23) })
      .isRejected('not-yet-due', { clock: 'C-07', dueAt: hours(24), now: hours(23) });
  });

  it('though it may be learned late: when it fell due, in an earlier cycle, after the end (I-23)', () => {
    given(filed())
      .when(recordBreach(), people.system, { occurredAt: hours(24), now: hours(300) })
      .emitsOnly('SlaBreached');
    given(filed(), closed(), reopened()).when(recordBreach(), people.system, late).emitsOnly('SlaBreached');
    given(filedAs('inquiry'), answered(), closed('answered'))
      .when(recordBreach(), people.system, late)
      .emitsOnly('SlaBreached')
      .hasStatus('closed');
  });

  it('in no cycle that has not begun', () => {
    given(filed())
      .when(recordBreach({ cycle: 2 }), people.system, late)
      .isRejected('no-such-cycle', { cycle: 2, current: 1 });
    given(filed())
      .when(warnOfDeadline({ cycle: 2 }), people.system)
      .isRejected('no-such-cycle', { cycle: 2, current: 1 });
  });
});

describe('A warning is given', () => {
  it('once for each clock, cycle and percentage', () => {
    given(filed())
      .when(warnOfDeadline(), people.system)
      .emits(happened('SlaWarned', { ...deadline, percent: 80 }))
      .hasStatus('acknowledged')
      .when(warnOfDeadline({ dueAt: hours(30) }), people.system)
      .isRejected('no-new-fact', { folio })
      .when(warnOfDeadline({ percent: 100 }), people.system)
      .emitsOnly('SlaWarned')
      .when(warnOfDeadline({ clock: 'C-10' }), people.system)
      .emitsOnly('SlaWarned');
  });
});

describe('The age of an open case (C-24, I-10)', () => {
  const old = warnOfDeadline({ clock: 'C-24', dueAt: hours(1_008), percent: 90 });
  const cs = people.customerService;
  const later = { occurredAt: hours(910) };
  const tell = [giveFurtherNotice({ sentAt: hours(910) }), cs, later] as const;

  it('has customer service tell the user where else to go, once', () => {
    given(filed())
      .when(old, people.system)
      .leaves({ 'customer-service': ['tell-folio', 'assign-technician', 'tell-user'] })
      .when(...tell)
      .emits(
        happened('FurtherNoticeGiven', {
          about: ['next-instance'],
          channel: 'phone',
          sentAt: hours(910),
        }),
      )
      .leaves({ 'customer-service': ['tell-folio', 'assign-technician'] })
      .when(...tell)
      .isRejected('nothing-to-tell', { folio });
  });

  it('is of no account once the user has the final word, or the case is over', () => {
    for (const over of [[answered()], [answered(), closed('answered')]])
      given(filedAs('inquiry'), ...over)
        .when(old, people.system)
        .emitsOnly('SlaWarned')
        .when(...tell)
        .isRejected('nothing-to-tell', { folio });
    given(filedAs('inquiry'))
      .when(old, people.system)
      .when(provideAnswer({ answeredAt: hours(909) }), cs, later)
      .emitsOnly('AnswerProvided')
      .when(...tell)
      .isRejected('nothing-to-tell', { folio });
  });

  it('is asked of no other clock', () => {
    given(filed())
      .when(warnOfDeadline({ clock: 'C-10' }), people.system)
      .when(...tell)
      .isRejected('nothing-to-tell', { folio });
  });
});

describe('Deadlines are counted anew by a recorded command only (I-18)', () => {
  it('with the policy and the calendars they now count by', () => {
    given(filed())
      .when(recomputeClocks(), people.legal)
      .emits(
        happened('ClocksRecomputed', {
          policy: 'mx',
          policyVersion: 2,
          calendars: ['mx@2'],
          reason: 'policy-change',
        }),
      )
      .hasStatus('acknowledged')
      .when(recomputeClocks(), people.legal)
      .isRejected('no-new-fact', { folio });
  });

  it.each([
    ['another version', { policyVersion: 2 }],
    ['another policy', { policy: 'rural' }],
    ['another calendar', { calendars: ['mx@2'] }],
    ['one calendar more', { calendars: ['mx@1', 'office@1'] }],
  ])('since with unchanged versions nothing changes: %s does', (_name, change) => {
    const asFiled = { policy: 'mx', policyVersion: 1, calendars: ['mx@1'] };
    given(filed())
      .when(recomputeClocks(asFiled), people.customerService)
      .isRejected('no-new-fact', { folio });
    given(filed())
      .when(recomputeClocks({ ...asFiled, ...change }), people.customerService)
      .emitsOnly('ClocksRecomputed');
  });

  it.each([
    ['one calendar less', ['mx@1'], 'emitsOnly'],
    ['one of two replaced', ['mx@1', 'office@2'], 'emitsOnly'],
    ['the same two in another order', ['office@1', 'mx@1'], 'isRejected'],
  ] as const)('by the calendars as a whole: %s', (_name, calendars, outcome) => {
    const countedAnew = given(filed({ terms: usualTerms({ calendars: ['mx@1', 'office@1'] }) })).when(
      recomputeClocks({ policy: 'mx', policyVersion: 1, calendars: [...calendars] }),
      people.customerService,
    );
    if (outcome === 'emitsOnly') countedAnew.emitsOnly('ClocksRecomputed');
    else countedAnew.isRejected('no-new-fact', { folio });
  });

  it.each([[['office@2', 'mx@1', 'office@1']], [['office@2', 'office@2']]])(
    'by one version of each calendar, never by the first of several in silence: %j',
    (calendars) => {
      given(filed())
        .when(recomputeClocks({ policy: 'mx', policyVersion: 1, calendars }), people.customerService)
        .isRejected('calendar-named-twice', { calendars: calendars.filter((ref) => ref !== 'mx@1') });
    },
  );

  it('deadlines are counted anew where a fact was learned late, also with the same versions', () => {
    const same = { policy: 'mx', policyVersion: 1, calendars: ['mx@1'], reason: 'late-fact' } as const;
    given(filed()).when(recomputeClocks(same), people.system).emitsOnly('ClocksRecomputed');
  });
});
