import { describe, expect, it } from '@jest/globals';
import { clocksStartedBy, withTerms } from '../../../../src/domain/sla/clocks/changes.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import { clocksOfRights } from '../../../../src/domain/sla/policy/clocks-of-rights.js';
import { endOfTerm } from '../../../../src/domain/complaint/terms-in-days.js';
import { instantOf, millisecondsOf } from '../../../../src/domain/kernel/instant.js';
import type { Era } from '../../../../src/domain/sla/clocks/run.js';
import { always, local } from '../calendars.js';
import { clockOf, mexican, minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  classified,
  closed,
  contact,
  countedAt,
  event,
  filed,
  history,
  held,
  publishedWith,
  readingsAt,
  recomputed,
  reopened,
  repaired,
  ruled,
  tested,
  type Planned,
} from './histories.js';

const table = publishedWith([mexican]);
const only = (...ids: string[]) => publishedWith([policyWith(ids.map((id) => clockOf(mexican, id)))]);
const told = (events: ReturnType<typeof history>, published: typeof table, at: string) =>
  readingsAt(events, published, at).map((each) => [
    each.clock,
    ...('run' in each ? [each.cycle, each.run] : []),
    each.state,
  ]);

const reclassified = (at: string, kind: 'fault' | 'inquiry' | 'complaint'): Planned =>
  event('Reclassified', at, {
    from: 'fault',
    kind,
    subject: 'service',
    ...(kind === 'complaint' && { defect: 'failure' }),
  });

const becomes = (at: string, kind: 'fault' | 'clarification'): Planned =>
  event('Reclassified', at, {
    from: 'complaint',
    kind,
    subject: 'service',
    ...(kind === 'fault' && { defect: 'failure' }),
  });
const assigned = (at: string): Planned =>
  event('TechnicianAssigned', at, { technician: 'rt-1', owner: 'cs-1', reason: 'first' });
const verified = (at: string): Planned =>
  event('CauseVerified', at, { causes: ['x'], faultFound: true, attribution: 'provider' });
const later = (made: ReturnType<Planned>): ReturnType<Planned> => ({
  ...made,
  recorded: { ...made.recorded, revision: 90 },
});

const endsOf = (events: ReturnType<typeof history>, published: typeof table) =>
  foldClocks(events, published.policyOf).standing.runs.map(({ end }) => end?.how);

describe('the clocks of the table', () => {
  it('of a fault start at its receipt, each with its own due instant, and the rest wait for what starts them', () => {
    const events = history(filed('2026-06-05 17:00'));
    const readings = readingsAt(events, table, '2026-06-05 17:10');
    expect(readings.map((each) => [each.clock, each.state, 'dueAt' in each ? each.dueAt : null])).toEqual([
      ['C-01', 'running', local('2026-06-05 17:30')],
      ['C-02', 'running', local('2026-06-09 00:00')],
      ['C-04', 'running', local('2026-06-05 21:00')],
      ['C-05', 'not-started', null],
      ['C-06', 'running', local('2026-06-06 05:00')],
      ['C-07', 'running', local('2026-06-06 17:00')],
      ['C-09', 'not-started', null],
      ['C-10', 'running', local('2026-06-10 00:00')],
      ['C-11-cap', 'not-started', null],
      ['C-13', 'not-started', null],
      ['C-15', 'not-started', null],
      ['C-16', 'not-started', null],
      ['C-20', 'not-started', null],
      ['C-21', 'not-started', null],
      ['C-22', 'not-started', null],
      ['C-24', 'running', local('2026-07-17 17:00')],
      ['C-25', 'not-started', null],
      ['C-28', 'not-started', null],
    ]);
    expect(readings.every(({ policy }) => policy === 'tested@1')).toBe(true);
    expect(readings.find(({ clock }) => clock === 'C-22')?.owedBy).toBe('user');
  });

  it.each([
    ['email', '2026-06-06 17:00'],
    ['phone', '2026-06-05 17:30'],
  ] as const)('tell the folio by the term of the channel: %s until %s', (channel, due) => {
    expect(
      countedAt(history(filed('2026-06-05 17:00', { channel })), table, '2026-06-05 17:01', 'C-01').dueAt,
    ).toBe(local(due));
  });

  it('repair by the term for physical work where the contract names the municipality', () => {
    const far = history(filed('2026-06-05 17:00', { municipality: 'far-off' }));
    expect(told(far, only('C-07', 'C-08'), '2026-06-05 18:00')).toEqual([['C-08', 1, 1, 'running']]);
    expect(countedAt(far, table, '2026-06-05 18:00', 'C-08').dueAt).toBe(local('2026-06-07 17:00'));
    expect(told(history(filed('2026-06-05 17:00')), only('C-07', 'C-08'), '2026-06-05 18:00')).toEqual([
      ['C-07', 1, 1, 'running'],
    ]);
  });

  it('start by an authority’s case alone where its law says so, once', () => {
    const opened = event('AuthorityProceedingOpened', '2026-06-08 09:00', {
      authority: 'PROFECO',
      reference: 'P-1',
    });
    const cap = only('C-05', 'C-11-cap');
    expect(told(history(filed('2026-06-05 17:00')), cap, '2026-06-09 09:00')).toEqual([
      ['C-05', 'not-started'],
      ['C-11-cap', 'not-started'],
    ]);
    const events = history(filed('2026-06-05 17:00'), opened);
    expect(countedAt(events, cap, '2026-06-09 09:00', 'C-05').dueAt).toBe(local('2026-06-10 09:00'));
    const both = history(filed('2026-06-05 17:00', { channel: 'authority' }), opened);
    expect(told(both, cap, '2026-06-09 09:00')).toEqual([
      ['C-05', 1, 1, 'breached'],
      ['C-11-cap', 1, 1, 'running'],
    ]);
  });

  it('are ended by a contact that was made after the start and recorded before it, never by an earlier one', () => {
    const opened = event('AuthorityProceedingOpened', '2026-06-08 09:00', {
      authority: 'PROFECO',
      reference: 'P-1',
    });
    const first = only('C-05');
    const events = (at: string) => history(filed('2026-06-05 17:00'), contact(at, 'to-user'), opened);
    expect(countedAt(events('2026-06-08 08:59'), first, '2026-06-09 09:00', 'C-05').state).toBe('running');
    expect(countedAt(events('2026-06-08 09:00'), first, '2026-06-09 09:00', 'C-05').state).toBe('running');
    expect(countedAt(events('2026-06-08 10:00'), first, '2026-06-09 09:00', 'C-05')).toMatchObject({
      state: 'met',
      endedAt: local('2026-06-08 10:00'),
    });
  });

  it('of several visits are told apart, and a new window begins anew', () => {
    const window = (from: string) => ({ from: local(from), to: local(from) });
    const scheduled = (at: string, visit: number, from: string) =>
      event('VisitScheduled', at, { visit, visitor: 'rt-1', purpose: 'repair', window: window(from) });
    const notified = (at: string, visit: number) =>
      event('VisitNotified', at, { visit, channel: 'phone', notifiedAt: local(at) });
    const visits = only('C-15');
    const two = history(
      filed('2026-06-02 09:00'),
      scheduled('2026-06-02 10:00', 1, '2026-06-03 12:00'),
      scheduled('2026-06-02 11:00', 2, '2026-06-04 12:00'),
      notified('2026-06-02 12:00', 2),
    );
    expect(told(two, visits, '2026-06-02 13:00')).toEqual([
      ['C-15', 1, 1, 'running'],
      ['C-15', 1, 2, 'met'],
    ]);
    expect(readingsAt(two, visits, '2026-06-02 13:00')[0]).toMatchObject({
      dueAt: local('2026-06-03 10:00'),
    });
    const moved = history(
      filed('2026-06-02 09:00'),
      scheduled('2026-06-02 10:00', 1, '2026-06-03 12:00'),
      event('VisitRescheduled', '2026-06-02 12:00', {
        visit: 1,
        visitor: 'rt-1',
        by: 'provider',
        window: window('2026-06-02 13:00'),
      }),
    );

    expect(told(moved, visits, '2026-06-02 12:00')).toEqual([
      ['C-15', 1, 1, 'cancelled'],
      ['C-15', 1, 2, 'running'],
    ]);
    // Two hours before that window have passed: it is due as soon as it is arranged.
    expect(countedAt(moved, visits, '2026-06-02 12:00', 'C-15').dueAt).toBe(local('2026-06-02 12:00'));
    const cancelled = history(
      filed('2026-06-02 09:00'),
      scheduled('2026-06-02 10:00', 1, '2026-06-03 12:00'),
      event('VisitCancelled', '2026-06-02 11:00', { visit: 1, by: 'user' }),
    );
    expect(told(cancelled, visits, '2026-06-02 12:00')).toEqual([['C-15', 1, 1, 'cancelled']]);
  });

  it('of each requirement go by its own date, whichever is answered first', () => {
    const received = (requirement: number, at: string, dueAt: string) =>
      event('AuthorityRequirementReceived', at, {
        authority: 'PROFECO',
        reference: 'P-1',
        requirement,
        dueAt: local(dueAt),
      });
    const events = history(
      filed('2026-06-02 09:00'),
      received(1, '2026-06-02 10:00', '2026-06-10 18:00'),
      received(2, '2026-06-02 11:00', '2026-06-05 18:00'),
      event('AuthorityRequirementAnswered', '2026-06-03 10:00', {
        authority: 'PROFECO',
        reference: 'P-1',
        requirement: 2,
        answeredAt: local('2026-06-03 10:00'),
      }),
    );
    expect(told(events, only('C-28'), '2026-06-04 09:00')).toEqual([
      ['C-28', 1, 1, 'running'],
      ['C-28', 1, 2, 'met'],
    ]);
    const other = [
      ...events,
      ...history(
        event('AuthorityResolved', '2026-06-05 09:00', {
          authority: 'PROFECO',
          reference: 'P-2',
          outcome: 'agreement',
        }),
      ),
    ];
    expect(told(other, only('C-28'), '2026-06-06 09:00')[0]).toEqual(['C-28', 1, 1, 'running']);
    const resolved = [
      ...events,
      ...history(
        event('AuthorityResolved', '2026-06-05 09:00', {
          authority: 'PROFECO',
          reference: 'P-1',
          outcome: 'agreement',
        }),
      ),
    ];
    expect(told(resolved, only('C-28'), '2026-06-06 09:00')[0]).toEqual(['C-28', 1, 1, 'cancelled']);
  });

  it('of what the user asks of their data run by themselves, also past the end of the request (C-25)', () => {
    const asked = (request: number, at: string) => event('ArcoRequested', at, { right: 'access', request });
    const events = history(
      filed('2026-06-02 09:00'),
      asked(1, '2026-06-02 10:00'),
      asked(2, '2026-06-03 10:00'),
      event('Withdrawn', '2026-06-04 10:00', { reason: 'other' }),
      event('ArcoAnswered', '2026-06-05 10:00', {
        request: 2,
        outcome: 'refused',
        answeredAt: local('2026-06-05 10:00'),
      }),
    );
    expect(told(events, only('C-25'), '2026-06-08 09:00')).toEqual([
      ['C-25', 1, 1, 'running'],
      ['C-25', 1, 2, 'met'],
    ]);
  });

  it('of money go by the cut-off that was told, else by a month', () => {
    const granted = (billingCutoff?: string) =>
      event('CompensationGranted', '2026-06-02 10:00', {
        reason: 'goodwill',
        proportionalRefund: { amount: 1, currency: 'MXN' },
        bonus: { amount: 1, currency: 'MXN' },
        ...(billingCutoff !== undefined && { billingCutoff: local(billingCutoff) }),
      });
    const due = (planned: Planned) =>
      countedAt(history(filed('2026-06-01 09:00'), planned), only('C-16'), '2026-06-03 09:00', 'C-16').dueAt;
    expect(due(granted('2026-06-15 00:00'))).toBe(local('2026-06-15 00:00'));
    expect(due(granted())).toBe(local('2026-07-03 10:00'));
  });

  it('of an undue charge are met by the credit of that charge alone', () => {
    const money = {
      proportionalRefund: { amount: 1, currency: 'MXN' },
      bonus: { amount: 1, currency: 'MXN' },
    };
    const granted = (reason: 'goodwill' | 'undue-charge') =>
      event('CompensationGranted', '2026-06-02 10:00', { reason, ...money });
    const credited = (reason: 'goodwill' | 'undue-charge') =>
      event('CompensationCredited', '2026-06-03 10:00', {
        creditedAt: local('2026-06-03 10:00'),
        reason,
      });
    const bill = filed('2026-06-01 09:00', { kind: 'complaint', subject: 'billing', defect: undefined });
    const state = (reason: 'goodwill' | 'undue-charge') =>
      countedAt(history(bill, granted(reason), credited(reason)), only('C-12'), '2026-06-04 09:00', 'C-12')
        .state;
    expect(state('goodwill')).toBe('running');
    expect(state('undue-charge')).toBe('met');
    expect(told(history(filed('2026-06-01 09:00')), only('C-12'), '2026-06-04 09:00')).toEqual([]);
  });

  it('of what is due go on while a goodwill is credited, and a corrected amount keeps its ground', () => {
    const money = {
      proportionalRefund: { amount: 1, currency: 'MXN' },
      bonus: { amount: 1, currency: 'MXN' },
    };
    const before = [
      filed('2026-06-01 09:00'),
      event('CompensationGranted', '2026-06-02 10:00', { reason: 'attributable-to-provider', ...money }),
      event('CompensationGranted', '2026-06-02 11:00', { reason: 'goodwill', ...money }),
      event('CompensationCorrected', '2026-06-02 10:00', {
        corrects: 1,
        reason: 'recorded-wrongly',
        ground: 'attributable-to-provider',
        ...money,
      }),
      event('CompensationCredited', '2026-06-03 10:00', {
        creditedAt: local('2026-06-03 10:00'),
        reason: 'goodwill',
      }),
    ];
    expect(told(history(...before), only('C-16'), '2026-06-04 09:00').map((each) => each[3])).toEqual([
      'running',
      'met',
    ]);
  });

  it('of a reconnection are longer where it takes a visit', () => {
    const cured = event('SuspensionCured', '2026-06-02 09:00', { curedAt: local('2026-06-02 09:00') });
    const reconnected = (at: string, physical: boolean) =>
      event('Reconnected', at, { reconnectedAt: local(at), physical });
    const due = (...more: Planned[]) =>
      countedAt(history(filed('2026-06-01 09:00'), cured, ...more), only('C-20'), '2026-06-06 09:00', 'C-20');
    expect(due()).toMatchObject({ dueAt: local('2026-06-04 09:00'), state: 'breached' });
    expect(due(reconnected('2026-06-05 08:00', true))).toMatchObject({
      dueAt: local('2026-06-05 09:00'),
      state: 'met',
    });
    expect(due(reconnected('2026-06-05 08:00', false)).state).toBe('breached');
  });

  it('count to the restoration as it was corrected, and the correction of a correction', () => {
    const correction = (corrects: number, restoredAt: string) =>
      event('RestorationCorrected', '2026-06-03 08:00', {
        corrects,
        reason: 'recorded-wrongly',
        restoredAt: local(restoredAt),
      });
    const recorded = [filed('2026-06-02 09:00'), repaired('2026-06-03 08:00')];
    const state = (...more: Planned[]) =>
      countedAt(history(...recorded, ...more), only('C-07'), '2026-06-09 09:00', 'C-07');
    expect(state().state).toBe('met');
    expect(state(correction(1, '2026-06-03 10:00'))).toMatchObject({
      state: 'breached',
      endedAt: local('2026-06-03 10:00'),
    });
    expect(state(correction(1, '2026-06-03 10:00'), correction(2, '2026-06-02 12:00'))).toMatchObject({
      state: 'met',
      endedAt: local('2026-06-02 12:00'),
    });
  });

  it('of a repair end without one where there is nothing to repair', () => {
    const verified = event('CauseVerified', '2026-06-02 12:00', {
      causes: ['none'],
      faultFound: false,
      attribution: 'none',
    });
    const events = history(filed('2026-06-02 09:00'), verified);
    expect(told(events, only('C-06', 'C-07'), '2026-06-04 09:00')).toEqual([
      ['C-06', 1, 1, 'met'],
      ['C-07', 1, 1, 'cancelled'],
    ]);
  });

  it('are paused by what is not the provider’s, each by its own reasons (I-15)', () => {
    const asked = event('InformationRequested', '2026-06-02 10:00', { request: 1 });
    const events = history(filed('2026-06-02 09:00'), asked);
    expect(told(events, only('C-07', 'C-10', 'C-13'), '2026-06-02 12:00')).toEqual([
      ['C-07', 1, 1, 'running'],
      ['C-10', 1, 1, 'paused'],
      ['C-13', 'not-started'],
    ]);
    const crew = history(filed('2026-06-02 09:00'), held('2026-06-02 10:00', 'crew'));
    expect(told(crew, only('C-07', 'C-10'), '2026-06-02 12:00').map(([, , , state]) => state)).toEqual([
      'running',
      'running',
    ]);
  });

  it('are several where what starts them comes again after they were met', () => {
    const notified = (at: string) =>
      event('UserNotified', at, {
        folio: 'X',
        causes: [],
        cause: 1,
        outcome: 'upheld',
        ruling: 1,
        restoration: 'confirmed',
        recipient: 'subscriber',
        channel: 'phone',
        sentAt: local(at),
      });
    const events = history(
      filed('2026-06-01 09:00'),
      ruled('2026-06-02 09:00'),
      ruled('2026-06-02 10:00'),
      notified('2026-06-02 12:00'),
      ruled('2026-06-03 09:00'),
    );
    expect(told(events, only('C-13'), '2026-06-03 10:00')).toEqual([
      ['C-13', 1, 1, 'met'],
      ['C-13', 1, 2, 'running'],
    ]);
    expect(readingsAt(events, only('C-13'), '2026-06-03 10:00')[0]).toMatchObject({
      startedAt: local('2026-06-02 09:00'),
      startedBy: 1,
      calendar: 'office@1',
    });
  });
});

describe('a reclassification', () => {
  it('ends the clocks that are no longer the request’s and begins the others from the receipt', () => {
    const events = history(filed('2026-06-02 09:00'), reclassified('2026-06-02 11:00', 'inquiry'));
    expect(told(events, only('C-07', 'C-10', 'C-17'), '2026-06-02 12:00')).toEqual([
      ['C-07', 1, 1, 'cancelled'],
      ['C-10', 1, 1, 'cancelled'],
      ['C-17', 1, 1, 'running'],
    ]);
    expect(countedAt(events, only('C-17'), '2026-06-02 12:00', 'C-17').startedAt).toBe(
      local('2026-06-02 09:00'),
    );
  });

  it('finds what was done before it', () => {
    const events = history(
      filed('2026-06-02 09:00'),
      event('RoutedToArea', '2026-06-02 10:00', { area: 'technical-support', purpose: 'repair' }),
      reclassified('2026-06-02 11:00', 'complaint'),
    );
    expect(told(events, only('C-03'), '2026-06-02 12:00')).toEqual([['C-03', 1, 1, 'met']]);
  });

  describe('to and fro', () => {
    const there = becomes('2026-06-03 09:00', 'clarification');
    const back = becomes('2026-06-04 09:00', 'fault');

    it('owes anew, since it is a fault again, what the technicians had done before (C-04, C-06, C-07)', () => {
      const events = history(
        filed('2026-06-02 09:00'),
        assigned('2026-06-02 09:30'),
        verified('2026-06-02 10:00'),
        repaired('2026-06-02 11:00'),
        there,
        back,
      );
      const work = only('C-04', 'C-06', 'C-07');
      expect(told(events, work, '2026-06-04 09:30')).toEqual([
        ['C-04', 1, 1, 'met'],
        ['C-04', 1, 2, 'running'],
        ['C-06', 1, 1, 'met'],
        ['C-06', 1, 2, 'running'],
        ['C-07', 1, 1, 'met'],
        ['C-07', 1, 2, 'running'],
      ]);
      expect(countedAt(events, work, '2026-06-04 09:30', 'C-04')).toMatchObject({
        startedAt: local('2026-06-04 09:00'),
        dueAt: local('2026-06-04 13:00'),
      });
      const done = [...events, ...history(assigned('2026-06-04 10:00')).map(later)];
      expect(told(done, only('C-04'), '2026-06-04 10:30').at(-1)).toEqual(['C-04', 1, 2, 'met']);
    });

    it('is met by nothing that an area found before it was a fault (C-06)', () => {
      const events = history(
        filed('2026-06-02 09:00', { kind: 'clarification', defect: undefined }),
        verified('2026-06-02 10:00'),
        becomes('2026-06-02 12:00', 'fault'),
      );
      expect(countedAt(events, only('C-06'), '2026-06-02 12:30', 'C-06')).toMatchObject({
        state: 'running',
        startedAt: local('2026-06-02 09:00'),
      });
    });

    it('lets what it had ended go on as the same run, so that its breach is told once (C-06, C-07)', () => {
      const events = history(filed('2026-06-02 09:00'), assigned('2026-06-02 09:30'), there, back);
      const work = only('C-04', 'C-06', 'C-07');
      expect(told(events, work, '2026-06-04 09:30')).toEqual([
        ['C-04', 1, 1, 'met'],
        ['C-04', 1, 2, 'running'],
        ['C-06', 1, 1, 'breached'],
        ['C-07', 1, 1, 'breached'],
      ]);
      expect(told(events.slice(0, 3), work, '2026-06-03 10:00')).toEqual([
        ['C-04', 1, 1, 'met'],
        ['C-06', 1, 1, 'breached'],
        ['C-07', 1, 1, 'cancelled'],
      ]);
      expect(countedAt(events, work, '2026-06-04 09:30', 'C-07').dueAt).toBe(local('2026-06-03 09:00'));
    });

    it('counts once what was done and still stands (C-03)', () => {
      const events = history(
        filed('2026-06-02 09:00', { kind: 'complaint' }),
        event('RoutedToArea', '2026-06-02 10:00', { area: 'technical-support', purpose: 'repair' }),
        becomes('2026-06-03 09:00', 'fault'),
        reclassified('2026-06-04 09:00', 'complaint'),
      );
      expect(told(events, only('C-03'), '2026-06-04 10:00')).toEqual([['C-03', 1, 1, 'met']]);
    });

    it('ends what the work that is forgotten had started: its confirmation is waited for no more (C-21)', () => {
      const asked = event('RestorationConfirmationRequested', '2026-06-02 12:00', {
        requestedAt: local('2026-06-02 12:00'),
      });
      const events = history(filed('2026-06-02 09:00'), repaired('2026-06-02 11:00'), asked, there);
      expect(told(events, only('C-21'), '2026-06-03 10:00')).toEqual([['C-21', 1, 1, 'cancelled']]);
    });

    it('goes on where only its kind changed and the same side looks into it (C-06, C-09)', () => {
      const events = history(
        filed('2026-06-02 09:00'),
        verified('2026-06-02 10:00'),
        repaired('2026-06-02 11:00'),
        reclassified('2026-06-02 12:00', 'complaint'),
      );
      expect(told(events, only('C-06', 'C-09'), '2026-06-02 12:30')).toEqual([
        ['C-06', 1, 1, 'met'],
        ['C-09', 1, 1, 'running'],
      ]);
    });

    it('owes from the reopening what no cycle before it owed (C-04, C-07)', () => {
      const events = history(
        filed('2026-06-02 09:00', { kind: 'clarification', defect: undefined }),
        closed('2026-06-03 09:00'),
        reopened('2026-06-04 09:00', 2, 'not-satisfied'),
        becomes('2026-06-04 12:00', 'fault'),
      );
      const work = only('C-04', 'C-07');
      expect(told(events, work, '2026-06-04 12:30')).toEqual([
        ['C-04', 2, 1, 'running'],
        ['C-07', 2, 1, 'running'],
      ]);
      expect(countedAt(events, work, '2026-06-04 12:30', 'C-04').dueAt).toBe(local('2026-06-04 13:00'));
    });
  });

  const changing = (onReclassification: 'keep' | 'restart' | 'retroactive') =>
    publishedWith([
      policyWith([
        testedClock({
          onReclassification,
          terms: [minutes(60, { only: { severity: ['critical'] } }), minutes(600)],
        }),
        testedClock({ id: 'of-inquiries', only: { kind: ['inquiry'] }, onReclassification }),
      ]),
    ]);

  it.each([
    ['keep', '2026-06-02 19:00', 'running'],
    ['retroactive', '2026-06-02 10:00', 'breached'],
    ['restart', '2026-06-02 12:00', 'running'],
  ] as const)('leaves a clock that is to %s due at %s', (how, due, state) => {
    const events = history(filed('2026-06-02 09:00'), classified('2026-06-02 11:00', 'critical'));
    expect(countedAt(events, changing(how), '2026-06-02 11:30')).toMatchObject({ dueAt: local(due), state });
  });

  it('begins no clock that was for the request before too, and none that is to be kept', () => {
    const both = publishedWith([
      policyWith([
        testedClock({ id: 'of-both', starts: [{ event: 'Repaired' }], onReclassification: 'restart' }),
        testedClock({ id: 'kept', only: { kind: ['inquiry'] }, onReclassification: 'keep' }),
        testedClock({ id: 'begun', only: { kind: ['inquiry'] }, onReclassification: 'retroactive' }),
        testedClock({
          ...{ id: 'met', onReclassification: 'retroactive', stops: [{ event: 'ContactMade' }], cancels: [] },
        }),
      ]),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      contact('2026-06-02 10:00', 'to-user'),
      reclassified('2026-06-02 11:00', 'inquiry'),
    );
    expect(told(events, both, '2026-06-02 11:30')).toEqual([
      ['begun', 1, 1, 'running'],
      ['kept', 'not-started'],
      ['met', 1, 1, 'met'],
      ['of-both', 'not-started'],
    ]);
  });

  it('cancels a clock that is for other requests, whose end tells how', () => {
    const faults = publishedWith([policyWith([testedClock({ only: { kind: ['fault'] } })])]);
    const events = history(filed('2026-06-02 09:00'), reclassified('2026-06-02 11:00', 'inquiry'));
    expect(endsOf(events, faults)).toEqual(['cancelled']);
    const narrow = publishedWith([
      policyWith([testedClock({ terms: [minutes(60, { only: { kind: ['fault'] } })] })]),
    ]);
    expect(endsOf(events, narrow)).toEqual(['cancelled']);
  });

  it('has no clock that is inactive', () => {
    const inactive = publishedWith([
      policyWith([
        testedClock({ inactive: { es: 'no', en: 'no' } }),
        testedClock({ id: 'begun', starts: [{ event: 'Classified' }] }),
      ]),
    ]);
    const events = history(filed('2026-06-02 09:00'), classified('2026-06-02 10:00', 'high'));
    expect(told(events, inactive, '2026-06-02 11:30')).toEqual([['begun', 1, 1, 'running']]);
  });

  it('restarts no clock whose term it does not change', () => {
    const events = history(filed('2026-06-02 09:00'), classified('2026-06-02 11:00', 'high'));
    expect(countedAt(events, changing('restart'), '2026-06-02 11:30').startedAt).toBe(
      local('2026-06-02 09:00'),
    );
  });

  it.each([
    ['keep', undefined],
    ['retroactive', '2026-06-02 09:00'],
    ['restart', '2026-06-02 11:00'],
  ] as const)('begins a clock that is to %s at %s', (how, start) => {
    const events = history(filed('2026-06-02 09:00'), reclassified('2026-06-02 11:00', 'inquiry'));
    const found = readingsAt(events, changing(how), '2026-06-02 11:30').find(
      ({ clock }) => clock === 'of-inquiries',
    );
    expect(found !== undefined && 'startedAt' in found ? found.startedAt : undefined).toBe(
      start === undefined ? undefined : local(start),
    );
  });

  it('begins a clock anew that is to restart also where what it waits for was done at that very instant before it', () => {
    const restarting = publishedWith([
      policyWith([testedClock({ only: { kind: ['inquiry'] }, onReclassification: 'restart' })]),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 11:00'),
      reclassified('2026-06-02 11:00', 'inquiry'),
    );
    expect(countedAt(events, restarting, '2026-06-02 11:30').state).toBe('running');
  });

  it('cancels a clock none of whose terms is for what the request has become', () => {
    const narrow = publishedWith([
      policyWith([testedClock({ terms: [minutes(60, { only: { kind: ['fault'] } })] })]),
    ]);
    const events = history(filed('2026-06-02 09:00'), reclassified('2026-06-02 09:30', 'inquiry'));
    expect(countedAt(events, narrow, '2026-06-02 11:30')).toMatchObject({
      state: 'cancelled',
      endedAt: local('2026-06-02 09:30'),
    });
    expect(told(history(filed('2026-06-02 09:00', { kind: 'inquiry' })), narrow, '2026-06-02 10:00')).toEqual(
      [['tested-clock', 'not-started']],
    );
  });
});

describe('another policy', () => {
  const becoming = (onPolicyChange: 'keep' | 'restart' | 'retroactive') =>
    publishedWith([
      policyWith([testedClock({ onPolicyChange })]),
      policyWith([testedClock({ onPolicyChange, terms: [minutes(480)] }), testedClock({ id: 'added' })], {
        version: 2,
      }),
    ]);
  const events = history(filed('2026-06-02 09:00'), recomputed('2026-06-02 10:00', 2));

  it.each([
    ['keep', '2026-06-02 13:00', 'tested@1'],
    ['retroactive', '2026-06-02 17:00', 'tested@2'],
    ['restart', '2026-06-02 18:00', 'tested@2'],
  ] as const)('leaves a clock that is to %s due at %s', (how, due, policy) => {
    expect(countedAt(events, becoming(how), '2026-06-02 10:30')).toMatchObject({ dueAt: local(due), policy });
  });

  it('brings clocks of its own, from what was recorded so far', () => {
    expect(countedAt(events, becoming('keep'), '2026-06-02 10:30', 'added')).toMatchObject({
      startedAt: local('2026-06-02 09:00'),
      policy: 'tested@2',
    });
    const done = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 09:30'),
      recomputed('2026-06-02 10:00', 2),
    );
    expect(countedAt(done, becoming('keep'), '2026-06-02 10:30', 'added').state).toBe('met');
  });

  it('is one that a complaint without terms had none of before', () => {
    const bare = filed('2026-06-02 09:00')(0);
    if (bare.type !== 'Filed') throw new Error('no filing');
    const { terms: _terms, ...without } = bare.data;
    const old = { ...bare, data: { ...without, terms: { ...tested, policy: 'unheard-of' } } };
    expect(readingsAt([old], becoming('keep'), '2026-06-02 10:30')).toEqual([]);
    const counted = [old, recomputed('2026-06-02 10:00', 2)(1)];
    expect(countedAt(counted, becoming('keep'), '2026-06-02 10:30')).toMatchObject({
      startedAt: local('2026-06-02 09:00'),
      dueAt: local('2026-06-02 17:00'),
    });
  });

  it('cancels a clock that is for other requests by now', () => {
    const narrowed = publishedWith([
      policyWith([testedClock()]),
      policyWith([testedClock({ only: { kind: ['inquiry'] } })], { version: 2 }),
    ]);
    expect(countedAt(events, narrowed, '2026-06-02 10:30').state).toBe('cancelled');
    const inactive = publishedWith([
      policyWith([testedClock()]),
      policyWith([testedClock({ inactive: { es: 'no', en: 'no' } })], { version: 2 }),
    ]);
    expect(countedAt(events, inactive, '2026-06-02 10:30').state).toBe('cancelled');
    const kept = publishedWith([
      policyWith([testedClock({ onPolicyChange: 'keep' })]),
      policyWith([testedClock({ onPolicyChange: 'keep', inactive: { es: 'no', en: 'no' } })], { version: 2 }),
    ]);
    expect(countedAt(events, kept, '2026-06-02 10:30').state).toBe('cancelled');
  });

  describe('that brings back a clock which the one before it had not', () => {
    const longer = testedClock({ terms: [minutes(1440)] });
    const back = publishedWith([
      policyWith([testedClock()]),
      policyWith([], { version: 2 }),
      policyWith([longer], { version: 3 }),
    ]);
    const toThird = recomputed('2026-06-02 15:00', 3);

    it('starts another run of it, whose warnings and breach are recorded apart from those of the first', () => {
      const again = history(filed('2026-06-02 09:00'), recomputed('2026-06-02 14:00', 2), toThird);
      expect(told(again, back, '2026-06-02 16:00')).toEqual([
        ['tested-clock', 1, 1, 'breached'],
        ['tested-clock', 1, 2, 'running'],
      ]);
      const { standing } = foldClocks(again, back.policyOf);
      expect(standing.runs[1]).toMatchObject({ startedAt: local('2026-06-02 09:00'), policy: 'tested@3' });
    });

    it('tells what it had come to once', () => {
      const done = history(
        filed('2026-06-02 09:00'),
        repaired('2026-06-02 11:00'),
        recomputed('2026-06-02 14:00', 2),
        toThird,
      );
      expect(told(done, back, '2026-06-02 16:00')).toEqual([['tested-clock', 1, 1, 'met']]);
    });

    it('tells what it came to meanwhile beside the run that the other policy had cancelled', () => {
      const meanwhile = history(
        filed('2026-06-02 09:00'),
        recomputed('2026-06-02 10:00', 2),
        repaired('2026-06-02 11:00'),
        toThird,
      );
      expect(told(meanwhile, back, '2026-06-02 16:00')).toEqual([
        ['tested-clock', 1, 1, 'cancelled'],
        ['tested-clock', 1, 2, 'met'],
      ]);
    });
  });

  it('cancels a clock by an end that tells so, where the policy has none or no term for the request', () => {
    const retired = publishedWith([policyWith([testedClock()]), policyWith([], { version: 2 })]);
    expect(endsOf(events, retired)).toEqual(['cancelled']);
    const narrow = publishedWith([
      policyWith([testedClock()]),
      policyWith([testedClock({ terms: [minutes(60, { only: { kind: ['inquiry'] } })] })], { version: 2 }),
    ]);
    expect(endsOf(events, narrow)).toEqual(['cancelled']);
  });

  it('that is the same leaves every run as it was', () => {
    const same = publishedWith([policyWith([testedClock({ onPolicyChange: 'restart' })])]);
    const again = history(filed('2026-06-02 09:00'), recomputed('2026-06-02 10:00', 1, tested.calendars));
    expect(countedAt(again, same, '2026-06-02 10:30').startedAt).toBe(local('2026-06-02 09:00'));
    const other = history(filed('2026-06-02 09:00'), recomputed('2026-06-02 10:00', 1, ['always@2']));
    expect(
      countedAt(
        other,
        publishedWith([policyWith([testedClock({ onPolicyChange: 'restart' })])], { 'always@2': always() }),
        '2026-06-02 10:30',
      ).startedAt,
    ).toBe(local('2026-06-02 10:00'));
  });

  it('that is not known changes nothing, and is named', () => {
    const unknown = publishedWith([policyWith([testedClock()])]);
    expect(countedAt(events, unknown, '2026-06-02 10:30').policy).toBe('tested@1');
  });
});

describe('a reopening', () => {
  const opening = (onReopening: 'keep' | 'restart' | 'resume') =>
    publishedWith([policyWith([testedClock({ onReopening, terms: [minutes(600)] })])]);
  const events = (reason?: 'closed-by-mistake' | 'corrected') =>
    history(filed('2026-06-02 09:00'), closed('2026-06-02 11:00'), reopened('2026-06-03 09:00', 2, reason));

  it.each([
    ['keep', [['tested-clock', 1, 1, 'cancelled']], '2026-06-02 19:00'],
    [
      'restart',
      [
        ['tested-clock', 1, 1, 'cancelled'],
        ['tested-clock', 2, 1, 'running'],
      ],
      '2026-06-03 19:00',
    ],
    [
      'resume',
      [
        ['tested-clock', 1, 1, 'cancelled'],
        ['tested-clock', 2, 1, 'running'],
      ],
      '2026-06-03 17:00',
    ],
  ] as const)('leaves a clock that is to %s as %j, due at %s', (how, runs, due) => {
    expect(told(events(), opening(how), '2026-06-03 10:00')).toEqual(runs);
    expect(countedAt(events(), opening(how), '2026-06-03 10:00').dueAt).toBe(local(due));
  });

  it.each(['closed-by-mistake', 'corrected'] as const)(
    'that is %s begins no new term: what was cancelled goes on',
    (reason) => {
      expect(countedAt(events(reason), opening('restart'), '2026-06-03 10:00')).toMatchObject({
        cycle: 2,
        startedAt: local('2026-06-02 09:00'),
        dueAt: local('2026-06-03 17:00'),
        pausedMs: 22 * 3_600_000,
      });
    },
  );

  it('resumes nothing that had been done', () => {
    const done = history(
      filed('2026-06-02 09:00'),
      repaired('2026-06-02 10:00'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-03 09:00', 2, 'corrected'),
    );
    expect(told(done, opening('restart'), '2026-06-03 10:00')).toEqual([['tested-clock', 1, 1, 'met']]);
  });

  it('begins anew no clock that never ran, nor one of another kind of request', () => {
    const never = publishedWith([policyWith([testedClock({ starts: [{ event: 'SuspensionCured' }] })])]);
    expect(told(events(), never, '2026-06-03 10:00')).toEqual([['tested-clock', 'not-started']]);
    const other = history(
      filed('2026-06-02 09:00'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-03 09:00', 2),
      reclassified('2026-06-03 10:00', 'inquiry'),
    );
    const faults = publishedWith([policyWith([testedClock({ only: { kind: ['fault'] } })])]);
    expect(told(other, faults, '2026-06-03 11:00')).toEqual([
      ['tested-clock', 1, 1, 'cancelled'],
      ['tested-clock', 2, 1, 'cancelled'],
    ]);
  });

  it('ends a clock that was still open, where a new one takes its place, and its own window', () => {
    const open = publishedWith([policyWith([testedClock({ cancels: [] }), clockOf(mexican, 'C-22')])]);
    expect(told(events(), open, '2026-06-03 10:00')).toEqual([
      ['C-22', 1, 1, 'met'],
      ['tested-clock', 1, 1, 'breached'],
      ['tested-clock', 2, 1, 'running'],
    ]);
    expect(countedAt(events(), open, '2026-06-02 12:00', 'C-22').dueAt).toBe(local('2026-06-23 00:00'));
  });

  it.each([1, 20, 45])(
    'is in time until its window is over, by the rule and by the clock alike: %s days',
    (days) => {
      const windows = clocksOfRights(days).filter(({ id }) => id === 'C-22');
      const published = publishedWith([policyWith(windows)]);
      for (const at of ['2026-06-02 00:00', '2026-06-02 11:20', '2026-06-02 23:59', '2026-12-31 09:00']) {
        const ended = history(filed('2026-06-01 10:00'), closed(at));
        const { dueAt } = countedAt(ended, published, at, 'C-22');
        const last = endOfTerm(local(at), days, 'America/Mexico_City');
        expect([at, dueAt]).toEqual([at, instantOf(millisecondsOf(last) + 1)]);
      }
    },
  );

  it('names its cycle, and where it names none it is the next', () => {
    const [first, ...others] = events();
    const without = others.map((each) =>
      each.type === 'Reopened' ? Object.assign({}, each, { data: { ...each.data, cycle: undefined } }) : each,
    );
    if (first === undefined) throw new Error('no filing');
    const cyclesOf = (all: ReturnType<typeof history>) =>
      foldClocks(all, opening('restart').policyOf).standing.runs.map(({ cycle }) => cycle);
    expect(cyclesOf([first, ...without])).toEqual([1, 2]);
    const third = history(
      filed('2026-06-02 09:00'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-03 09:00', 3),
    );
    expect(cyclesOf(third)).toEqual([1, 3]);
  });

  it('begins anew only clocks of its own that ran, that are for the request, and that have a term for it', () => {
    const four = publishedWith([
      policyWith([
        testedClock({ id: 'ran' }),
        testedClock({ id: 'never', starts: [{ event: 'SuspensionCured' }] }),
        testedClock({ id: 'of-faults', only: { kind: ['fault'] }, onReclassification: 'keep' }),
        testedClock({
          ...{ id: 'no-term', onReclassification: 'keep' },
          terms: [minutes(60, { only: { kind: ['fault'] } })],
        }),
      ]),
    ]);
    const all = history(
      filed('2026-06-02 09:00'),
      reclassified('2026-06-02 10:00', 'inquiry'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-03 09:00', 2),
    );
    const second = foldClocks(all, four.policyOf).standing.runs.filter(({ cycle }) => cycle === 2);
    expect(second.map(({ clock }) => clock.id)).toEqual(['ran']);
  });

  it('ends the run that was still open of a clock that begins anew, and of no other', () => {
    const open = publishedWith([
      policyWith([
        testedClock({ cancels: [] }),
        testedClock({ id: 'kept', cancels: [], onReopening: 'keep' }),
      ]),
    ]);
    const ends = foldClocks(events(), open.policyOf).standing.runs.map(({ clock, cycle, end }) => [
      ...[clock.id, cycle, end?.how],
    ]);
    expect(ends).toEqual([
      ['tested-clock', 1, 'cancelled'],
      ['kept', 1, undefined],
      ['tested-clock', 2, undefined],
    ]);
  });

  it('is among the facts of its own cycle: a term that holds once it has happened holds from then on', () => {
    const once = publishedWith([
      policyWith([testedClock({ terms: [minutes(60, { once: { event: 'Reopened' } }), minutes(600)] })]),
    ]);
    expect(countedAt(events(), once, '2026-06-03 09:30').dueAt).toBe(local('2026-06-03 10:00'));
  });

  it('resumes several runs of one clock as several, each with a number of its own', () => {
    const perVisit = testedClock({
      per: ['visit'],
      starts: [{ event: 'VisitScheduled' }],
      onReopening: 'resume',
    });
    const window = { from: local('2026-06-04 10:00'), to: local('2026-06-04 12:00') };
    const visit = (at: string, number: number) =>
      event('VisitScheduled', at, { visit: number, visitor: 'rt-1', purpose: 'repair', window });
    const both = history(
      filed('2026-06-02 09:00'),
      visit('2026-06-02 10:00', 1),
      visit('2026-06-02 10:30', 2),
      closed('2026-06-02 11:00'),
      reopened('2026-06-02 12:00', 2, 'corrected'),
    );
    expect(told(both, publishedWith([policyWith([perVisit])]), '2026-06-02 13:00')).toEqual([
      ['tested-clock', 1, 1, 'cancelled'],
      ['tested-clock', 1, 2, 'cancelled'],
      ['tested-clock', 2, 1, 'running'],
      ['tested-clock', 2, 2, 'running'],
    ]);
  });

  it('leaves to a run that goes on the term that an event before it brought, whatever is recorded next (I-18)', () => {
    const terms = [minutes(60, { once: { event: 'VisitScheduled' } }), minutes(600)];
    const window = { from: local('2026-06-04 10:00'), to: local('2026-06-04 12:00') };
    const before = [
      filed('2026-06-02 09:00'),
      event('VisitScheduled', '2026-06-02 09:10', { visit: 1, visitor: 'rt-1', purpose: 'repair', window }),
      closed('2026-06-02 09:20'),
      reopened('2026-06-02 09:30', 2, 'corrected'),
    ];
    const after = [contact('2026-06-02 09:40', 'to-user'), reclassified('2026-06-02 09:50', 'complaint')];
    const dueIn = (cancels: readonly { event: 'Closed' }[], onReopening: 'keep' | 'resume') => {
      const clocks = publishedWith([policyWith([testedClock({ terms, cancels, onReopening })])]);
      return [0, 1, 2].map((count) => {
        const readings = readingsAt(history(...before, ...after.slice(0, count)), clocks, '2026-06-02 09:55');
        const open = readings.find(({ state }) => state === 'running');
        return open && 'dueAt' in open ? open.dueAt : undefined;
      });
    };
    expect(dueIn([{ event: 'Closed' }], 'resume')).toEqual(Array(3).fill(local('2026-06-02 10:10')));
    expect(dueIn([], 'keep')).toEqual(Array(3).fill(local('2026-06-02 10:00')));
  });

  it('that lies before the ending it resumes from takes no time away', () => {
    const early = history(
      filed('2026-06-02 09:00'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-02 10:30', 2, 'corrected'),
    );
    const [, resumed] = foldClocks(early, opening('resume').policyOf).standing.runs;
    expect(resumed?.apart).toEqual([{ from: local('2026-06-02 11:00'), to: local('2026-06-02 11:00') }]);
  });

  it('starts clocks that wait for it', () => {
    const waiting = publishedWith([policyWith([testedClock({ starts: [{ event: 'Reopened' }] })])]);
    expect(told(events(), waiting, '2026-06-03 10:00')).toEqual([['tested-clock', 2, 1, 'running']]);
  });
});

describe('the clocks of a policy', () => {
  it('that an event of some type may start are those that name it', () => {
    const policy = policyWith([
      testedClock({ id: 'by-filing' }),
      testedClock({ id: 'by-reopening', starts: [{ event: 'Ruled' }, { event: 'Reopened' }] }),
    ]);
    const idsOf = (era: Era | undefined) => clocksStartedBy(era, 'Reopened').map(({ id }) => id);
    expect(idsOf({ policy, calendars: [] })).toEqual(['by-reopening']);
    expect(idsOf(undefined)).toEqual([]);
  });

  it('stay the very same runs where an event changes no term, so that what rests on them is not made anew', () => {
    const terms = [minutes(60, { once: { event: 'Ruled' } }), minutes(240)];
    const published = publishedWith([policyWith([testedClock({ terms })])]);
    const { standing } = foldClocks(history(filed('2026-06-02 09:00')), published.policyOf);
    expect(standing.runs).toHaveLength(1);
    expect(withTerms(standing)).toBe(standing.runs);
  });
});

describe('what was done tells of an instant before its clock began', () => {
  const repair = only('C-07');
  const states = (...events: readonly Planned[]) =>
    told(history(...events), repair, '2026-06-20 12:00').map((each) => each.at(-1));

  it('a service that was back before its outage was reported has met the term of the repair at its start', () => {
    expect(states(filed('2026-06-05 17:00'), repaired('2026-06-05 18:00', '2026-06-05 16:30'))).toEqual([
      'met',
    ]);
  });

  it('so in the cycle of a reopening, and where the work was reported after the term', () => {
    expect(
      states(
        filed('2026-06-05 17:00'),
        closed('2026-06-05 18:00'),
        reopened('2026-06-06 09:00', 2),
        repaired('2026-06-08 10:00', '2026-06-06 08:00'),
      ).at(-1),
    ).toBe('met');
  });

  it('what was done before the clock began does not end it', () => {
    expect(
      states(
        filed('2026-06-05 17:00'),
        repaired('2026-06-05 18:00'),
        closed('2026-06-05 19:00'),
        reopened('2026-06-06 09:00', 2),
      ).at(-1),
    ).toBe('breached');
  });
});

describe('what was done at the very instant at which a clock began', () => {
  it('has ended the run that a reclassification begins from the receipt (C-03)', () => {
    const at = '2026-06-05 10:00';
    const events = history(
      filed(at, { kind: 'inquiry', subject: 'billing', defect: undefined }),
      event('RoutedToArea', at, { area: 'billing', purpose: 'clarification' }),
      becomes('2026-06-05 12:00', 'clarification'),
    );
    expect(told(events, only('C-03'), '2026-06-20 12:00')).toEqual([['C-03', 1, 1, 'met']]);
  });
});
