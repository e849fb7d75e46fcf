import { describe, expect, it } from '@jest/globals';
import type { Projector } from '../../../src/application/ports/projector.js';
import { freshRows } from '../../../src/application/queries/fresh-rows.js';
import { manualTimers } from '../../support/manual-timers.js';

describe('queries that bring their rows up themselves', () => {
  it('leave nothing running behind once the last of them gave up, and no sooner', async () => {
    let stops = 0;
    const projector: Projector = {
      start: () => Promise.resolve(),
      stop: () => {
        stops += 1;
        return Promise.resolve();
      },
      catchUp: () => new Promise(() => undefined),
      reached: () => Promise.resolve(),
      isStarted: () => false,
      health: () => ({
        name: 'rows',
        state: 'connecting',
        position: undefined,
        lagBytes: 7,
        lagSeconds: null,
        restarts: 0,
        faultsInRow: 0,
        degraded: false,
        lastError: undefined,
      }),
    };
    const timers = manualTimers();
    const fresh = freshRows({ projector, timers, timeout: 2_000 });
    const behind = { code: 'rows-behind', details: { reason: '> 2 s, 7 bytes' } };
    const first = fresh.ready();
    timers.pass(1_000);
    const second = fresh.ready();
    timers.pass(1_000);
    await expect(first).rejects.toMatchObject(behind);
    expect(stops).toBe(0);
    timers.pass(1_000);
    await expect(second).rejects.toMatchObject(behind);
    expect(stops).toBe(1);
  });
});
