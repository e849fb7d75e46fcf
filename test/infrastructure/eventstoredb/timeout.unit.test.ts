import { describe, expect, it } from '@jest/globals';
import { timeLimit } from '../../../src/infrastructure/eventstoredb/timeout.js';
import { manualTimers } from '../../support/manual-timers.js';

const limit = 100;

const house = () => {
  const timers = manualTimers();
  const inTime = timeLimit(timers, limit);
  /** Work that ends when it is told to, and what became of waiting for it. */
  const begin = () => {
    const work = Promise.withResolvers<string>();
    const state = { outcome: 'waiting' };
    inTime(work.promise).then(
      (result) => (state.outcome = result),
      (error: unknown) => (state.outcome = isUnavailable(error) ? 'too late' : 'failed'),
    );
    return { ...work, outcome: () => state.outcome };
  };
  return { timers, begin };
};

const isUnavailable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'store-unavailable';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a time limit for much work', () => {
  it('runs out for each after its own time, whenever it was begun', async () => {
    const { timers, begin } = house();
    const first = begin();
    timers.pass(10);
    const second = begin();
    timers.pass(90);
    await turn();
    expect([first.outcome(), second.outcome()]).toEqual(['too late', 'waiting']);
    timers.pass(9);
    await turn();
    expect(second.outcome()).toBe('waiting');
    timers.pass(1);
    await turn();
    expect(second.outcome()).toBe('too late');
  });

  it('runs out for work that began while other work had ended in time', async () => {
    const { timers, begin } = house();
    const first = begin();
    timers.pass(60);
    const second = begin();
    first.resolve('done');
    await turn();
    expect(first.outcome()).toBe('done');
    timers.pass(99);
    await turn();
    expect(second.outcome()).toBe('waiting');
    timers.pass(1);
    await turn();
    expect(second.outcome()).toBe('too late');
  });

  it('tells how the work went, and leaves no timer behind', async () => {
    const { timers, begin } = house();
    const well = begin();
    const badly = begin();
    expect(timers.waits()).toHaveLength(1);
    well.resolve('done');
    badly.reject(new Error('no'));
    await turn();
    expect([well.outcome(), badly.outcome()]).toEqual(['done', 'failed']);
    expect(timers.waits()).toHaveLength(0);
  });

  it('has no word for what ends after it ran out', async () => {
    const { timers, begin } = house();
    const late = begin();
    timers.pass(limit);
    late.resolve('done');
    await turn();
    expect(late.outcome()).toBe('too late');
    expect(timers.waits()).toHaveLength(0);
  });
});
