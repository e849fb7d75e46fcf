import { describe, expect, it } from '@jest/globals';
import { pausesOf } from '../../../src/domain/index.js';
import {
  asCustomerService,
  asTechnicalLead,
  asUser,
  closed,
  completeVisit,
  failVisit,
  filed,
  given,
  happened,
  hours,
  notifyVisit,
  recordStatement,
  withdraw,
} from '../../../src/testing/index.js';

const cs = asCustomerService();
const lead = asTechnicalLead();
const user = asUser();
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
      .when(recordStatement({ kind: 'second-report', channel: 'web' }), cs)
      .emits(happened('StatementReceived', { kind: 'second-report', channel: 'web', statedAt: hours(3) }));
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
