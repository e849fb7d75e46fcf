import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ComplaintEvents } from '../../../../src/domain/complaint/events.js';
import { clocksAfter, foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import { instantOf } from '../../../../src/domain/kernel/instant.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { factsOf } from '../../../../src/domain/sla/clocks/facts.js';
import { runsOf } from '../../../../src/domain/sla/clocks/fold-runs.js';
import {
  inTime,
  pendingAfter,
  pendingClocks,
  type PendingClock,
} from '../../../../src/domain/sla/clocks/pending.js';
import { readClocks, type Published } from '../../../../src/domain/sla/clocks/read-clocks.js';
import { always, calendar, everyDay, local, mexico, on } from '../calendars.js';
import { contractFrom, minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  closed,
  contact,
  event,
  filed,
  held,
  history,
  isCounted,
  publishedWith,
  reopened,
  repaired,
  resumed,
  type Planned,
} from './histories.js';
import { lives, published } from './lives.js';

const seed = 20_261_127;
const hour = 60;

/** One clock of four hours, warned of at half of them, that takes a complaint up at 50, 100 and 150 per cent. */
const four = publishedWith([
  {
    ...policyWith([testedClock({ terms: [minutes(4 * hour)], warnings: [50], onReopening: 'restart' })]),
    escalation: {
      clocks: ['tested-clock'],
      levels: [
        { percent: 50, level: 1 },
        { percent: 100, level: 2 },
        { percent: 150, level: 3 },
      ],
    },
  },
]);

const pendingOf = (events: readonly ClockEvent[], by: Published = four): readonly PendingClock[] =>
  pendingClocks(foldClocks(events, by.policyOf), by.calendarOf);

const actsOf = (events: readonly ClockEvent[]): readonly string[] =>
  pendingOf(events).flatMap(({ acts }) =>
    acts.map(({ at, act }) => {
      const what = act.kind === 'escalation' ? `level ${act.level}` : act.kind;
      return `${at} ${what}`;
    }),
  );

const deadline = { clock: 'tested-clock', cycle: 1, policy: 'tested@1', calendar: 'always@1' } as const;
const warned = (at: string): Planned =>
  event('SlaWarned', at, { ...deadline, dueAt: local('2026-06-01 12:00'), percent: 50 });
const breached = (at: string, more: Partial<ComplaintEvents['SlaBreached']> = {}): Planned =>
  event('SlaBreached', at, { ...deadline, dueAt: local('2026-06-01 12:00'), ...more });
const escalated = (at: string, level: 1 | 2 | 3): Planned =>
  event('Escalated', at, { level, trigger: 'time', target: 'supervisor' });

const at = (time: string) => local(`2026-06-01 ${time}`);

describe('what a clock still has to record', () => {
  it('is each warning, level and breach at its own instant, the earliest first (C-23)', () => {
    expect(actsOf(history(filed('2026-06-01 08:00')))).toEqual([
      `${at('10:00')} warning`,
      `${at('10:00')} level 1`,
      `${at('12:00')} breach`,
      `${at('12:00')} level 2`,
      `${at('14:00')} level 3`,
    ]);
  });

  it('is recorded once: what is on record is pending no more, and a level reached takes the lower ones along', () => {
    const known = [filed('2026-06-01 08:00'), warned('2026-06-01 10:00'), escalated('2026-06-01 10:05', 2)];
    expect(actsOf(history(...known))).toEqual([`${at('12:00')} breach`, `${at('14:00')} level 3`]);
    expect(actsOf(history(...known, breached('2026-06-01 12:00')))).toEqual([`${at('14:00')} level 3`]);
  });

  it('waits while it is paused, and moves by the time that did not count', () => {
    const paused = history(filed('2026-06-01 08:00'), held('2026-06-01 09:00'));
    expect(pendingOf(paused)).toMatchObject([{ state: 'paused', dueAt: null, acts: [] }]);
    const on = history(filed('2026-06-01 08:00'), held('2026-06-01 09:00'), resumed('2026-06-01 10:30'));
    expect(actsOf(on)[0]).toBe(`${at('11:30')} warning`);
    expect(pendingOf(on)).toMatchObject([{ state: 'running', dueAt: at('13:30') }]);
  });

  it('is what fell due before a pause began, however late that is recorded, and nothing of the time since', () => {
    const held1030 = [filed('2026-06-01 08:00'), held('2026-06-01 10:30')];
    expect(pendingOf(history(...held1030))).toMatchObject([
      {
        ...{ state: 'paused', dueAt: null },
        acts: [
          { at: at('10:00'), act: { kind: 'warning', percent: 50 }, dueAt: at('12:00') },
          { at: at('10:00'), act: { kind: 'escalation', level: 1 }, dueAt: at('12:00') },
        ],
      },
    ]);
    expect(actsOf(history(...held1030, warned('2026-06-01 10:00')))).toEqual([`${at('10:00')} level 1`]);
    expect(actsOf(history(filed('2026-06-01 08:00'), held('2026-06-01 10:00')))).toHaveLength(2);
    expect(actsOf(history(filed('2026-06-01 08:00'), held('2026-06-01 09:59')))).toEqual([]);
  });

  it('names the due instant as it was then: an earlier pause has moved it, the one that lasts has not', () => {
    const twice = [
      filed('2026-06-01 08:00'),
      held('2026-06-01 09:00'),
      resumed('2026-06-01 10:30'),
      held('2026-06-01 11:45'),
    ];
    const [first] = pendingOf(history(...twice));
    expect(first?.acts[0]).toMatchObject({ at: at('11:30'), dueAt: at('13:30') });
  });

  it('is also what ends with a day on which a pause without an end began after hours: that day counts', () => {
    const days = publishedWith([
      policyWith([
        testedClock({
          ...{ calendar: 'business', warnings: [50] },
          terms: [{ term: { kind: 'business-days', days: 2 }, from: contractFrom }],
        }),
      ]),
    ]);
    const paused = history(filed('2026-06-01 08:00'), held('2026-06-02 20:00'));
    expect(pendingOf(paused, days)).toMatchObject([
      {
        ...{ state: 'paused', dueAt: null },
        acts: [{ at: local('2026-06-03 00:00'), dueAt: local('2026-06-04 00:00') }],
      },
    ]);
  });

  it('is of a clock that was late before its pause the breach and the levels until then', () => {
    const late = history(filed('2026-06-01 08:00'), warned('2026-06-01 10:00'), held('2026-06-01 13:00'));
    expect(actsOf(late)).toEqual([
      `${at('10:00')} level 1`,
      `${at('12:00')} breach`,
      `${at('12:00')} level 2`,
    ]);
  });

  it('is of a clock that was done in time what fell due before that, and no breach', () => {
    const inTime = history(filed('2026-06-01 08:00'), repaired('2026-06-01 12:00'));
    expect(pendingOf(inTime)).toMatchObject([{ state: 'ended', dueAt: at('12:00') }]);
    expect(actsOf(inTime)).toEqual([`${at('10:00')} warning`, `${at('10:00')} level 1`]);
    expect(actsOf(history(filed('2026-06-01 08:00'), repaired('2026-06-01 10:00')))).toEqual([]);
  });

  it('is of a clock that became pointless what fell due before that', () => {
    const ended = history(filed('2026-06-01 08:00'), closed('2026-06-01 11:00'));
    expect(actsOf(ended)).toEqual([`${at('10:00')} warning`, `${at('10:00')} level 1`]);
  });

  it('is of a clock that ended while a pause held it up what fell due before the pause', () => {
    const ended = history(filed('2026-06-01 08:00'), held('2026-06-01 11:00'), repaired('2026-06-01 11:30'));
    expect(actsOf(ended)).toEqual([`${at('10:00')} warning`, `${at('10:00')} level 1`]);
  });

  it('is nothing of what was recorded late to have been done before, also where a breach is on record (57)', () => {
    const late = history(
      filed('2026-06-01 08:00'),
      warned('2026-06-01 10:00'),
      escalated('2026-06-01 10:00', 1),
      breached('2026-06-01 12:00'),
      repaired('2026-06-01 19:00', '2026-06-01 11:00'),
    );
    expect(pendingOf(late)).toEqual([]);
  });

  it('stays warning, breach and levels where it was done late before they were recorded: late stays late (I-24)', () => {
    const late = [filed('2026-06-01 08:00'), repaired('2026-06-01 12:01')];
    expect(pendingOf(history(...late))).toMatchObject([{ state: 'ended', dueAt: at('12:00') }]);
    expect(actsOf(history(...late))).toEqual([
      `${at('10:00')} warning`,
      `${at('10:00')} level 1`,
      `${at('12:00')} breach`,
      `${at('12:00')} level 2`,
    ]);
    const known = [...late, warned('2026-06-01 13:00'), escalated('2026-06-01 13:00', 2)];
    expect(pendingOf(history(...known))).toMatchObject([{ acts: [{ act: { kind: 'breach' } }] }]);
    expect(pendingOf(history(...known, breached('2026-06-01 13:00')))).toEqual([]);
  });

  it('is of a cycle that is over its warnings and breach, and no level: that would be one of the cycle now', () => {
    const again = history(
      filed('2026-06-01 08:00'),
      closed('2026-06-01 12:30'),
      reopened('2026-06-01 20:00', 2),
    );
    expect(actsOf(again).slice(0, 3)).toEqual([
      `${at('10:00')} warning`,
      `${at('12:00')} breach`,
      `${at('22:00')} warning`,
    ]);
  });

  it('is another one in another cycle: breach, warning and levels begin anew', () => {
    const again = history(
      filed('2026-06-01 08:00'),
      warned('2026-06-01 10:00'),
      escalated('2026-06-01 10:00', 1),
      closed('2026-06-01 11:00'),
      reopened('2026-06-01 20:00', 2),
    );
    expect(actsOf(again)[0]).toBe(`${at('22:00')} warning`);
    expect(actsOf(again)[1]).toBe(`${at('22:00')} level 1`);
  });

  it('is no breach where the user has to act: what they let pass is no breach of the provider’s', () => {
    const users = publishedWith([policyWith([testedClock({ terms: [minutes(hour)], owedBy: 'user' })])]);
    expect(pendingOf(history(filed('2026-06-01 08:00')), users)).toEqual([]);
  });

  it('is not guessed where no calendar is known', () => {
    const without: Published = { ...four, calendarOf: () => undefined };
    expect(pendingOf(history(filed('2026-06-01 08:00')), without)).toMatchObject([
      { state: 'unanswered', dueAt: null, acts: [] },
    ]);
  });

  it('is not guessed beyond the last day of a calendar, nor before its first', () => {
    const until = (day: string) =>
      publishedWith([policyWith([testedClock({ terms: [minutes(48 * hour)] })])], {
        'always@1': calendar(mexico, on(everyDay, '00:00-24:00'), { until: day }),
      });
    const events = history(filed('2026-06-01 08:00'));
    expect(pendingOf(events, until('2026-06-02'))).toEqual([
      { run: expect.anything(), state: 'unanswered', dueAt: null, acts: [] },
    ]);
    expect(pendingOf(events, until('2026-06-05'))).toMatchObject([{ state: 'running' }]);
    // A pause without an end is no reason to call it unanswered, though nothing tells its due instant either.
    const paused = history(filed('2026-06-01 08:00'), held('2026-06-01 09:00'));
    expect(pendingOf(paused, until('2026-06-02'))).toMatchObject([{ state: 'paused', dueAt: null }]);
    // Nor does one that is over tell it, nor is a share told of whose term ends where no calendar answers.
    const over = history(filed('2026-06-01 08:00'), held('2026-06-01 09:00'), resumed('2026-06-01 10:00'));
    expect(pendingOf(over, until('2026-06-02'))).toMatchObject([{ state: 'unanswered', acts: [] }]);
    const late = history(filed('2026-06-01 08:00'), held('2026-06-02 12:00'));
    const warnedOf = publishedWith(
      [policyWith([testedClock({ terms: [minutes(48 * hour)], warnings: [50] })])],
      {
        'always@1': calendar(mexico, on(everyDay, '00:00-24:00'), { until: '2026-06-02' }),
      },
    );
    expect(pendingOf(late, warnedOf)).toMatchObject([{ state: 'paused', dueAt: null, acts: [] }]);
    const early = history(filed('1999-12-31 08:00'));
    expect(pendingOf(early, until('2026-06-05'))).toMatchObject([{ state: 'unanswered', acts: [] }]);
    const first = history(
      filed('2026-06-01 08:00', { receivedAt: instantOf(four.calendarOf('always@1')?.from ?? 0) }),
    );
    expect(pendingOf(first)).toMatchObject([{ state: 'running' }]);
  });

  it('is not guessed where the event that starts a clock does not tell the date that is set', () => {
    const setDate = publishedWith([
      policyWith([testedClock({ terms: [{ term: { kind: 'fixed', field: 'dueAt' }, from: contractFrom }] })]),
    ]);
    expect(pendingOf(history(filed('2026-06-01 08:00')), setDate)).toMatchObject([
      { state: 'unanswered', dueAt: null, acts: [] },
    ]);
  });

  it('is nothing where nothing is recorded', () => {
    expect(pendingOf([])).toEqual([]);
  });

  it('is no level less because staff was told of a warning, whatever percentage that was of', () => {
    const alerted = event('StaffAlerted', '2026-06-01 10:01', {
      ...{ act: 'warning', level: 50, clock: 'tested-clock', cycle: 1, upTo: 1 },
    });
    const known = history(filed('2026-06-01 08:00'), warned('2026-06-01 10:00'), alerted);
    expect(actsOf(known)[0]).toBe(`${at('10:00')} level 1`);
  });

  it('is recorded in the cycle that it names: once in the second is enough there', () => {
    const again = [filed('2026-06-01 08:00'), closed('2026-06-01 08:30'), reopened('2026-06-01 20:00', 2)];
    const second = event('SlaWarned', '2026-06-01 22:00', {
      ...{ ...deadline, cycle: 2, dueAt: local('2026-06-02 00:00'), percent: 50 },
    });
    expect(actsOf(history(...again))[0]).toBe(`${at('22:00')} warning`);
    expect(actsOf(history(...again, second))[0]).toBe(`${at('22:00')} level 1`);
  });

  it('is no level of a clock that runs on from an earlier cycle: a level is of the cycle now', () => {
    const kept = publishedWith([
      {
        ...policyWith([testedClock({ cancels: [], onReopening: 'keep', warnings: [] })]),
        escalation: { clocks: ['tested-clock'], levels: [{ percent: 50, level: 1 }] },
      },
    ]);
    const again = history(
      filed('2026-06-01 08:00'),
      closed('2026-06-01 08:30'),
      reopened('2026-06-01 09:00', 2),
    );
    expect(pendingOf(again, kept).map(({ acts }) => acts)).toEqual([
      [{ at: at('12:00'), act: { kind: 'breach' }, dueAt: at('12:00') }],
    ]);
  });

  it('is not asked of a clock whose complaint names no version of its calendar', () => {
    const without = publishedWith([policyWith([testedClock({ calendar: 'of-no-role' })])]);
    const known: Published = { ...without, calendarOf: () => always() };
    expect(pendingOf(history(filed('2026-06-01 08:00')), known)).toMatchObject([{ state: 'unanswered' }]);
  });

  it('is nothing of a clock that has ended and that nothing known here answers', () => {
    const without: Published = { ...four, calendarOf: () => undefined };
    expect(pendingOf(history(filed('2026-06-01 08:00'), repaired('2026-06-01 09:00')), without)).toEqual([]);
  });

  it('counts what was recorded without a cycle to the first, and a level that is no number for none', () => {
    const withData = (planned: Planned, data: Readonly<Record<string, unknown>>): Planned => {
      return (revision) => {
        const made = planned(revision);
        return Object.assign({}, made, { data: { ...made.data, ...data } });
      };
    };
    const known = [filed('2026-06-01 08:00'), repaired('2026-06-01 13:00')];
    expect(
      actsOf(
        history(
          ...known,
          withData(warned('2026-06-01 10:00'), { cycle: undefined }),
          withData(breached('2026-06-01 12:00'), { cycle: undefined }),
          withData(escalated('2026-06-01 12:00', 2), { level: 'two' }),
        ),
      ),
    ).toEqual([`${at('10:00')} level 1`, `${at('12:00')} level 2`]);
  });

  it('names the run, its question and its due instant, and is a level of the clocks alone that the rule names', () => {
    const two = publishedWith([
      {
        ...policyWith([testedClock({ warnings: [] }), testedClock({ id: 'other', warnings: [] })]),
        escalation: { clocks: ['other'], levels: [{ percent: 50, level: 1 }] },
      },
    ]);
    const pending = pendingOf(history(filed('2026-06-01 08:00')), two);
    expect(pending.map(({ run, acts }) => [run.clock.id, acts.map(({ act }) => act.kind)])).toEqual([
      ['tested-clock', ['breach']],
      ['other', ['escalation', 'breach']],
    ]);
    expect(pending[0]?.question).toMatchObject({ start: at('08:00'), pauses: [] });
  });

  it('comes in the order of time; of one instant a warning before a breach before a level', () => {
    const dueAt = at('12:00');
    const warning = { at: dueAt, act: { kind: 'warning', percent: 100 }, dueAt } as const;
    const breach = { at: dueAt, act: { kind: 'breach' }, dueAt } as const;
    const level = { at: dueAt, act: { kind: 'escalation', level: 2 }, dueAt } as const;
    const earlier = { at: at('10:00'), act: { kind: 'escalation', level: 1 }, dueAt } as const;
    const ordered = [earlier, warning, breach, level];
    for (const mixed of [
      [level, breach, warning, earlier],
      [breach, level, earlier, warning],
      [warning, earlier, level, breach],
    ])
      expect([...mixed].sort(inTime)).toEqual(ordered);
  });

  it('knows the runs of a clock apart', () => {
    const twice = publishedWith([
      policyWith([
        testedClock({
          terms: [minutes(hour)],
          starts: [{ event: 'ContactMade', where: { direction: ['from-user'] } }],
          stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
          warnings: [],
        }),
      ]),
    ]);
    const events = history(
      filed('2026-06-01 08:00'),
      contact('2026-06-01 09:00', 'from-user'),
      contact('2026-06-01 11:00', 'to-user'),
      contact('2026-06-01 12:00', 'from-user'),
      breached('2026-06-01 10:00'),
    );
    expect(pendingOf(events, twice)).toMatchObject([{ run: { run: 2 }, dueAt: at('13:00') }]);
    const both = [...events, breached('2026-06-01 13:00', { run: 2 })(events.length)];
    expect(
      pendingOf(
        both.filter((each): each is ClockEvent => 'type' in each),
        twice,
      ),
    ).toMatchObject([{ run: { run: 2 }, acts: [] }]);
  });
});

describe('what is left to record after one more event', () => {
  const both = publishedWith([
    policyWith([
      testedClock({ warnings: [50] }),
      testedClock({ id: 'other-work', stops: [] }),
      testedClock({ id: 'answers', starts: [{ event: 'ContactMade' }], warnings: [50] }),
      testedClock({ id: 'of-user', owedBy: 'user' }),
    ]),
  ]);
  /** The clocks before the last of some events, what was pending then, and the clocks after it. */
  const stepped = (events: readonly ClockEvent[]) => {
    const last = events.at(-1);
    if (last === undefined) throw new Error('no event');
    const before = foldClocks(events.slice(0, -1), both.policyOf);
    const now = clocksAfter(before, last, () => events, both.policyOf);
    return { before, pending: pendingClocks(before, both.calendarOf), now };
  };

  it('is asked anew of the runs that changed alone: the others have what they had', () => {
    const events = history(filed('2026-06-01 08:00'), contact('2026-06-01 09:00', 'to-user'));
    const { before, pending, now } = stepped(events);
    const asked: string[] = [];
    const after = pendingAfter(before, pending, now, (ref) => {
      asked.push(ref);
      return both.calendarOf(ref);
    });
    expect(after.map(({ run }) => run.clock.id)).toEqual(['tested-clock', 'other-work', 'answers']);
    expect(after[0]).toBe(pending[0]);
    expect(after[1]).toBe(pending[1]);
    expect(asked).toEqual(['always@1']);
    expect(after).toEqual(pendingClocks(now, both.calendarOf));
  });

  it('is less once a run has ended, and nothing of one that is done in time', () => {
    const events = history(filed('2026-06-01 08:00'), repaired('2026-06-01 09:00'));
    const { before, pending, now } = stepped(events);
    expect(pendingAfter(before, pending, now, both.calendarOf)).toEqual([pending[1]]);
  });
});

describe('clocks folded event by event', () => {
  it('are those of all events at once, whatever happens and is corrected', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const { facts, standing } = foldClocks(events, published.policyOf);
        expect(facts).toEqual(factsOf(events));
        expect(standing).toEqual(runsOf(factsOf(events), published.policyOf));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('are due when their reading says so', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const readings = readClocks(events, published, local('2026-09-01 00:00')).clocks.filter(isCounted);
        for (const { run, dueAt, state } of pendingOf(events, published)) {
          const reading = readings.find(
            (each) => each.clock === run.clock.id && each.cycle === run.cycle && each.run === run.run,
          );
          if (state === 'unanswered') expect(reading).toBeUndefined();
          else expect(reading?.dueAt).toBe(dueAt);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('tell of every clock that a reading calls late and of which no breach is recorded', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const late = readClocks(events, published, local('2026-09-01 00:00'))
          .clocks.filter(isCounted)
          .filter(({ state, owedBy }) => state === 'breached' && owedBy === 'provider')
          .map(({ clock, cycle, run }) => `${clock} ${cycle} ${run}`);
        const told = pendingOf(events, published)
          .filter(({ acts }) => acts.some(({ act }) => act.kind === 'breach'))
          .filter(({ dueAt }) => dueAt !== null && dueAt < local('2026-09-01 00:00'))
          .map(({ run: { clock, cycle, run } }) => `${clock.id} ${cycle} ${run}`);
        expect([...told].sort()).toEqual([...late].sort());
      }),
      { seed, numRuns: 300 },
    );
  });
});
