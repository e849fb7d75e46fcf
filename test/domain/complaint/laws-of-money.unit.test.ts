import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RecordedEvent } from '../../../src/testing/index.js';
import { walks } from './support/walks.js';

/** Every currency that something recorded names, at whatever depth. */
const currenciesIn = (told: unknown): readonly string[] => {
  if (typeof told !== 'object' || told === null) return [];
  return Object.entries(told).flatMap(([name, value]: [string, unknown]) =>
    name === 'currency' && typeof value === 'string' ? [value] : currenciesIn(value),
  );
};

/** The currencies that a case names, but for a balance that a correction took the place of. */
const named = (events: readonly RecordedEvent[]): ReadonlySet<string> => {
  const corrected = new Set(
    events.flatMap((event) => (event.type === 'CancellationCorrected' ? [event.data.corrects] : [])),
  );
  const standing = events.filter(({ recorded }) => !corrected.has(recorded.revision));
  return new Set(standing.flatMap(({ data }) => currenciesIn(data)));
};

describe('What is said of money, whichever command says it', () => {
  it('is in one currency in all of a case', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(walks(40), ({ events }) => {
        const currencies = named(events);
        currencies.forEach((currency) => seen.add(currency));
        expect(currencies.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBeGreaterThan(0);
  });

  it('never has a charge owed again that was refunded or cleared up, but in a cycle after that, or where what a cancellation charged was upheld besides', () => {
    let cleared = 0;
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { before, after } of paces) {
          if (before.facets.charge !== 'refunded' && before.facets.charge !== 'settled') continue;
          cleared += 1;
          if (before.facets.penalty !== after.facets.penalty) continue;
          if (after.facets.cycle === before.facets.cycle)
            expect(['refunded', 'settled']).toContain(after.facets.charge);
        }
      }),
      { numRuns: 300 },
    );
    expect(cleared).toBeGreaterThan(0);
  });
});
