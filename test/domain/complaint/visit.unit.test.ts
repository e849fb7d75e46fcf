import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../../src/domain/complaint/index.js';
import { kinds } from '../../../src/domain/complaint/vocabulary.js';
import {
  addNote,
  answered,
  asCustomerService,
  assignedTo,
  asSystem,
  asTechnicalLead,
  asUser,
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
  requestVisit,
  rescheduleVisit,
  scheduleVisit,
  usualTerms,
  type Step,
} from '../../../src/testing/index.js';

const window = { from: hours(30), to: hours(34) };
const later = { from: hours(54), to: hours(58) };
const scheduled = (visitor = 'rt-1', visit = 1): Step => ({
  event: happened('VisitScheduled', { visit, visitor, window, purpose: 'inspection' }),
  by: asCustomerService(),
});
const notified = (visit = 1): Step => ({
  event: happened('VisitNotified', { visit, channel: 'phone', notifiedAt: hours(2) }),
  by: asCustomerService(),
});
const rescheduled = (by: 'user' | 'provider' = 'provider'): Step => ({
  event: happened('VisitRescheduled', { visit: 1, window: later, by, visitor: 'rt-1' }),
  by: asCustomerService(),
});
const completed: Step = {
  event: happened('VisitCompleted', { visit: 1, startedAt: hours(30), endedAt: hours(31) }),
  by: asTechnicalLead(),
};
const agreed = [filed(), assignedTo('rt-1'), scheduled(), notified()];
const afterwards = { occurredAt: hours(35) };

describe('A visit is open to every kind of request (O-28)', () => {
  it.each(kinds)('also to one of the kind %s', (kind) => {
    given(filedAs(kind))
      .when(scheduleVisit({ visitor: 'emp-7', purpose: 'explanation' }), asCustomerService())
      .emitsOnly('VisitScheduled')
      .when(notifyVisit(), asSystem())
      .emitsOnly('VisitNotified')
      .when(completeVisit(), asCustomerService('emp-7'), afterwards)
      .emitsOnly('VisitCompleted');
  });

  it('and is asked for once, until it is scheduled', () => {
    given(filed())
      .when(requestVisit(), asUser())
      .emits(happened('VisitRequested', { visit: 1, purpose: 'inspection' }))
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'requested' });
        expect(visits).toEqual({ 1: { purpose: 'inspection', stage: 'requested' } });
      })
      .when(requestVisit(), asCustomerService())
      .isRejected('no-new-fact', { folio });
  });

  it('but not to one that has ended', () => {
    given(filed(), closed()).when(scheduleVisit(), asCustomerService()).isRejected('complaint-ended');
  });
});

describe('The intervention at the home is coordinated (O-29)', () => {
  it('with a visitor, a window and a purpose; where to go is sealed', () => {
    given(filed())
      .when(scheduleVisit({ address: 'Calle 5 núm. 12' }), asCustomerService())
      .emits({
        ...happened('VisitScheduled', { visit: 1, visitor: 'rt-1', window, purpose: 'inspection' }),
        personal: { 'sub-1': { address: 'Calle 5 núm. 12' } },
      })
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'scheduled' });
        expect(visits[1]).toEqual({ visitor: 'rt-1', window, purpose: 'inspection', stage: 'scheduled' });
      });
  });

  it('and visits are numbered from 1', () => {
    given(filed(), assignedTo('rt-1'), scheduled(), notified(), completed)
      .when(scheduleVisit({ window: later }), asTechnicalLead())
      .emits(happened('VisitScheduled', { visit: 2, visitor: 'rt-1', window: later, purpose: 'inspection' }));
  });

  it('in a window that ends after it begins', () => {
    const empty = { from: hours(30), to: hours(30) };
    given(filed())
      .when(scheduleVisit({ window: empty }), asCustomerService())
      .isRejected('window-invalid', empty);
    given(...agreed)
      .when(rescheduleVisit({ window: { from: hours(31), to: hours(30) } }), asCustomerService())
      .isRejected('window-invalid');
  });

  it('not in a window that is over, neither arranged nor moved there', () => {
    const past = { from: hours(20), to: hours(24) };
    given(filed())
      .when(scheduleVisit({ window: past }), asCustomerService())
      .isRejected('visit-window-past', past);
    given(...agreed)
      .when(rescheduleVisit({ window: past }), asCustomerService())
      .isRejected('visit-window-past', past);
    given(filed())
      .when(scheduleVisit({ window: { from: hours(23), to: hours(25) } }), asCustomerService())
      .emitsOnly('VisitScheduled');
    given(filed())
      .when(scheduleVisit({ window: past }), asCustomerService(), { imported: true })
      .emitsOnly('VisitScheduled');
  });

  it('nor in one that is longer than the recorded terms have a user wait at home: a day, a year', () => {
    for (const to of [hours(42 + 1 / 3600), hours(54), hours(30 + 8760)])
      given(filed())
        .when(scheduleVisit({ window: { from: hours(30), to } }), asCustomerService())
        .isRejected('visit-window-too-long', { from: hours(30), to, hours: 12 });
    given(filed())
      .when(scheduleVisit({ window: { from: hours(30), to: hours(42) } }), asCustomerService())
      .emitsOnly('VisitScheduled');
    given(filed({ terms: usualTerms({ visitWindowHours: 4 }) }))
      .when(scheduleVisit({ window: { from: hours(30), to: hours(35) } }), asCustomerService())
      .isRejected('visit-window-too-long', { from: hours(30), to: hours(35), hours: 4 });
  });

  it('and the same visitor in the same window is nothing new', () => {
    given(filed(), scheduled())
      .when(scheduleVisit(), asCustomerService())
      .isRejected('no-new-fact', { folio });
    given(filed(), scheduled())
      .when(rescheduleVisit({ window }), asCustomerService())
      .isRejected('no-new-fact', { folio });
    given(filed(), scheduled())
      .when(scheduleVisit({ visitor: 'rt-2' }), asCustomerService())
      .emitsOnly('VisitScheduled');
  });

  it.each([
    ['beginning', { ...window, from: hours(31) }],
    ['end', { ...window, to: hours(35) }],
  ])('and a window with another %s is another window', (_name, other) => {
    given(filed(), scheduled())
      .when(scheduleVisit({ window: other }), asCustomerService())
      .emitsOnly('VisitScheduled');
    given(filed(), scheduled())
      .when(rescheduleVisit({ window: other }), asCustomerService())
      .emitsOnly('VisitRescheduled');
  });
});

describe('The user is notified before the window (O-30)', () => {
  it('at its beginning at the latest', () => {
    given(filed(), scheduled())
      .when(notifyVisit({ notifiedAt: window.from }), asCustomerService(), { occurredAt: hours(30) })
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
      .when(notifyVisit({ notifiedAt: hours(30.01) }), asCustomerService(), afterwards)
      .isRejected('visit-notified-too-late', { visit: 1, notifiedAt: hours(30.01), from: window.from });
  });

  it('and a notice given in time may be recorded afterwards', () => {
    given(filed(), scheduled())
      .when(notifyVisit(), asCustomerService(), afterwards)
      .emitsOnly('VisitNotified');
  });

  it('but not one that lies ahead', () => {
    given(filed(), scheduled())
      .when(notifyVisit({ notifiedAt: hours(25) }), asCustomerService())
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24) });
  });

  it('and of two notices of one window the earlier counts', () => {
    given(...agreed)
      .when(notifyVisit({ channel: 'email', notifiedAt: hours(20) }), asSystem())
      .state(({ visits }) => expect(visits[1]).toMatchObject({ notifiedAt: hours(2) }));
    given(...agreed)
      .when(notifyVisit({ channel: 'email', notifiedAt: hours(1) }), asSystem())
      .state(({ visits }) => expect(visits[1]).toMatchObject({ notifiedAt: hours(1) }));
  });
});

describe('A visit starts only after its notice (I-14)', () => {
  it('so no visitor was there before it', () => {
    given(filed(), assignedTo('rt-1'), scheduled())
      .when(completeVisit(), asTechnicalLead(), afterwards)
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed)
      .when(completeVisit({ startedAt: hours(1) }), asTechnicalLead(), afterwards)
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed)
      .when(completeVisit({ startedAt: hours(2) }), asTechnicalLead(), afterwards)
      .emitsOnly('VisitCompleted');
  });

  it('and another window needs another notice', () => {
    given(...agreed, rescheduled())
      .when(completeVisit({ startedAt: hours(54), endedAt: hours(55) }), asTechnicalLead(), {
        occurredAt: hours(56),
      })
      .isRejected('visit-not-notified', { visit: 1 });
    given(...agreed, rescheduled(), notified())
      .when(completeVisit({ startedAt: hours(54), endedAt: hours(55) }), asTechnicalLead(), {
        occurredAt: hours(56),
      })
      .emitsOnly('VisitCompleted');
  });

  it.each(['user-absent', 'no-access', 'weather', 'safety'] as const)(
    'so it does not fail at the door either: %s',
    (reason) => {
      given(filed(), assignedTo('rt-1'), scheduled())
        .when(failVisit({ reason }), asTechnicalLead(), afterwards)
        .isRejected('visit-not-notified', { visit: 1 });
      given(...agreed)
        .when(failVisit({ reason }), asTechnicalLead(), afterwards)
        .emits(happened('VisitFailed', { visit: 1, reason, failedAt: hours(31) }))
        .state(({ facets, failedVisit, visits }) => {
          expect([facets.visits, visits[1]?.stage]).toEqual([{}, 'failed']);
          expect(failedVisit).toEqual({ reason, failedAt: hours(31) });
        });
    },
  );

  it('though it may fail because no visitor came, notified or not', () => {
    given(filed(), scheduled())
      .when(failVisit({ reason: 'provider-missed' }), asCustomerService(), afterwards)
      .emitsOnly('VisitFailed');
  });
});

describe('A user is absent only from a visit that was agreed (I-15)', () => {
  it.each(['user-absent', 'no-access'] as const)('so not before the window: %s', (reason) => {
    given(...agreed)
      .when(failVisit({ reason, failedAt: hours(29) }), asTechnicalLead(), afterwards)
      .isRejected('before-the-window', { visit: 1, failedAt: hours(29), from: window.from });
    given(...agreed)
      .when(failVisit({ reason, failedAt: window.from }), asTechnicalLead(), afterwards)
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
      .when(completeVisit(), asCustomerService(), afterwards)
      .isRejected('not-the-visitor');
    given(...sent)
      .when(failVisit(), asTechnicalLead('rt-9'), afterwards)
      .isRejected('not-in-charge');
  });

  it('customer service may take a failed visit down for them', () => {
    given(...agreed)
      .when(failVisit({ report: 'Nadie abrió.' }), asCustomerService(), afterwards)
      .emits({
        ...happened('VisitFailed', { visit: 1, reason: 'user-absent', failedAt: hours(31) }),
        personal: { 'sub-1': { report: 'Nadie abrió.' } },
      });
  });

  it('with times that follow each other, up to now', () => {
    given(...agreed)
      .when(completeVisit({ endedAt: hours(29) }), asTechnicalLead(), afterwards)
      .isRejected('visit-ends-before-it-starts', { visit: 1, startedAt: hours(30), endedAt: hours(29) });
    given(...agreed)
      .when(completeVisit(), asTechnicalLead(), { occurredAt: hours(30.5) })
      .isRejected('occurred-in-future');
    given(...agreed)
      .when(failVisit(), asTechnicalLead(), { occurredAt: hours(30.5) })
      .isRejected('occurred-in-future');
  });

  it('and what they found is sealed', () => {
    given(...agreed)
      .when(completeVisit({ report: 'El cable lo mordió un perro.' }), asTechnicalLead(), afterwards)
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
      .when(rescheduleVisit({ by: 'user' }), asUser())
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
      .when(rescheduleVisit({ window, visitor: 'rt-2' }), asCustomerService())
      .emits(happened('VisitRescheduled', { visit: 1, window, by: 'provider', visitor: 'rt-2' }));
  });

  it('or cancelled', () => {
    given(...agreed)
      .when(cancelVisit(), asUser())
      .emits(happened('VisitCancelled', { visit: 1, by: 'user' }))
      .state(({ facets, visits }) => expect([facets.visits, visits[1]?.stage]).toEqual([{}, 'cancelled']));
  });

  it('by a user at their own wish only', () => {
    given(...agreed)
      .when(rescheduleVisit({ by: 'provider' }), asUser())
      .isRejected('not-by-the-user', { visit: 1 });
    given(...agreed)
      .when(cancelVisit({ by: 'provider' }), asUser())
      .isRejected('not-by-the-user', { visit: 1 });
  });

  it('to no visitor of the user’s choice: who comes is up to the provider, and reads how the user is reached', () => {
    given(...agreed)
      .when(rescheduleVisit({ by: 'user', visitor: 'rt-9', window: later }), asUser())
      .isRejected('not-by-the-user', { visit: 1 });
    given(...agreed)
      .when(rescheduleVisit({ by: 'user', visitor: 'rt-1', window: later }), asUser())
      .emitsOnly('VisitRescheduled');
    given(...agreed)
      .when(rescheduleVisit({ by: 'provider', visitor: 'rt-9', window: later }), asCustomerService())
      .emitsOnly('VisitRescheduled');
  });

  it.each([notifyVisit(), rescheduleVisit(), completeVisit(), failVisit(), cancelVisit()])(
    'not one that is over, nor one that never was: $type',
    (command) => {
      given(...agreed, completed)
        .when(command, asTechnicalLead(), afterwards)
        .isRejected('visit-over', { visit: 1, stage: 'completed' });
      given(filed(), assignedTo('rt-1'))
        .when(command, asTechnicalLead(), afterwards)
        .isRejected('no-such-visit', { visit: 1 });
    },
  );
});

describe('A visit that was asked for beside one that is arranged', () => {
  const asked = given(...agreed).when(requestVisit({ purpose: 'equipment' }), asUser());
  const over = asked.when(completeVisit(), asTechnicalLead(), afterwards);

  it('is not lost once that one took place: it is arranged under its own number', () => {
    asked.emits(happened('VisitRequested', { visit: 2, purpose: 'equipment' }));
    over
      .state((state) => {
        expect(state.facets.visits).toEqual({ 2: 'requested' });
        expect(dutiesOf(state)['customer-service']).toContain('schedule-visit');
      })
      .when(scheduleVisit({ window: later, purpose: 'equipment' }), asCustomerService(), afterwards)
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
      .when(cancelVisit({ visit: 2 }), asUser())
      .emits(happened('VisitCancelled', { visit: 2, by: 'user' }))
      .state(({ facets, visits }) => {
        expect(facets.visits).toEqual({ 1: 'notified' });
        expect(visits[2]).toEqual({ purpose: 'equipment', stage: 'cancelled' });
      })
      .when(cancelVisit({ visit: 2 }), asUser())
      .isRejected('visit-over', { visit: 2, stage: 'cancelled' })
      .when(requestVisit(), asUser())
      .emits(happened('VisitRequested', { visit: 3, purpose: 'inspection' }));
    asked.when(cancelVisit({ visit: 2, by: 'provider' }), asTechnicalLead()).emitsOnly('VisitCancelled');
    given(filed(), assignedTo('rt-1'), scheduled('rt-5'))
      .when(requestVisit(), asUser())
      .when(cancelVisit({ visit: 2, by: 'provider' }), asTechnicalLead('rt-5'))
      .isRejected('not-in-charge', { actor: 'rt-5', role: 'technical-lead' });
  });

  it.each([
    notifyVisit({ visit: 2 }),
    rescheduleVisit({ visit: 2 }),
    completeVisit({ visit: 2 }),
    failVisit({ visit: 2 }),
  ])('is not there to be told of, moved or attended before it is arranged: $type', (command) => {
    asked.when(command, asTechnicalLead(), afterwards).isRejected('visit-not-arranged', { visit: 2 });
  });

  it('keeps the request from ending, as one that is arranged does: the user expects it', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(requestVisit(), asUser())
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(['schedule-visit']))
      .when(close(), asCustomerService())
      .isRejected('visit-arranged', { folio, visit: 1 })
      .when(cancelVisit(), asUser())
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(['close']))
      .when(close(), asCustomerService())
      .emitsOnly('Closed');
  });
});

describe('Of two visits that the user knows of', () => {
  const both = given(...agreed, scheduled('rt-6', 2), notified(2));

  it('the other one stays notified once one took place: the user is not told again, and the lead attends it', () => {
    both.when(completeVisit(), asTechnicalLead(), afterwards).state((state) => {
      expect(state.facets.visits).toEqual({ 2: 'notified' });
      expect(dutiesOf(state)['customer-service']).not.toContain('notify-visit');
      expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
    });
  });

  it('one that is moved is told of again, and the other one attended', () => {
    both.when(rescheduleVisit(), asCustomerService()).state((state) => {
      expect(state.facets.visits).toEqual({ 1: 'scheduled', 2: 'notified' });
      expect(dutiesOf(state)['customer-service']).toContain('notify-visit');
      expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
    });
  });
});

describe('A visit that failed', () => {
  const missed = given(...agreed).when(
    failVisit({ reason: 'provider-missed' }),
    asCustomerService(),
    afterwards,
  );
  const anotherOne = missed.when(scheduleVisit({ window: later }), asCustomerService(), afterwards);
  const schedules = expect.arrayContaining(['schedule-visit']);

  it('is owed again where the provider calls off the one that was to take its place', () => {
    anotherOne
      .state((state) => expect(dutiesOf(state)['customer-service']).not.toEqual(schedules))
      .when(cancelVisit({ visit: 2, by: 'provider' }), asCustomerService(), afterwards)
      .state((state) => expect(dutiesOf(state)['customer-service']).toEqual(schedules));
  });

  it('is owed no more where the user wants none, nor once one took place', () => {
    anotherOne
      .when(cancelVisit({ visit: 2 }), asUser(), afterwards)
      .state((state) => expect(dutiesOf(state)['customer-service']).not.toEqual(schedules));
    anotherOne
      .when(
        completeVisit({ visit: 2, startedAt: hours(54), endedAt: hours(55), unannounced: true }),
        asTechnicalLead(),
        { occurredAt: hours(56) },
      )
      .state(({ failedVisit }) => expect(failedVisit).toBeNull());
  });

  it('through the user does not let the request lapse once the provider called off the next one', () => {
    const absent = given(...agreed, folioTold()).when(failVisit(), asTechnicalLead(), afterwards);
    const afterTerm = { occurredAt: hours(31 + 12 * 24) };
    absent.when(lapse({ reason: 'no-access' }), asSystem(), afterTerm).emitsOnly('Lapsed');
    absent
      .when(scheduleVisit({ window: later }), asCustomerService(), afterwards)
      .when(lapse({ reason: 'no-access' }), asSystem(), afterTerm)
      .isRejected('nothing-unanswered')
      .when(cancelVisit({ visit: 2, by: 'provider' }), asCustomerService(), afterwards)
      .when(lapse({ reason: 'no-access' }), asSystem(), afterTerm)
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
    by: asCustomerService(),
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
