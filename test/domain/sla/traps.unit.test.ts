import { describe, expect, it } from '@jest/globals';
import type { ZoneTransition } from '../../../src/domain/sla/zone.js';
import { compileCalendar, type BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { dueOf, type DueQuestion } from '../../../src/domain/sla/due.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { countedAt, filed, held, history, publishedWith, recomputed, resumed } from './clocks/histories.js';
import { minutes, policyWith, testedClock } from './policy/policies.js';
import {
  calendar,
  compiled,
  instant,
  local,
  mexicanHolidays,
  mexico,
  office,
  on,
  published,
  workdays,
} from './calendars.js';
import { withoutTheMachine } from './without-the-machine.js';

/** The array with a count of how often one of its elements is read. */
const counted = <Column extends object>(column: Column, read: () => void): Column =>
  new Proxy(column, {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) read();
      const value: unknown = Reflect.get(target, name, target);
      const bound: unknown = typeof value === 'function' ? value.bind(target) : value;
      return bound;
    },
  });

/** How many elements of a calendar's columns are read to answer a question. */
const readsOf = (open: BusinessCalendar, question: DueQuestion): number => {
  let reads = 0;
  const read = () => (reads += 1);
  const columns = {
    starts: counted(open.starts, read),
    ends: counted(open.ends, read),
    before: counted(open.before, read),
    byTime: counted(open.byTime, read),
    byOpenTime: counted(open.byOpenTime, read),
  };
  expect(dueOf({ ...open, ...columns }, question).ok).toBe(true);
  return reads;
};

describe('a trap of other desks: a term', () => {
  it('of 20,000 open hours costs no more than one of an hour (business_time#44)', () => {
    const open = calendar(mexico, on(workdays, '09:00-13:00', '14:00-18:00'), { until: '2060-12-31' });
    const question = (count: number): DueQuestion => ({
      start: local('2026-06-01 10:00'),
      term: { kind: 'minutes', minutes: count * 60 },
      pauses: [],
      at: local('2026-06-01 10:00'),
    });
    const hour = readsOf(open, question(1));
    expect(hour).toBeGreaterThan(0);
    for (const count of [2_000, 20_000, 60_000])
      expect(readsOf(open, question(count))).toBeLessThanOrEqual(hour + 10);
  });

  it.each([
    ['glpi#15605 an hour before the change', '10:00', '11:00', '14:00'],
    ['of two hours before it', '09:30', '11:30', '15:00'],
    ['until the very change', '11:00', '12:00', '14:00'],
  ])('under a new policy leaves out a pause that came before: %s', (_, from, to, due) => {
    const shorter = publishedWith([
      policyWith([testedClock({ terms: [minutes(480)] })]),
      policyWith([testedClock({ terms: [minutes(240)] })], { version: 2 }),
    ]);
    const events = history(
      filed('2026-06-02 09:00'),
      held(`2026-06-02 ${from}`),
      resumed(`2026-06-02 ${to}`),
      recomputed('2026-06-02 12:00', 2),
    );
    expect(countedAt(events, shorter, '2026-06-02 12:00').dueAt).toBe(local(`2026-06-02 ${due}`));
  });

  it('of an open request stays where the list of holidays is edited, until it is recomputed (frappe/helpdesk#2449)', () => {
    const more = [...mexicanHolidays, '2026-06-03'];
    const edited = publishedWith(
      [policyWith([testedClock({ calendar: 'business', terms: [minutes(600)] })])],
      {
        'office@1': office(),
        'office@2': office({ version: 2, holidays: more }),
      },
    );
    const open = [filed('2026-06-02 16:00')];
    const dueOn = (planned: typeof open) => countedAt(history(...planned), edited, '2026-06-02 17:00').dueAt;
    expect(dueOn(open)).toBe(local('2026-06-03 17:00'));
    expect(dueOn([...open, recomputed('2026-06-02 16:30', 1, ['always@1', 'office@2'])])).toBe(
      local('2026-06-04 17:00'),
    );
  });
});

describe('a trap of other desks: two time-zone tables (n8n#39329)', () => {
  /** A table that knows nothing of the reform of 2022: clocks in Mexico City would still change each year. */
  const withSummers = (transitions: readonly ZoneTransition[]): readonly ZoneTransition[] => [
    ...transitions,
    { at: instant('2026-04-05T08:00:00Z'), offset: -300 },
    { at: instant('2026-10-25T07:00:00Z'), offset: -360 },
  ];
  const today = published(mexico, on(workdays, '09:00-18:00'));
  const older = { ...today, version: 2, transitions: withSummers(today.transitions) };
  const dueOn = (open: BusinessCalendar) => {
    const start = instantOf(Date.parse('2026-06-01T23:30:00Z'));
    const term = { kind: 'minutes', minutes: 60 } as const;
    const outcome = withoutTheMachine(() => dueOf(open, { start, term, pauses: [], at: start }));
    return outcome.ok ? outcome.due.dueAt : outcome.code;
  };

  it('give each published calendar its own answer, and the same one whichever table the machine has', () => {
    const second = compileCalendar(older);
    if (!second.ok) throw new Error('not compiled');
    // 17:30 by today's law, 18:30 by the older table: half an hour is left of that day, or none.
    expect(dueOn(compiled(today))).toBe('2026-06-02T15:30:00.000Z');
    expect(dueOn(second.calendar)).toBe('2026-06-02T15:00:00.000Z');
  });
});
