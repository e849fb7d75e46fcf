import { describe, expect, it } from '@jest/globals';
import type { Projector, ProjectorHealth } from '../../src/application/ports/projector.js';
import { freshRows } from '../../src/queries/fresh-rows.js';
import { streamCounts } from '../../src/testing/event-store-contract/inline-samples.js';
import { manualTimers } from '../support/manual-timers.js';

const health: ProjectorHealth = {
  name: 'rows',
  state: 'connecting',
  position: undefined,
  lagBytes: 7,
  lagSeconds: null,
  restarts: 0,
  faultsInRow: 0,
  degraded: false,
  lastError: undefined,
  projections: [],
};

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Rows that have projected nothing. */
const behind = {
  rowCheckpoints: () =>
    Promise.resolve([
      {
        name: 'stream-counts',
        version: 1,
        slot: 'live' as const,
        position: undefined,
        isInline: false,
        parked: 0,
        lastEvent: undefined,
        fault: undefined,
      },
    ]),
};

/** A projector that never gets there. */
const stuckProjector = (over: Partial<Projector> = {}): Projector => ({
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  close: () => Promise.resolve(),
  catchUp: () => new Promise(() => undefined),
  ready: () => new Promise(() => undefined),
  reached: () => Promise.resolve(),
  pause: () => Promise.resolve(),
  resume: () => Promise.resolve(),
  replay: () => Promise.resolve(),
  drop: () => Promise.resolve(),
  rebuild: () => Promise.resolve(),
  cancelRebuild: () => Promise.resolve(),
  isStarted: () => false,
  heard: () => undefined,
  isRebuilding: () => false,
  health: () => health,
  ...over,
});

describe('rows of a store that has said nothing yet', () => {
  it.each([
    ['a query', true],
    ['a caller that brings them up', false],
  ])('are not behind: %s hears that the store does not answer', async (_who, isStarted) => {
    const timers = manualTimers();
    const unheard = { ...health, lagBytes: null };
    const projector = stuckProjector({ isStarted: () => isStarted, health: () => unheard });
    const asked = freshRows({ projector, rows: behind, timers, timeout: 2_000 }).ready([streamCounts()]);
    await turn();
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({
      code: 'store-unavailable',
      details: { reason: 'no-answer' },
    });
  });

  it('are locked, and no store is, where another process holds them', async () => {
    const timers = manualTimers();
    const lastError = { code: 'rows-locked', message: 'locked' };
    const projector = stuckProjector({ health: () => ({ ...health, state: 'waiting', lastError }) });
    const asked = freshRows({ projector, rows: behind, timers, timeout: 2_000 }).ready([streamCounts()]);
    await turn();
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({
      code: 'rows-locked',
      text: { es: expect.stringContaining('Los renglones están ocupados') },
    });
  });

  it('are behind where it is the rows that something ails', async () => {
    const timers = manualTimers();
    const lastError = { code: 'store-locked', message: 'locked' };
    const locked: ProjectorHealth = { ...health, state: 'waiting', lagBytes: null, lastError };
    const projector = stuckProjector({ health: () => locked });
    const asked = freshRows({ projector, rows: behind, timers, timeout: 2_000 }).ready([streamCounts()]);
    await turn();
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({
      code: 'rows-behind',
      details: { reason: '> 2 s, store-locked' },
    });
  });
});

describe('queries that bring their rows up themselves', () => {
  it('leave nothing running behind once the last of them gave up, and no sooner', async () => {
    let stops = 0;
    const projector = stuckProjector({
      stop: () => {
        stops += 1;
        return Promise.resolve();
      },
    });
    const timers = manualTimers();
    const fresh = freshRows({ projector, rows: behind, timers, timeout: 2_000 });
    const late = { code: 'rows-behind', details: { reason: '> 2 s, 7 bytes' } };
    const first = fresh.ready([streamCounts()]);
    await turn();
    timers.pass(1_000);
    const second = fresh.ready([streamCounts()]);
    await turn();
    timers.pass(1_000);
    await expect(first).rejects.toMatchObject(late);
    expect(stops).toBe(0);
    await turn();
    timers.pass(1_000);
    await expect(second).rejects.toMatchObject(late);
    expect(stops).toBe(1);
  });

  it('give up without an end to a rebuild that is under way', async () => {
    let stops = 0;
    const stop = () => Promise.resolve(void (stops += 1));
    const timers = manualTimers();
    const projector = stuckProjector({ stop, isRebuilding: () => true });
    const asked = freshRows({ projector, rows: behind, timers, timeout: 2_000 }).ready([streamCounts()]);
    await turn();
    timers.pass(2_000);
    await expect(asked).rejects.toMatchObject({ code: 'rows-behind' });
    expect(stops).toBe(0);
  });
});
