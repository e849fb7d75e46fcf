import { describe, expect, it } from '@jest/globals';
import { progressAt, watchProgress } from '../../src/composition/projections/progress.js';
import type { RowsProgress } from '../../src/composition/projections/projections-at-work.js';
import { manualTimers } from '../support/manual-timers.js';

const counting = {
  lag: (after: string | undefined) => Promise.resolve({ events: 40 - Number(after ?? 0), bytes: null }),
};
const inBytes = {
  lag: (after: string | undefined) =>
    Promise.resolve({ events: null, bytes: after === undefined ? 900 : 300 }),
};

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('how far rows are that are made from the events', () => {
  it('is told in events where the store counts them, else in bytes, else not at all', async () => {
    expect(await progressAt(counting, '10')).toEqual({ done: 10, total: 40, unit: 'events' });
    expect(await progressAt(inBytes, '10')).toEqual({ done: 600, total: 900, unit: 'bytes' });
    expect(await progressAt({}, '10')).toBeUndefined();
  });

  it('is told every 200 ms until the work has ended, and costs nothing where nobody listens', async () => {
    const timers = manualTimers();
    const told: RowsProgress[] = [];
    let at = '0';
    const end = watchProgress(
      { store: counting, timers },
      (each) => told.push(each),
      () => Promise.resolve(at),
    );
    for (const position of ['5', '20']) {
      at = position;
      timers.pass(200);
      await turns();
    }
    end();
    timers.pass(1_000);
    await turns();
    expect(told.map(({ done }) => done)).toEqual([5, 20]);
    watchProgress({ store: counting, timers }, undefined, () => Promise.reject(new Error('asked')))();
  });
});
