import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../../src/domain/complaint/index.js';
import { kinds } from '../../../src/domain/complaint/vocabulary.js';
import {
  addNote,
  answered,
  asCustomerService,
  assignedTo,
  asTechnicalLead,
  cancelVisit,
  close,
  closed,
  completeVisit,
  failVisit,
  filed,
  filedAs,
  folio,
  folioTold,
  given,
  happened,
  hours,
  lapse,
  notifyVisit,
  people,
  requestVisit,
  rescheduleVisit,
  scheduleVisit,
  type Step,
  usualTerms,
} from '../../../src/testing/index.js';

const window = { from: hours(30), to: hours(34) };
const later = { from: hours(54), to: hours(58) };
const scheduled = (visitor = 'rt-1', visit = 1): Step => ({
  event: happened('VisitScheduled', { visit, visitor, window, purpose: 'inspection' }),
  by: people.customerService,
});
const notified = (visit = 1): Step => ({
  event: happened('VisitNotified', { visit, channel: 'phone', notifiedAt: hours(2) }),
  by: people.customerService,
});
const rescheduled = (by: 'user' | 'provider' = 'provider'): Step => ({
  event: happened('VisitRescheduled', { visit: 1, window: later, by, visitor: 'rt-1' }),
  by: people.customerService,
});
const completed: Step = {
  event: happened('VisitCompleted', { visit: 1, startedAt: hours(30), endedAt: hours(31) }),
  by: people.technicalLead,
};
const agreed = [filed(), assignedTo('rt-1'), scheduled(), notified()];
const afterwards = { occurredAt: hours(35) };

describe('A visit is open to every kind of request (O-28)', () => {
  it.each(kinds)('also to one of the kind %s', (kind) => {
    given(filedAs(kind))
      .when(scheduleVisit({ visitor: 'emp-7', purpose: 'explanation' }), people.customerService)
      .emitsOnly('VisitScheduled')
      .when(notifyVisit(), people.system)
      .emitsOnly('VisitNotified')
      .when(completeVisit(), asCustomerService('emp-7'), afterwards)
      .emitsOnly('VisitCompleted');
  });

  it('a visit is asked for once, until it is scheduled', () => {
    given(filed())
      .when(requestVisit(), people.user)
      .emits(happened('VisitRequested', { visit: 1, purpose: 'inspection' }))
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'requested' });
        expect(visits).toEqual({ 1: { purpose: 'inspection', stage: 'requested' } });
      })
      .when(requestVisit(), people.customerService)
      .isRejected('no-new-fact', { folio });
  });

  it('no visit is open to a request that has ended', () => {
    given(filed(), closed()).when(scheduleVisit(), people.customerService).isRejected('complaint-ended');
  });
});

describe('The intervention at the home is coordinated (O-29)', () => {
  it('with a visitor, a window and a purpose; where to go is sealed', () => {
    given(filed())
      .when(scheduleVisit({ address: 'Calle 5 núm. 12' }), people.customerService)
      .emits({
        ...happened('VisitScheduled', { visit: 1, visitor: 'rt-1', window, purpose: 'inspection' }),
        personal: { 'sub-1': { address: 'Calle 5 núm. 12' } },
      })
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'scheduled' });
        expect(visits[1]).toEqual({ visitor: 'rt-1', window, purpose: 'inspection', stage: 'scheduled' });
      });
  });

  it('visits are numbered from 1', () => {
    given(filed(), assignedTo('rt-1'), scheduled(), notified(), completed)
      .when(scheduleVisit({ window: later }), people.technicalLead)
      .emits(happened('VisitScheduled', { visit: 2, visitor: 'rt-1', window: later, purpose: 'inspection' }));
  });

  it('in a window that ends after it begins', () => {
    const empty = { from: hours(30), to: hours(30) };
    given(filed())
      .when(scheduleVisit({ window: empty }), people.customerService)
      .isRejected('window-invalid', empty);
    given(...agreed)
      .when(rescheduleVisit({ window: { from: hours(31), to: hours(30) } }), people.customerService)
      .isRejected('window-invalid');
  });

  it('not in a window that is over, neither arranged nor moved there', () => {
    const past = { from: hours(20), to: hours(24) };
    given(filed())
      .when(scheduleVisit({ window: past }), people.customerService)
      .isRejected('visit-window-past', past);
    given(...agreed)
      .when(rescheduleVisit({ window: past }), people.customerService)
      .isRejected('visit-window-past', past);
    given(filed())
      .when(scheduleVisit({ window: { from: hours(23), to: hours(25) } }), people.customerService)
      .emitsOnly('VisitScheduled');
    given(filed())
      .when(scheduleVisit({ window: past }), people.customerService, { imported: true })
      .emitsOnly('VisitScheduled');
  });

  it('nor in one that lies more than half a year ahead: the year was typed wrongly', () => {
    const farFrom = (from: number) => ({ from: hours(from), to: hours(from + 2) });
    const far = farFrom(24 + 180 * 24 + 1);
    given(filed())
      .when(scheduleVisit({ window: far }), people.customerService, { occurredAt: hours(24) })
      .isRejected('visit-window-too-far', { ...far, days: 180 });
    given(...agreed)
      .when(rescheduleVisit({ window: farFrom(8_784 + 30) }), people.customerService)
      .isRejected('visit-window-too-far');
    given(filed())
      .when(scheduleVisit({ window: farFrom(24 + 180 * 24) }), people.customerService, {
        occurredAt: hours(24),
      })
      .emitsOnly('VisitScheduled');
    given(filed())
      .when(scheduleVisit({ window: far }), people.customerService, { imported: true })
      .emitsOnly('VisitScheduled');
  });

  it('nor in one that is longer than the recorded terms have a user wait at home: a day, a year', () => {
    for (const to of [hours(42 + 1 / 3600), hours(54), hours(30 + 8760)])
      given(filed())
        .when(scheduleVisit({ window: { from: hours(30), to } }), people.customerService)
        .isRejected('visit-window-too-long', { from: hours(30), to, hours: 12 });
    given(filed())
      .when(scheduleVisit({ window: { from: hours(30), to: hours(42) } }), people.customerService)
      .emitsOnly('VisitScheduled');
    given(filed({ terms: usualTerms({ visitWindowHours: 4 }) }))
      .when(scheduleVisit({ window: { from: hours(30), to: hours(35) } }), people.customerService)
      .isRejected('visit-window-too-long', { from: hours(30), to: hours(35), hours: 4 });
  });

  it('the same visitor in the same window is nothing new', () => {
    given(filed(), scheduled())
      .when(scheduleVisit(), people.customerService)
      .isRejected('no-new-fact', { folio });
    given(filed(), scheduled())
      .when(rescheduleVisit({ window }), people.customerService)
      .isRejected('no-new-fact', { folio });
    given(filed(), scheduled())
      .when(scheduleVisit({ visitor: 'rt-2' }), people.customerService)
      .emitsOnly('VisitScheduled');
  });

  it.each([
    ['beginning', { ...window, from: hours(31) }],
    ['end', { ...window, to: hours(35) }],
  ])('a window with another %s is another window', (_name, other) => {
    given(filed(), scheduled())
      .when(scheduleVisit({ window: other }), people.customerService)
      .emitsOnly('VisitScheduled');
    given(filed(), scheduled())
      .when(rescheduleVisit({ window: other }), people.customerService)
      .emitsOnly('VisitRescheduled');
  });
});

describe('The user is notified before the window (O-30)', () => {
  it('at its beginning at the latest', () => {
    given(filed(), scheduled())
      .when(notifyVisit({ notifiedAt: window.from }), people.customerService, { occurredAt: hours(30) })
      .emits(happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: window.from }))
      .state(({ facets, visits, sent }) => {
        expect(facets.visits).toEqual({ 1: 'notified' });
        expect(visits[1]).toMatchObject({
          stage: 'notified',
          notifiedAt: window.from,
          notices: [{ channel: 'phone', notifiedAt: window.from }],
        });
        expect(sent).toEqual([3]);
      });
    given(filed(), scheduled())
      .when(notifyVisit({ notifiedAt: hours(30.01) }), people.customerService, afterwards)
      .isRejected('visit-notified-too-late', { visit: 1, notifiedAt: hours(30.01), from: window.from });
  });

  it('a notice given in time may be recorded afterwards', () => {
    given(filed(), scheduled())
      .when(notifyVisit(), people.customerService, afterwards)
      .emitsOnly('VisitNotified');
  });

  it('a notice that lies ahead is not recorded', () => {
    given(filed(), scheduled())
      .when(notifyVisit({ notifiedAt: hours(25) }), people.customerService)
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24) });
  });

  it('the earlier of two notices of one window counts', () => {
    given(...agreed)
      .when(notifyVisit({ channel: 'email', notifiedAt: hours(20) }), people.system)
      .state(({ visits }) => expect(visits[1]).toMatchObject({ notifiedAt: hours(2) }));
    given(...agreed)
      .when(notifyVisit({ channel: 'email', notifiedAt: hours(1) }), people.system)
      .state(({ visits }) => expect(visits[1]).toMatchObject({ notifiedAt: hours(1) }));
  });
});

describe('A visit starts only after its notice (I-14)', () => {
  it('so no visitor was there before it', () => {
    given(filed(), assignedTo('rt-1'), scheduled())
      .when(completeVisit(), people.technicalLead, afterwards)
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed)
      .when(completeVisit({ startedAt: hours(1) }), people.technicalLead, afterwards)
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed)
      .when(completeVisit({ startedAt: hours(2) }), people.technicalLead, afterwards)
      .emitsOnly('VisitCompleted');
  });

  it('another window needs another notice', () => {
    given(...agreed, rescheduled())
      .when(completeVisit({ startedAt: hours(54), endedAt: hours(55) }), people.technicalLead, {
        occurredAt: hours(56),
      })
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed, rescheduled(), notified())
      .when(completeVisit({ startedAt: hours(54), endedAt: hours(55) }), people.technicalLead, {
        occurredAt: hours(56),
      })
      .emitsOnly('VisitCompleted');
  });

  it.each(['user-absent', 'no-access', 'weather', 'safety'] as const)(
    'so it does not fail at the door either: %s',
    (reason) => {
      given(filed(), assignedTo('rt-1'), scheduled())
        .when(failVisit({ reason }), people.technicalLead, afterwards)
        .isRejected('visit-not-notified', { visit: 1 });
      given(...agreed)
        .when(failVisit({ reason, report: 'No abrieron.' }), people.technicalLead, afterwards)
        .emits({
          ...happened('VisitFailed', { visit: 1, reason, failedAt: hours(31) }),
          personal: { 'sub-1': { report: 'No abrieron.' } },
        })
        .state(({ facets, failedVisit, visits }) => {
          expect([facets.visits, visits[1]?.stage]).toEqual([{}, 'failed']);
          expect(failedVisit).toEqual({ reason, failedAt: hours(31) });
        });
    },
  );

  it('though it may fail because no visitor came, notified or not', () => {
    given(filed(), scheduled())
      .when(failVisit({ reason: 'provider-missed' }), people.customerService, afterwards)
      .emitsOnly('VisitFailed');
  });
});

describe('A user is absent only from a visit that was agreed (I-15)', () => {
  it.each(['user-absent', 'no-access'] as const)('so not before the window: %s', (reason) => {
    given(...agreed)
      .when(failVisit({ reason, failedAt: hours(29) }), people.technicalLead, afterwards)
      .isRejected('before-the-window', { visit: 1, failedAt: hours(29), from: window.from });
    given(...agreed)
      .when(failVisit({ reason, failedAt: window.from }), people.technicalLead, afterwards)
      .emitsOnly('VisitFailed');
  });
});

describe('What happened at the door is told by who was there', () => {
  it('the visitor named, or the technical lead in charge', () => {
    const sent = [filed(), assignedTo('rt-1'), scheduled('rt-5'), notified()];
    for (const actor of ['rt-1', 'rt-5'])
      given(...sent)
        .when(completeVisit(), asTechnicalLead(actor), afterwards)
        .emitsOnly('VisitCompleted');
    given(...sent)
      .when(completeVisit(), asTechnicalLead('rt-9'), afterwards)
      .isRejected('not-in-charge', { actor: 'rt-9', role: 'technical-lead' });
    given(...sent, scheduled('rt-9', 2))
      .when(completeVisit(), asTechnicalLead('rt-9'), afterwards)
      .isRejected('not-the-visitor', { visit: 1, visitor: 'rt-5' });
    given(...sent)
      .when(completeVisit(), people.customerService, afterwards)
      .isRejected('not-the-visitor');
    given(...sent)
      .when(failVisit(), asTechnicalLead('rt-9'), afterwards)
      .isRejected('not-in-charge');
  });

  it('customer service may take a failed visit down for them', () => {
    given(...agreed)
      .when(failVisit({ report: 'Nadie abrió.' }), people.customerService, afterwards)
      .emits({
        ...happened('VisitFailed', { visit: 1, reason: 'user-absent', failedAt: hours(31) }),
        personal: { 'sub-1': { report: 'Nadie abrió.' } },
      });
  });

  it('with times that follow each other, up to now', () => {
    given(...agreed)
      .when(completeVisit({ endedAt: hours(29) }), people.technicalLead, afterwards)
      .isRejected('visit-ends-before-it-starts', { visit: 1, startedAt: hours(30), endedAt: hours(29) });
    given(...agreed)
      .when(completeVisit(), people.technicalLead, { occurredAt: hours(30.5) })
      .isRejected('occurred-in-future');
    given(...agreed)
      .when(failVisit(), people.technicalLead, { occurredAt: hours(30.5) })
      .isRejected('occurred-in-future');
  });

  it('what a visitor found is sealed', () => {
    given(...agreed)
      .when(completeVisit({ report: 'El cable lo mordió un perro.' }), people.technicalLead, afterwards)
      .emits({
        ...happened('VisitCompleted', { visit: 1, startedAt: hours(30), endedAt: hours(31) }),
        personal: { 'sub-1': { report: 'El cable lo mordió un perro.' } },
      })
      .state(({ facets, visits }) => expect([facets.visits, visits[1]?.stage]).toEqual([{}, 'completed']));
  });
});

describe('A visit that stands may be changed', () => {
  it('to another window or visitor; it says at whose wish', () => {
    given(...agreed)
      .when(rescheduleVisit({ by: 'user' }), people.user)
      .emits(happened('VisitRescheduled', { visit: 1, window: later, by: 'user', visitor: 'rt-1' }))
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'scheduled' });
        expect(visits[1]).toEqual({
          visitor: 'rt-1',
          window: later,
          purpose: 'inspection',
          stage: 'scheduled',
        });
      });
    given(...agreed)
      .when(rescheduleVisit({ window, visitor: 'rt-2' }), people.customerService)
      .emits(happened('VisitRescheduled', { visit: 1, window, by: 'provider', visitor: 'rt-2' }));
  });

  it('a visit that stands may be cancelled', () => {
    given(...agreed)
      .when(cancelVisit(), people.user)
      .emits(happened('VisitCancelled', { visit: 1, by: 'user' }))
      .state(({ facets, visits }) => expect([facets.visits, visits[1]?.stage]).toEqual([{}, 'cancelled']));
  });

  it('by a user at their own wish only', () => {
    given(...agreed)
      .when(rescheduleVisit({ by: 'provider' }), people.user)
      .isRejected('not-by-the-user', { visit: 1 });
    given(...agreed)
      .when(cancelVisit({ by: 'provider' }), people.user)
      .isRejected('not-by-the-user', { visit: 1 });
  });

  it('to no visitor of the user’s choice: who comes is up to the provider, and reads how the user is reached', () => {
    given(...agreed)
      .when(rescheduleVisit({ by: 'user', visitor: 'rt-9', window: later }), people.user)
      .isRejected('not-by-the-user', { visit: 1 });
    given(...agreed)
      .when(rescheduleVisit({ by: 'user', visitor: 'rt-1', window: later }), people.user)
      .emitsOnly('VisitRescheduled');
    given(...agreed)
      .when(rescheduleVisit({ by: 'provider', visitor: 'rt-9', window: later }), people.customerService)
      .emitsOnly('VisitRescheduled');
  });

  it.each([notifyVisit(), rescheduleVisit(), completeVisit(), failVisit(), cancelVisit()])(
    'not one that is over, nor one that never was: $type',
    (command) => {
      given(...agreed, completed)
        .when(command, people.technicalLead, afterwards)
        .isRejected('visit-over', { visit: 1, stage: 'completed' });
      given(filed(), assignedTo('rt-1'))
        .when(command, people.technicalLead, afterwards)
        .isRejected('no-such-visit', { visit: 1 });
    },
  );
});

describe('A visit that was asked for beside one that is arranged', () => {
  const asked = given(...agreed).when(requestVisit({ purpose: 'equipment' }), people.user);
  const over = asked.when(completeVisit(), people.technicalLead, afterwards);

  it('is not lost once that one took place: it is arranged under its own number', () => {
    asked.emits(happened('VisitRequested', { visit: 2, purpose: 'equipment' }));
    over
      .state((state) => {
        expect(state.facets.visits).toEqual({ 2: 'requested' });
        expect(dutiesOf(state)['customer-service']).toContain('schedule-visit');
      })
      .when(scheduleVisit({ window: later, purpose: 'equipment' }), people.customerService, afterwards)
      .emits(happened('VisitScheduled', { visit: 2, visitor: 'rt-1', window: later, purpose: 'equipment' }))
      .state(({ facets }) => expect(facets.visits).toEqual({ 2: 'scheduled' }));
  });

  it('neither hides the duties of that one nor is hidden by them', () => {
    asked.state((state) => {
      expect(dutiesOf(state)['customer-service']).toContain('schedule-visit');
      expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
    });
  });

  it('is called off by the user or for them, by no visitor of another visit, and then is over', () => {
    asked
      .when(cancelVisit({ visit: 2 }), people.user)
      .emits(happened('VisitCancelled', { visit: 2, by: 'user' }))
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'notified' });
        expect(visits[2]).toEqual({ purpose: 'equipment', stage: 'cancelled' });
      })
      .when(cancelVisit({ visit: 2 }), people.user)
      .isRejected('visit-over', { visit: 2, stage: 'cancelled' })
      .when(requestVisit(), people.user)
      .emits(happened('VisitRequested', { visit: 3, purpose: 'inspection' }));
    asked.when(cancelVisit({ visit: 2, by: 'provider' }), people.technicalLead).emitsOnly('VisitCancelled');
    given(filed(), assignedTo('rt-1'), scheduled('rt-5'))
      .when(requestVisit(), people.user)
      .when(cancelVisit({ visit: 2, by: 'provider' }), asTechnicalLead('rt-5'))
      .isRejected('not-in-charge', { actor: 'rt-5', role: 'technical-lead' });
  });

  it.each([
    notifyVisit({ visit: 2 }),
    rescheduleVisit({ visit: 2 }),
    completeVisit({ visit: 2 }),
    failVisit({ visit: 2 }),
  ])('is not there to be told of, moved or attended before it is arranged: $type', (command) => {
    asked.when(command, people.technicalLead, afterwards).isRejected('visit-not-arranged', { visit: 2 });
  });

  it('keeps the request from ending, as one that is arranged does: the user expects it', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(requestVisit(), people.user)
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(['schedule-visit']))
      .when(close(), people.customerService)
      .isRejected('visit-arranged', { folio, visit: 1 })
      .when(cancelVisit(), people.user)
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(['close']))
      .when(close(), people.customerService)
      .emitsOnly('Closed');
  });
});

describe('Of two visits that the user knows of', () => {
  const both = given(...agreed, scheduled('rt-6', 2), notified(2));

  it('the other one stays notified once one took place: the user is not told again, and the lead attends it', () => {
    both.when(completeVisit(), people.technicalLead, afterwards).state((state) => {
      expect(state.facets.visits).toEqual({ 2: 'notified' });
      expect(dutiesOf(state)['customer-service']).not.toContain('notify-visit');
      expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
    });
  });

  it('one that is moved is told of again, and the other one attended', () => {
    both.when(rescheduleVisit(), people.customerService).state((state) => {
      expect(state.facets.visits).toEqual({ 1: 'scheduled', 2: 'notified' });
      expect(dutiesOf(state)['customer-service']).toContain('notify-visit');
      expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
    });
  });
});

describe('A visit that failed', () => {
  const missed = given(...agreed).when(
    failVisit({ reason: 'provider-missed' }),
    people.customerService,
    afterwards,
  );
  const anotherOne = missed.when(scheduleVisit({ window: later }), people.customerService, afterwards);
  const schedules = expect.arrayContaining(['schedule-visit']);

  it('is owed again where the provider calls off the one that was to take its place', () => {
    anotherOne
      .state((state) => expect(dutiesOf(state)['customer-service']).not.toEqual(schedules))
      .when(cancelVisit({ visit: 2, by: 'provider' }), people.customerService, afterwards)
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(schedules));
  });

  it('is owed no more where the user wants none, nor once one took place', () => {
    anotherOne
      .when(cancelVisit({ visit: 2 }), people.user, afterwards)
      .state((state) => expect(dutiesOf(state)['customer-service']).not.toEqual(schedules));
    anotherOne
      .when(
        completeVisit({ visit: 2, startedAt: hours(54), endedAt: hours(55), unannounced: true }),
        people.technicalLead,
        { occurredAt: hours(56) },
      )
      .state(({ failedVisit }) => expect(failedVisit).toBeNull());
  });

  it('through the user does not let the request lapse once the provider called off the next one', () => {
    const absent = given(...agreed, folioTold()).when(failVisit(), people.technicalLead, afterwards);
    const afterTerm = { occurredAt: hours(31 + 12 * 24) };
    absent.when(lapse({ reason: 'no-access' }), people.system, afterTerm).emitsOnly('Lapsed');
    absent
      .when(scheduleVisit({ window: later }), people.customerService, afterwards)
      .when(lapse({ reason: 'no-access' }), people.system, afterTerm)
      .isRejected('nothing-unanswered')
      .when(cancelVisit({ visit: 2, by: 'provider' }), people.customerService, afterwards)
      .when(lapse({ reason: 'no-access' }), people.system, afterTerm)
      .isRejected('visit-owed', { folio });
  });
});

describe('The visitor of one visit', () => {
  const visitor = asTechnicalLead('rt-5');
  const two = [filed(), assignedTo('rt-1'), scheduled('rt-5'), scheduled('rt-6', 2)];

  it.each([
    notifyVisit({ visit: 2 }),
    rescheduleVisit({ visit: 2 }),
    cancelVisit({ visit: 2, by: 'provider' }),
    failVisit({ visit: 2 }),
    completeVisit({ visit: 2 }),
  ])('has no say in the visit of another visitor while their own is still to come: $type', (command) => {
    given(...two)
      .when(command, visitor, afterwards)
      .isRejected('not-the-visitor', { visit: 2, visitor: 'rt-6' });
  });

  it('tells of, moves and calls off their own; the lead in charge does so with any of them', () => {
    for (const by of [visitor, asTechnicalLead('rt-1')])
      given(...two)
        .when(notifyVisit(), by)
        .emitsOnly('VisitNotified')
        .when(rescheduleVisit(), by)
        .emitsOnly('VisitRescheduled')
        .when(cancelVisit({ by: 'provider' }), by)
        .emitsOnly('VisitCancelled');
  });
});

describe('The visitor of a visit that is over', () => {
  const cancelled: Step = {
    event: happened('VisitCancelled', { visit: 1, by: 'user' }),
    by: people.customerService,
  };
  const visitor = asTechnicalLead('rt-5');

  it.each([notifyVisit({ visit: 2 }), rescheduleVisit({ visit: 2 }), cancelVisit({ visit: 2 })])(
    'has no say in the visit of another visitor: $type',
    (command) => {
      given(filed(), assignedTo('rt-1'), scheduled('rt-5'), cancelled, scheduled('rt-1', 2))
        .when(command, visitor)
        .isRejected('not-in-charge', { actor: 'rt-5', role: 'technical-lead' });
    },
  );

  it('may still add what was seen on it, and nothing where no visitor went', () => {
    given(filed(), assignedTo('rt-1'), scheduled('rt-5'), notified(), completed)
      .when(addNote(), visitor, afterwards)
      .emitsOnly('NoteAdded');
    given(filed(), assignedTo('rt-1'), scheduled('rt-5'), cancelled)
      .when(addNote(), visitor, afterwards)
      .isRejected('not-in-charge', { actor: 'rt-5', role: 'technical-lead' });
  });
});

describe('A reader who drops the beginning of a visit', () => {
  it('sees no visit where only its notice or its outcome is left', () => {
    expect(given(filed(), notified(), completed).state.visits).toEqual({});
  });

  it('sees one from its new window on', () => {
    expect(given(filed(), rescheduled()).state.visits[1]).toEqual({
      visitor: 'rt-1',
      window: later,
      purpose: 'inspection',
      stage: 'scheduled',
    });
  });
});
