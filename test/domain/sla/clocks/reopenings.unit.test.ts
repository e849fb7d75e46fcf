import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ComplaintEvents } from '../../../../src/domain/complaint/events.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import type { Run } from '../../../../src/domain/sla/clocks/run.js';
import { local } from '../calendars.js';
import { clockOf, mexican, minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  classified,
  closed,
  event,
  filed,
  history,
  publishedWith,
  recomputed,
  reopened,
  repaired,
  ruled,
  type Planned,
} from './histories.js';
import { lives, published } from './lives.js';

type Reason = ComplaintEvents['Reopened']['reason'];

/** What ended is taken up again, and all that was done of it stays. */
const keepingTheWork = ['corrected', 'authority', 'penalty'] as const satisfies readonly Reason[];
const noNewWork: readonly Reason[] = ['closed-by-mistake', ...keepingTheWork];
const newWork: readonly Reason[] = ['fault-persists', 'not-satisfied', 'new-facts'];

const runsAfter = (events: readonly ClockEvent[], { policyOf } = published) =>
  foldClocks(events, policyOf).standing.runs;

const isOpen = ({ end }: Run) => end === undefined;

/** Which run it is, over a reopening too, which numbers it anew. */
const nameOf = ({ clock, startedBy, startedAt, choice }: Run) => ({
  ...{ clock: clock.id, startedBy: startedBy.revision, startedAt, term: choice.term },
});

const openIn = (events: readonly ClockEvent[], from = published) =>
  runsAfter(events, from).filter(isOpen).map(nameOf);

const resolved = (at: string, outcome: ComplaintEvents['AuthorityResolved']['outcome']): Planned =>
  event('AuthorityResolved', at, { authority: 'PROFECO', reference: 'P-1', outcome });

const endedIn = (events: readonly ClockEvent[], from = published) =>
  runsAfter(events, from).map(({ clock, cycle, run, end }) => [clock.id, cycle, run, end?.how]);

describe('a dismissal that an authority overturns', () => {
  const rulings = publishedWith([
    policyWith(['C-10', 'C-11', 'C-11-cap', 'C-12', 'C-13'].map((id) => clockOf(mexican, id))),
  ]);
  const fault = filed('2026-06-02 09:00');
  const charge = filed('2026-06-02 09:00', { kind: 'complaint', subject: 'billing', defect: undefined });
  const opened = event('AuthorityProceedingOpened', '2026-06-03 09:00', {
    ...{ authority: 'PROFECO', reference: 'P-1' },
  });
  const dismissal = ruled('2026-06-02 10:00', 'dismissed');
  const forUser = resolved('2026-06-09 12:00', 'for-user');
  const reopening = reopened('2026-06-09 12:00', 2, 'authority');

  it.each([
    ['C-10', fault],
    ['C-11', charge],
  ] as const)('leaves another ruling owed, by a term of its own since then (%s)', (id, filing) => {
    const open = openIn(history(filing, dismissal, forUser), rulings);
    expect(open.filter(({ clock }) => clock.startsWith('C-1') && clock !== 'C-12')).toMatchObject([
      { clock: id, startedAt: local('2026-06-09 12:00') },
    ]);
    const ended = openIn(history(filing, dismissal, closed('2026-06-04 09:00'), forUser, reopening), rulings);
    expect(ended.map(({ clock, startedAt }) => [clock, startedAt])).toEqual(
      open.map(({ clock, startedAt }) => [clock, startedAt]),
    );
  });

  it('is counted in the cycle in which the other ruling is owed, and met by it (C-10)', () => {
    const second = ruled('2026-06-10 12:00');
    const tenth = (events: readonly ClockEvent[]) => endedIn(events, rulings).filter(([id]) => id === 'C-10');
    expect(tenth(history(fault, dismissal, forUser, second))).toEqual([
      ['C-10', 1, 1, 'done'],
      ['C-10', 1, 2, 'done'],
    ]);
    const ending = closed('2026-06-04 09:00');
    expect(tenth(history(fault, dismissal, ending, forUser, reopening, second))).toEqual([
      ['C-10', 1, 1, 'done'],
      ['C-10', 2, 1, 'done'],
    ]);
  });

  it('lets the refund of a charge go on of an open request too, the time since not counted (C-12)', () => {
    const [refund] = runsAfter(history(charge, dismissal, forUser), rulings).filter(
      ({ clock, end }) => clock.id === 'C-12' && end === undefined,
    );
    expect(refund?.apart).toEqual([{ from: local('2026-06-02 10:00'), to: local('2026-06-09 12:00') }]);
  });

  it('is not to be told any more: its notice is owed from the other ruling on (C-13)', () => {
    const told = (...more: readonly Planned[]) =>
      runsAfter(history(fault, dismissal, forUser, ...more), rulings)
        .filter(({ clock }) => clock.id === 'C-13')
        .map(({ startedAt, end }) => [startedAt, end?.how]);
    expect(told()).toEqual([[local('2026-06-02 10:00'), 'cancelled']]);
    expect(told(ruled('2026-06-12 09:00'))[1]).toEqual([local('2026-06-12 09:00'), undefined]);
  });

  it('begins nothing anew a second time, nor where it had fallen before, nor where the ruling was for the user', () => {
    const begun = (...planned: readonly Planned[]) =>
      endedIn(history(fault, ...planned), rulings).filter(([id]) => id === 'C-10').length;
    expect(begun(dismissal, forUser, resolved('2026-06-10 12:00', 'for-user'))).toBe(2);
    expect(begun(dismissal, resolved('2026-06-09 12:00', 'for-provider'))).toBe(1);
    expect(begun(dismissal, resolved('2026-06-09 12:00', 'agreement'))).toBe(1);
    expect(begun(ruled('2026-06-02 10:00'), forUser)).toBe(1);
    expect(begun(dismissal, ruled('2026-06-02 11:00'), forUser)).toBe(1);
    expect(begun(forUser)).toBe(1);
    const again = reopened('2026-06-03 12:00', 2, 'not-satisfied');
    expect(begun(dismissal, again, forUser)).toBe(2);
  });

  it('is overturned also where a correction had left it standing in a later cycle (C-10)', () => {
    const corrected = reopened('2026-06-05 09:00', 2, 'corrected');
    expect(
      endedIn(history(fault, dismissal, closed('2026-06-04 09:00'), corrected, forUser), rulings),
    ).toEqual([
      ['C-10', 1, 1, 'done'],
      ['C-13', 1, 1, 'cancelled'],
      ['C-10', 2, 1, undefined],
    ]);
  });

  it('leaves what an authority’s case asked of the provider as it was: that case is over (C-11-cap)', () => {
    const caps = endedIn(history(fault, opened, dismissal, forUser), rulings).filter(
      ([id]) => id === 'C-11-cap',
    );
    expect(caps).toHaveLength(1);
  });
});

describe('a reopening that takes an ending back', () => {
  const untilClosed = publishedWith([
    policyWith([
      testedClock({ id: 'begins-anew', stops: [{ event: 'Closed' }], cancels: [] }),
      testedClock({ id: 'goes-on', stops: [{ event: 'Closed' }], cancels: [], onReopening: 'resume' }),
      testedClock({ id: 'stays', stops: [{ event: 'Closed' }], cancels: [], onReopening: 'keep' }),
    ]),
  ]);
  const openAgain = (reason: Reason) =>
    openIn(
      history(filed('2026-06-02 09:00'), closed('2026-06-02 11:00'), reopened('2026-06-02 12:00', 2, reason)),
      untilClosed,
    ).map(({ clock, startedAt }) => [clock, startedAt]);
  const [receipt, reopening] = [local('2026-06-02 09:00'), local('2026-06-02 12:00')];

  it.each(noNewWork)('lets go on what had waited for that ending (%s)', (reason) => {
    expect(openAgain(reason).sort()).toEqual([
      ['begins-anew', receipt],
      ['goes-on', receipt],
      ['stays', receipt],
    ]);
  });

  it.each(newWork)('does with what had waited for that ending what the clock says (%s)', (reason) => {
    expect(openAgain(reason).sort()).toEqual([
      ['begins-anew', reopening],
      ['goes-on', receipt],
    ]);
  });

  it.each([...newWork, 'closed-by-mistake'] as const)(
    'leaves no notice owed of a ruling that it takes back (C-13, %s)',
    (reason) => {
      const notice = publishedWith([policyWith([clockOf(mexican, 'C-13')])]);
      const life = [filed('2026-06-02 09:00'), ruled('2026-06-02 10:00')];
      expect(openIn(history(...life), notice)).toHaveLength(1);
      expect(openIn(history(...life, reopened('2026-06-02 12:00', 2, reason)), notice)).toEqual([]);
    },
  );

  it.each(noNewWork)(
    'resumes no run that a reclassification had cancelled before the ending (%s)',
    (reason) => {
      const two = publishedWith([
        policyWith([
          testedClock({ id: 'of-normal', only: { severity: ['normal'] } }),
          testedClock({ id: 'of-critical', only: { severity: ['critical'] } }),
        ]),
      ]);
      const before = [
        filed('2026-06-02 09:00'),
        classified('2026-06-02 10:00', 'critical'),
        closed('2026-06-02 11:00'),
      ];
      expect(
        openIn(history(...before, reopened('2026-06-02 12:00', 2, reason)), two).map(({ clock }) => clock),
      ).toEqual(['of-critical']);
    },
  );

  it.each(noNewWork)(
    'resumes of a clock that had begun anew before the ending its last run (%s)',
    (reason) => {
      const again = publishedWith([
        policyWith([
          testedClock({ starts: [{ event: 'Filed' }, { event: 'Classified', again: true }] }),
          testedClock({
            ...{ id: 'by-severity', onReclassification: 'restart' },
            terms: [minutes(60, { only: { severity: ['critical'] } }), minutes(240)],
          }),
        ]),
      ]);
      const life = history(
        filed('2026-06-02 09:00'),
        classified('2026-06-02 10:00', 'critical'),
        closed('2026-06-02 11:00'),
        reopened('2026-06-02 12:00', 2, reason),
      );
      expect(openIn(life, again).map(({ clock, startedAt }) => [clock, startedAt])).toEqual([
        ['by-severity', local('2026-06-02 10:00')],
        ['tested-clock', local('2026-06-02 10:00')],
      ]);
    },
  );

  it.each(noNewWork)('resumes no run that another policy had cancelled before the ending (%s)', (reason) => {
    const two = publishedWith([
      policyWith([testedClock(), testedClock({ id: 'dropped' })]),
      policyWith([testedClock()], { version: 2 }),
    ]);
    const life = history(
      filed('2026-06-02 09:00'),
      recomputed('2026-06-02 10:00', 2),
      closed('2026-06-02 11:00'),
      reopened('2026-06-02 12:00', 2, reason),
    );
    expect(openIn(life, two).map(({ clock }) => clock)).toEqual(['tested-clock']);
  });

  it.each(newWork)('resumes no other run either of a clock that goes on over any (%s)', (reason) => {
    const window = { from: local('2026-06-04 10:00'), to: local('2026-06-04 12:00') };
    const visit = publishedWith([
      policyWith([
        testedClock({
          starts: [{ event: 'VisitScheduled' }, { event: 'VisitRescheduled', again: true }],
          ...{ per: ['visit'], onReopening: 'resume' },
        }),
      ]),
    ]);
    const life = history(
      filed('2026-06-02 09:00'),
      event('VisitScheduled', '2026-06-02 09:30', { visit: 1, visitor: 'rt-1', purpose: 'repair', window }),
      event('VisitRescheduled', '2026-06-02 10:00', { visit: 1, window, by: 'provider', visitor: 'rt-1' }),
      closed('2026-06-02 11:00'),
      reopened('2026-06-02 12:00', 2, reason),
    );
    expect(openIn(life, visit).map(({ startedAt }) => startedAt)).toEqual([local('2026-06-02 10:00')]);
  });

  const refund = publishedWith([policyWith([clockOf(mexican, 'C-12')])]);
  const dismissed = [
    filed('2026-06-02 09:00', { kind: 'complaint', subject: 'billing', defect: undefined }),
    ruled('2026-06-02 10:00', 'dismissed'),
    closed('2026-06-02 11:00'),
  ];
  const after = (reason: Reason) => reopened('2026-06-02 13:00', 2, reason);

  it.each([...newWork, 'closed-by-mistake'] as const)(
    'lets the refund of a charge go on that had been dismissed, for the work is new (C-12, %s)',
    (reason) => {
      expect(openIn(history(...dismissed, after(reason)), refund)).toHaveLength(1);
    },
  );

  it.each(keepingTheWork)('leaves a refund ended whose dismissal it leaves standing (C-12, %s)', (reason) => {
    expect(openIn(history(...dismissed, after(reason)), refund)).toEqual([]);
    const agreed = resolved('2026-06-02 12:00', 'agreement');
    expect(openIn(history(...dismissed, agreed, after(reason)), refund)).toEqual([]);
  });

  it('lets the refund go on where an authority overturned the dismissal (C-12)', () => {
    const overturned = [resolved('2026-06-02 12:00', 'for-user'), after('authority')];
    expect(openIn(history(...dismissed, ...overturned), refund)).toHaveLength(1);
    const nothing = event('NothingDue', '2026-06-02 10:30', {
      of: 'undue-charge',
      reason: 'no-undue-charge',
    });
    const [filing, , closing] = dismissed;
    if (filing === undefined || closing === undefined) throw new Error('no filing');
    expect(openIn(history(filing, nothing, closing, ...overturned), refund)).toEqual([]);
  });

  it.each(keepingTheWork)(
    'begins no clock of the table anew where what was done stays as it is (%s)',
    (reason) => {
      const done = [
        event('TechnicianAssigned', '2026-06-02 09:30', {
          technician: 'rt-1',
          owner: 'cs-1',
          reason: 'first',
        }),
        event('CauseVerified', '2026-06-02 10:00', {
          causes: ['cut-fibre'],
          faultFound: true,
          attribution: 'provider',
        }),
        repaired('2026-06-02 11:00'),
        ruled('2026-06-02 12:00'),
      ];
      const life = history(filed('2026-06-02 09:00'), ...done, closed('2026-06-02 14:00'));
      const again = history(
        ...[filed('2026-06-02 09:00'), ...done, closed('2026-06-02 14:00')],
        ...[resolved('2026-06-20 12:00', 'for-user'), reopened('2026-06-20 12:00', 2, reason)],
      );
      const begun = (events: readonly ClockEvent[]) =>
        runsAfter(events)
          .filter(({ startedAt }) => startedAt > local('2026-06-03 00:00'))
          .map(({ clock }) => clock.id);
      expect(begun(life)).toEqual([]);
      expect(begun(again)).toEqual([]);
      expect(
        runsAfter(again).filter(({ clock }) => ['C-06', 'C-07', 'C-10'].includes(clock.id)),
      ).toMatchObject(Array(3).fill({ cycle: 1, end: { how: 'done' } }));
    },
  );

  describe('that was a mistake', () => {
    const done = [
      event('TechnicianAssigned', '2026-06-02 09:30', {
        ...{ technician: 'rt-1', owner: 'cs-1', reason: 'first' },
      }),
      event('CauseVerified', '2026-06-02 10:00', {
        ...{ causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
      }),
      repaired('2026-06-02 11:00'),
      ruled('2026-06-02 12:00'),
    ];
    const again = (...planned: readonly Planned[]) =>
      openIn(history(...planned, reopened('2026-06-03 09:00', 2, 'closed-by-mistake')));
    const begunAgain = (...planned: readonly Planned[]) =>
      again(...planned)
        .filter(({ startedAt }) => startedAt === local('2026-06-03 09:00'))
        .map(({ clock }) => clock);

    it('begins anew what had been done and is forgotten with it (C-06, C-07, C-10)', () => {
      const open = [filed('2026-06-02 09:00'), ...done];
      expect(begunAgain(...open, closed('2026-06-02 14:00'))).toEqual(['C-06', 'C-07', 'C-10']);
      expect(begunAgain(...open)).toEqual(['C-06', 'C-07', 'C-10']);
    });

    it('leaves going on, from its own start, what was not done yet (C-10)', () => {
      const open = [filed('2026-06-02 09:00'), ...done.slice(0, 3), closed('2026-06-02 14:00')];
      expect(begunAgain(...open)).toEqual(['C-06', 'C-07']);
      expect(again(...open).filter(({ clock }) => clock === 'C-10')).toMatchObject([
        { startedAt: local('2026-06-02 09:00') },
      ]);
    });

    it('owes the answer and the execution again that its final word had been (C-17, C-18, C-19)', () => {
      const answered = event('AnswerProvided', '2026-06-02 10:00', {
        ...{ folio: 'X', channel: 'phone', outcome: 'answered', answeredAt: local('2026-06-02 10:00') },
      });
      const executed = event('CancellationExecuted', '2026-06-02 10:00', {
        ...{ folio: 'ABC-20260602-1', channel: 'phone', effectiveAt: local('2026-06-02 10:00') },
      });
      const of = (kind: 'inquiry' | 'suggestion' | 'cancellation') =>
        filed('2026-06-02 09:00', { kind, subject: 'service', defect: undefined });
      const ending = closed('2026-06-02 14:00');
      expect(begunAgain(of('inquiry'), answered, ending)).toEqual(['C-17']);
      expect(begunAgain(of('suggestion'), answered, ending)).toEqual(['C-18']);
      expect(begunAgain(of('cancellation'), executed, ending)).toEqual(['C-19']);
    });
  });

  it('leaves a cancellation that was carried out alone where its charge is disputed (C-19)', () => {
    const life = history(
      filed('2026-06-02 09:00', { kind: 'cancellation', subject: 'service', defect: undefined }),
      event('CancellationExecuted', '2026-06-02 10:00', {
        folio: 'ABC-20260602-1',
        effectiveAt: local('2026-06-02 10:00'),
        channel: 'phone',
      }),
      closed('2026-06-02 11:00'),
      reopened('2026-06-20 12:00', 2, 'penalty'),
    );
    expect(runsAfter(life).filter(({ clock }) => clock.id === 'C-19')).toMatchObject([
      { cycle: 1, end: { how: 'done' } },
    ]);
  });

  it.each(noNewWork)(
    'lets go on what is owed from the receipt, which a reopening leaves alone otherwise (%s)',
    (reason) => {
      const duplicate = [
        filed('2026-06-02 09:00'),
        event('MarkedDuplicate', '2026-06-02 09:10', { of: 'ABC-20260601-1', toldTo: [] }),
      ];
      const before = openIn(history(filed('2026-06-02 09:00')));
      expect(before.map(({ clock }) => clock)).toEqual(
        expect.arrayContaining(['C-01', 'C-02', 'C-04', 'C-07', 'C-24']),
      );
      expect(openIn(history(...duplicate, reopened('2026-06-02 09:20', 2, reason)))).toEqual(before);
    },
  );

  it('resumes a run of an earlier cycle that this ending cancelled', () => {
    const life = history(
      filed('2026-06-02 09:00'),
      reopened('2026-06-02 10:00', 2, 'closed-by-mistake'),
      closed('2026-06-02 11:00'),
      reopened('2026-06-02 12:00', 3, 'closed-by-mistake'),
    );
    expect(openIn(life)).toEqual(openIn(history(filed('2026-06-02 09:00'))));
  });

  it('leaves the clocks running that ran before the ending, and no others, whatever happened', () => {
    fc.assert(
      fc.property(lives, fc.constantFrom(...keepingTheWork), (life, reason) => {
        const ended = (revision: number) => closed('2026-06-29 00:00')(revision);
        const isOver =
          life.findLast(({ type }) => type === 'Closed' || type === 'Reopened')?.type === 'Closed';
        fc.pre(!isOver);
        const taken = [...life, ended(life.length), reopened('2026-06-30 00:00', 9, reason)(life.length + 1)];
        const goingOn = (runs: readonly Run[]) =>
          runs.filter(({ clock, startedBy }) => clock.onReopening !== 'keep' || startedBy.type === 'Filed');
        const [before, after] = [goingOn(runsAfter(life)), goingOn(runsAfter(taken))].map((runs) =>
          runs
            .filter(isOpen)
            .map((run) => JSON.stringify(nameOf(run)))
            .sort(),
        );
        expect(after).toEqual(before);
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
  });
});
