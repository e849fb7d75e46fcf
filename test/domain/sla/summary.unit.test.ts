import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readClocks } from '../../../src/domain/sla/clocks/read-clocks.js';
import { rankOf, tallyCounter } from '../../../src/domain/kernel/tally.js';
import { clockContribution, clockSummaries, type ClockSummaries } from '../../../src/domain/sla/summary.js';
import type { ClockReading } from '../../../src/domain/sla/clocks/reading.js';
import { local } from './calendars.js';
import { closed, filed, held, history, publishedWith, readingsAt, repaired } from './clocks/histories.js';
import { lives, published, times } from './clocks/lives.js';
import { usualTerms } from '../../../src/testing/builders-terms.js';
import { policyWith, testedClock } from './policy/policies.js';

const summariesOf = (all: readonly (readonly ClockReading[])[]): ClockSummaries => {
  const counter = tallyCounter();
  all.forEach((readings) => counter.add(clockContribution(readings)));
  const labelOf = (clock: string) => all.flat().find((reading) => reading.clock === clock);
  return clockSummaries(counter.tally(), { labelOf, policy: 'tested' });
};

describe('what clocks come to over all complaints', () => {
  it('adds up: each started one is met, missed, running, paused, cancelled or not answered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lives, times), { maxLength: 5 }), (drawn) => {
        const all = drawn.map(([life, at]) => readClocks(life, published, local(at)).clocks);
        const { clocks, durations } = summariesOf(all);
        for (const each of clocks) {
          const mine = all
            .flat()
            .filter(({ clock, state }) => clock === each.clock && state !== 'not-started');
          const of = (state: string) => mine.filter((reading) => reading.state === state).length;
          expect(each.started).toBe(mine.length);
          expect([each.met, each.breached, each.running, each.paused]).toEqual(
            ['met', 'breached', 'running', 'paused'].map(of),
          );
          const ended = each.met + each.breached - each.openBreached;
          expect(each.percentMet === null).toBe(ended === 0);
          expect(each.percentMetCountingOpenBreached ?? 0).toBeLessThanOrEqual(each.percentMet ?? 0);
          for (const { n, p50Ms, p80Ms, p95Ms } of durations.filter(({ clock }) => clock === each.clock)) {
            expect(n).toBe(ended);
            expect([p50Ms, p80Ms, p95Ms]).toEqual([p50Ms, p80Ms, p95Ms].sort((a, b) => a - b));
          }
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  const name = { es: 'plazo de prueba', en: 'tested clock' };
  /** Four open hours from the receipt to the repair, counted three times; the fourth clock waits for what never comes. */
  const clocks = ['m', 'z', 'a'].map((id) => testedClock({ id, calendar: 'business' }));
  const never = testedClock({ id: 'n', starts: [{ event: 'Ruled' }] });
  const four = publishedWith([policyWith([...clocks, never])]);

  const complaints = [
    history(filed('2026-06-01 09:00'), repaired('2026-06-01 11:00')),
    history(filed('2026-06-01 10:00'), repaired('2026-06-02 10:00')),
    history(filed('2026-06-01 09:00'), repaired('2026-06-01 10:00')),
    history(filed('2026-06-08 11:00')),
    history(filed('2026-06-08 09:00'), held('2026-06-08 10:00')),
    history(filed('2026-06-01 09:00')),
    history(filed('2026-06-01 09:00'), closed('2026-06-01 10:00')),
    history(
      filed('2026-06-01 09:00', {
        terms: usualTerms({ policy: 'tested', version: 1, calendars: ['always@1', 'office@9'] }),
      }),
    ),
  ];
  const summaryOf = (counted: typeof complaints) =>
    summariesOf(counted.map((events) => readingsAt(events, four, '2026-06-08 12:00')));

  it('tells of each clock in order of its name how often it was started, met, missed and held up', () => {
    const counts = { started: 8, met: 2, breached: 2, running: 1, paused: 1, openBreached: 1 };
    const shares = { percentMet: 66.67, percentMetCountingOpenBreached: 50 };
    expect(summaryOf(complaints).clocks).toEqual(
      ['a', 'm', 'z'].map((clock) => ({ clock, ...counts, ...shares, name, owedBy: 'provider' })),
    );
  });

  it('tells how long what was done took, in open time and from start to end, the open one first', () => {
    const hour = 3_600_000;
    const open = { basis: 'open', n: 3, p50Ms: 2 * hour, p80Ms: 9 * hour, p95Ms: 9 * hour };
    const elapsed = { basis: 'elapsed', n: 3, p50Ms: 2 * hour, p80Ms: 24 * hour, p95Ms: 24 * hour };
    expect(summaryOf(complaints).durations).toEqual(
      ['a', 'm', 'z'].flatMap((clock) => [
        { clock, ...open },
        { clock, ...elapsed },
      ]),
    );
  });

  it('are called as the policy of today has them, though one of another name had more versions before it', () => {
    const named = (id: string, version: number, es: string) =>
      policyWith([testedClock({ name: { es, en: es } })], { id, version });
    const policies = [named('old', 3, 'antes'), named('new', 1, 'ahora'), named('new', 2, 'hoy')];
    const of = (policy: string, version: number) =>
      history(filed('2026-06-01 09:00', { terms: usualTerms({ policy, version, calendars: ['always@1'] }) }));
    const called = (today: string, ...lives: ReturnType<typeof of>[]) => {
      const all = lives.map((events) => readingsAt(events, publishedWith(policies), '2026-06-01 10:00'));
      const counter = tallyCounter();
      all.forEach((readings) => counter.add(clockContribution(readings)));
      const labelOf = (clock: string, ref: string) =>
        all.flat().find((reading) => reading.clock === clock && reading.policy === ref);
      return clockSummaries(counter.tally(), { labelOf, policy: today }).clocks.map(({ name: { es } }) => es);
    };
    const [old, first, second] = [of('old', 3), of('new', 1), of('new', 2)];
    expect(called('new', old, first)).toEqual(['ahora']);
    expect(called('new', old, second, first)).toEqual(['hoy']);
    expect(called('new', old)).toEqual(['antes']);
    expect(called('newest', old, second)).toEqual(['antes']);
  });

  it('tells no share and no time of clocks of which none is done', () => {
    const {
      clocks: [first],
      durations,
    } = summaryOf(complaints.slice(3, 5));
    expect(first).toMatchObject({ started: 2, percentMet: null, percentMetCountingOpenBreached: null });
    expect(durations).toEqual([]);
  });

  it('tells percentiles by the nearest rank: values that were there', () => {
    const values = [15, 20, 35, 40, 50];
    const shares = [5, 30, 40, 50, 80, 95, 100];
    expect(shares.map((percent) => values[rankOf(values.length, percent)])).toEqual([
      15, 20, 20, 35, 40, 50, 50,
    ]);
    const took = values.map((value) => ['answer', value] as const);
    const counter = tallyCounter();
    counter.add({ counts: [], durations: took.toReversed() });
    expect(counter.tally().percentiles('answer')).toEqual({ n: 5, p50Ms: 35, p80Ms: 40, p95Ms: 50 });
    expect(counter.tally().percentiles('repair')).toBeUndefined();
  });
});
