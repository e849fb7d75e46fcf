import { describe, expect, it } from '@jest/globals';
import { pausesOf, type ComplaintCommand } from '../../../src/domain/index.js';
import { wordsIn } from '../../../src/domain/complaint/disclosure/table.js';
import {
  assignedTo,
  cancelVisit,
  causeVerified,
  closed,
  completeVisit,
  confirmRestoration,
  disputeRestoration,
  escalate,
  failVisit,
  filed,
  folio,
  given,
  happened,
  hours,
  notifyVisit,
  people,
  recordContact,
  recordStatement,
  reopen,
  repaired,
  requestArco,
  requestVisit,
  rescheduleVisit,
  type Step,
  withdraw,
  answered,
  filedAs,
  rate,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const lead = people.technicalLead;
const user = people.user;
const scheduled = {
  event: happened('VisitScheduled', {
    visit: 1,
    visitor: 'rt-1',
    window: { from: hours(30), to: hours(34) },
    purpose: 'inspection',
  }),
  by: cs,
} as const;
const notified = {
  event: happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(2) }),
  by: cs,
} as const;
const later = { occurredAt: hours(40) };

const saidBy = { party: 'sub-1', channel: 'phone', contact: 'call-9' } as const;
const byNoParty = { ...saidBy, party: 'sub-9' };
const window = { from: hours(50), to: hours(54) };

/** Where a user speaks to staff, who take it down: the command as it is asked, after what. */
const spoken: readonly (readonly [string, readonly Step[], (said: object) => ComplaintCommand])[] = [
  ['reopens', [filed(), closed()], (said) => reopen({ reason: 'not-satisfied', ...said })],
  ['contests', [filed()], (said) => escalate({ trigger: 'user', ...said })],
  ['asks for their data', [filed()], (said) => requestArco(said)],
  ['asks for a visit', [filed()], (said) => requestVisit(said)],
  ['moves a visit', [filed(), scheduled], (said) => rescheduleVisit({ by: 'user', window, ...said })],
  ['cancels a visit', [filed(), scheduled], (said) => cancelVisit({ by: 'user', ...said })],
  ['says more', [filed()], (said) => recordStatement(said)],
];

/** What staff put down to the user: the command as it is asked, after what. */
const mended = [filed(), assignedTo('rt-1'), causeVerified(), repaired()];
const putDownToThem: readonly (readonly [string, readonly Step[], (said: object) => ComplaintCommand])[] = [
  ['moves a visit', [filed(), scheduled], (said) => rescheduleVisit({ by: 'user', window, ...said })],
  ['cancels a visit', [filed(), scheduled], (said) => cancelVisit({ by: 'user', ...said })],
  ['says that the service is back', mended, (said) => confirmRestoration({ by: 'user', ...said })],
  ['says that the service is not back', mended, (said) => disputeRestoration(said)],
  ['is not satisfied', [filed(), closed()], (said) => reopen({ reason: 'not-satisfied', ...said })],
  ['contests', [filed()], (said) => escalate({ trigger: 'user', ...said })],
  ['asks for their data', [filed()], (said) => requestArco(said)],
  ['says more', [filed()], (said) => recordStatement(said)],
  ['rates', [filedAs('inquiry'), answered()], (said) => rate(said)],
];

describe('What staff put down to the user without naming who said it', () => {
  it.each(putDownToThem)('is refused as not the user’s word: the user %s', (_name, past, ask) => {
    given(...past)
      .when(ask({}), cs)
      .isRejected('not-the-users-word', { folio });
    given(...past)
      .when(ask({ saidBy: byNoParty }), cs)
      .isRejected('said-by-no-party', { folio, party: 'sub-9' });
    expect(given(...past).when(ask({ saidBy }), cs).decision).toMatchObject({
      ok: true,
      events: [{ data: { saidBy } }],
    });
    expect(given(...past).when(ask({}), user).decision).toMatchObject({ ok: true });
  });

  it.each(putDownToThem)('is taken from a log that was imported: the user %s', (_name, past, ask) => {
    expect(given(...past).when(ask({}), cs, { imported: true }).decision).toMatchObject({ ok: true });
  });

  it('is the provider’s own act where the provider moves or cancels, and a measurement names no party', () => {
    given(filed(), scheduled)
      .when(rescheduleVisit({ by: 'provider', window }), cs)
      .emitsOnly('VisitRescheduled')
      .when(cancelVisit({ by: 'provider' }), cs)
      .emitsOnly('VisitCancelled');
    given(...mended)
      .when(confirmRestoration({ by: 'measurement' }), cs)
      .emitsOnly('RestorationConfirmed');
  });
});

describe('The own word of a user that staff take down', () => {
  it.each(spoken)(
    'names who said it, by which channel, in which contact: the user %s',
    (_name, past, ask) => {
      const { decision } = given(...past).when(ask({ saidBy }), cs);
      expect(decision).toMatchObject({ ok: true, events: [{ data: { saidBy } }] });
      given(...past)
        .when(ask({ saidBy: byNoParty }), cs)
        .isRejected('said-by-no-party', { folio, party: 'sub-9' });
      given(...past)
        .when(ask({ saidBy: { ...saidBy, party: 'rep-1' } }), user)
        .isRejected('said-by-no-party');
    },
  );

  it('is the user’s, not the house’s: they read it in their own history', () => {
    const reopened = (data: object) =>
      ({ type: 'Reopened', data: { cycle: 2, reason: 'not-satisfied', ...data } }) as const;
    expect(wordsIn(reopened({ saidBy }), 'explanation', 'customer-service')).toBe('user');
    expect(wordsIn(reopened({}), 'explanation', 'customer-service')).toBe('house');
    expect(wordsIn(reopened({}), 'explanation', 'user')).toBe('user');
  });

  it('waives what is owed, as their own command does (I-16)', () => {
    const waiving = (said: object) => withdraw({ reason: 'other', waives: ['compensation'], ...said });
    given(filed()).when(waiving({ saidBy }), cs).emitsOnly('Withdrawn');
    given(filed())
      .when(waiving({ saidBy: byNoParty }), cs)
      .isRejected('said-by-no-party');
    given(filed()).when(waiving({}), cs).isRejected('only-the-user-waives', { folio });
  });
});

describe('What a user says though nothing was asked', () => {
  it('is taken down on the same request, sealed, with channel and time (O-34)', () => {
    const { decision } = given(filed())
      .when(recordStatement(), user)
      .emits(happened('StatementReceived', { kind: 'further-words', channel: 'email', statedAt: hours(3) }))
      .hasStatus('acknowledged');
    expect(decision).toMatchObject({
      events: [{ personal: { 'sub-1': { statement: 'También falla el teléfono.' } } }],
    });
  });

  it('a second report by another channel needs no second folio (I-25), by customer service as well', () => {
    given(filed())
      .when(recordStatement({ kind: 'second-report', channel: 'web', saidBy }), cs)
      .emits(
        happened('StatementReceived', {
          kind: 'second-report',
          channel: 'web',
          statedAt: hours(3),
          saidBy,
        }),
      );
  });

  it('is taken after the end too (I-23)', () => {
    given(filed(), closed()).when(recordStatement(), user).emitsOnly('StatementReceived');
    given(filed()).when(withdraw(), user).when(recordStatement(), user).emitsOnly('StatementReceived');
  });

  it('ends the pause for an absent user: they can be reached again (I-15)', () => {
    const absent = {
      event: happened('VisitFailed', { visit: 1, reason: 'user-absent', failedAt: hours(31) }),
      by: lead,
    } as const;
    const said = {
      event: happened('StatementReceived', { kind: 'further-words', channel: 'phone', statedAt: hours(33) }),
      by: user,
    } as const;
    expect(pausesOf(given(filed(), scheduled, notified, absent, said).events)).toMatchObject([
      { reason: 'user-absent', from: hours(31), to: hours(33) },
    ]);
  });
});

describe('A visit that took place though its notice is not recorded', () => {
  it('is recorded as unannounced, and only where that is said (O-30, I-14)', () => {
    given(filed(), scheduled)
      .when(completeVisit(), lead, later)
      .isRejected('visit-not-notified', { visit: 1 });
    given(filed(), scheduled)
      .when(completeVisit({ unannounced: false }), lead, later)
      .isRejected('visit-not-notified', { visit: 1 });
    given(filed(), scheduled)
      .when(completeVisit({ unannounced: true }), lead, later)
      .emits(
        happened('VisitCompleted', {
          visit: 1,
          startedAt: hours(30),
          endedAt: hours(31),
          unannounced: true,
        }),
      );
  });

  it('is announced where a notice is there, whatever is said; and one that was given is recorded late', () => {
    const announced = happened('VisitCompleted', { visit: 1, startedAt: hours(30), endedAt: hours(31) });
    given(filed(), scheduled, notified)
      .when(completeVisit({ unannounced: true }), lead, later)
      .emits(announced);
    given(filed(), scheduled)
      .when(notifyVisit(), cs, later)
      .when(completeVisit(), lead, later)
      .emits(announced);
  });
});

describe('A user who refuses entry at the door', () => {
  it('is neither absent nor out of reach: the visit failed for that, and the repair clock waits (I-15)', () => {
    const outcome = given(filed(), scheduled, notified).when(
      failVisit({ reason: 'refused-entry' }),
      lead,
      later,
    );
    outcome.emits(happened('VisitFailed', { visit: 1, reason: 'refused-entry', failedAt: hours(31) }));
    const failed = {
      event: happened('VisitFailed', { visit: 1, reason: 'refused-entry', failedAt: hours(31) }),
      by: lead,
    } as const;
    expect(pausesOf(given(filed(), scheduled, notified, failed).events)).toMatchObject([
      { reason: 'refused-entry', attributedTo: 'user', clocks: ['repair'], from: hours(31) },
    ]);
  });

  it('not before the window: then no one was expected at the door', () => {
    given(filed(), scheduled, notified)
      .when(failVisit({ reason: 'refused-entry', failedAt: hours(29) }), lead, later)
      .isRejected('before-the-window', { visit: 1, failedAt: hours(29), from: hours(30) });
  });
});

describe('What is the provider’s to say', () => {
  it('a user says that the service is back, and measures nothing for the provider', () => {
    const story = given(...mended);
    story
      .when(confirmRestoration({ by: 'measurement' }), user)
      .isRejected('only-the-provider-says', { folio });
    story.when(confirmRestoration({ by: 'measurement' }), cs).emitsOnly('RestorationConfirmed');
    story.when(confirmRestoration({ by: 'user' }), user).emitsOnly('RestorationConfirmed');
  });

  it('a user calls, and reaches out to nobody in the provider’s name: that would stop its clock of first contact (C-05)', () => {
    const story = given(filed());
    story.when(recordContact({ direction: 'to-user' }), user).isRejected('only-the-provider-says', { folio });
    story.when(recordContact({ direction: 'to-user' }), cs).emitsOnly('ContactMade');
    story.when(recordContact({ direction: 'from-user' }), user).emitsOnly('ContactMade');
  });
});
