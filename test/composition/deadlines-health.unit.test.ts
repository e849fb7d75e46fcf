import { describe, expect, it } from '@jest/globals';
import { deadlinesHealth } from '../../src/composition/deadlines-health.js';
import { instantOf, type Instant } from '../../src/domain/kernel/instant.js';

const at = (hour: number): Instant => instantOf(Date.UTC(2026, 2, 2, hour));

const healthAt = (
  hour: number,
  looked: { readonly due?: number; readonly untold?: number },
  refusedUntil?: number,
) => {
  const instant = (given: number | undefined) => (given === undefined ? undefined : at(given));
  return deadlinesHealth(
    { due: instant(looked.due), untold: instant(looked.untold) },
    instant(refusedUntil),
    at(hour),
  );
};

describe('The health of deadlines', () => {
  it('is unknown before anything was looked at', () => {
    expect(deadlinesHealth(undefined, undefined, at(9)).state).toBe('unknown');
  });

  it('is fine while nothing lies in the past, and tells the earlier of what is next', () => {
    const fine = { state: 'ok', reasons: [], oldestDue: null, oldestUntold: null };
    expect(healthAt(9, {})).toEqual({ ...fine, nextWakeAt: null });
    expect(healthAt(9, { due: 9, untold: 10 })).toEqual({ ...fine, nextWakeAt: at(9) });
    expect(healthAt(9, { due: 11, untold: 10 })).toEqual({ ...fine, nextWakeAt: at(10) });
    expect(healthAt(9, { untold: 10 })).toEqual({ ...fine, nextWakeAt: at(10) });
  });

  it('says that something is not recorded where it is due and no run came to it', () => {
    expect(healthAt(9, { due: 8, untold: 10 })).toEqual({
      ...{ state: 'degraded', reasons: ['not-recorded'], nextWakeAt: at(8) },
      ...{ oldestDue: at(8), oldestUntold: null },
    });
  });

  it('says that a rule refused it where the last run came to it and was refused something', () => {
    expect(healthAt(9, { due: 8 }, 8).reasons).toEqual(['refused']);
    expect(healthAt(9, { due: 8 }, 7).reasons).toEqual(['not-recorded']);
  });

  it('says that staff was not told where a notice that was to be given lies in the past', () => {
    expect(healthAt(9, { due: 10, untold: 8 })).toEqual({
      ...{ state: 'degraded', reasons: ['staff-not-told'], nextWakeAt: at(8) },
      ...{ oldestDue: null, oldestUntold: at(8) },
    });
  });

  it('names both reasons where both hold', () => {
    expect(healthAt(9, { due: 8, untold: 7 }, 8)).toMatchObject({
      ...{ reasons: ['refused', 'staff-not-told'], oldestDue: at(8), oldestUntold: at(7) },
    });
  });
});
