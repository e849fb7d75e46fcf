import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseHistory } from '../../../src/application/ports/projection.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import { isCorrection, type ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { heededTypes } from '../../../src/domain/sla/clocks/heeded.js';
import { pendingClocks } from '../../../src/domain/sla/clocks/pending.js';
import { caseClocks } from '../../../src/projections/case-clocks/case-clocks.js';
import { lives, published } from '../../domain/sla/clocks/lives.js';

const parameters = { seed: 20_261_128, numRuns: 300 };

/** The events up to each of them, as a read model is given them. */
const historiesOf = (events: readonly ClockEvent[]): readonly CaseHistory[] => {
  const histories: CaseHistory[] = [];
  for (const event of events) histories.push({ event, earlier: histories.at(-1) });
  return histories;
};

describe('the clocks of a case', () => {
  it('are those of all its events after each event and after any subset of them, whichever ones change no clock (I-18)', () => {
    fc.assert(
      fc.property(
        lives.chain((life) => fc.subarray([...life])),
        (events) => {
          const clocks = caseClocks();
          clocks.learn(published);
          historiesOf(events).forEach((history, index) => {
            const folded = foldClocks(events.slice(0, index + 1), published.policyOf);
            expect(clocks.pending(history)).toEqual(pendingClocks(folded, published.calendarOf));
            expect(clocks.missing(history)).toEqual(folded.standing.missing);
          });
        },
      ),
      parameters,
    );
  });

  it('are those of all its events where only the last is asked for', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const clocks = caseClocks();
        clocks.learn(published);
        const folded = foldClocks(events, published.policyOf);
        expect(clocks.pending(historiesOf(events).at(-1))).toEqual(
          pendingClocks(folded, published.calendarOf),
        );
      }),
      parameters,
    );
  });

  it('keep every run at an event of a type that they do not heed, unless it is a correction', () => {
    let unheeded = 0;
    fc.assert(
      fc.property(lives, (events) => {
        events.forEach((event, index) => {
          const before = foldClocks(events.slice(0, index), published.policyOf).standing;
          if (heededTypes(before).has(event.type) || isCorrection(event)) return;
          unheeded += 1;
          const after = foldClocks(events.slice(0, index + 1), published.policyOf).standing;
          expect({ ...after, seen: [] }).toEqual({ ...before, seen: [] });
        });
      }),
      parameters,
    );
    expect(unheeded).toBeGreaterThan(100);
  });
});
