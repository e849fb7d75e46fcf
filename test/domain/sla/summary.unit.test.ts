import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readClocks } from '../../../src/domain/sla/clocks/read-clocks.js';
import { clockCounter, percentile } from '../../../src/domain/sla/summary.js';
import { local } from './calendars.js';
import { lives, published, times } from './clocks/lives.js';

describe('what clocks come to over all complaints', () => {
  it('adds up: each started one is met, missed, running, paused, cancelled or not answered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lives, times), { maxLength: 5 }), (drawn) => {
        const counter = clockCounter();
        const all = drawn.map(([life, at]) => readClocks(life, published, local(at)).clocks);
        all.forEach((readings) => counter.add(readings));
        const { clocks, durations } = counter.summary();
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

  it('tells percentiles by the nearest rank: values that were there', () => {
    const values = [15, 20, 35, 40, 50];
    expect([5, 30, 40, 50, 80, 95, 100].map((percent) => percentile(values, percent))).toEqual([
      15, 20, 20, 35, 40, 50, 50,
    ]);
    expect(percentile([], 50)).toBe(0);
  });
});
