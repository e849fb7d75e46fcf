import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { boardCase } from '../../../src/domain/board/board-case.js';
import { contributionOf } from '../../../src/domain/board/contribution.js';
import { holdsUntil } from '../../../src/domain/board/holds-until.js';
import { complaint, fold } from '../../../src/domain/complaint/index.js';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import { readFolded } from '../../../src/domain/sla/clocks/read-clocks.js';
import { shippedVersions as published } from '../../support/shipped-versions.js';
import { walks, type Walk } from '../complaint/support/walks.js';

/** A life as the board reads it at any instant. */
const boardOf = ({ events }: Walk) => {
  const folded = foldClocks(events, published.policyOf);
  const card = fold(events, complaint.initial);
  return (at: Instant) => {
    const { clocks } = readFolded(folded, published.calendarOf, at);
    const each = boardCase({ card, events, clocks, published, at });
    if (each === undefined) throw new Error('a walk begins with a filing');
    const calendar = each.calendar === null ? undefined : published.calendarOf(each.calendar);
    return { each, folded, calendar, at };
  };
};

const sorted = (at: ReturnType<ReturnType<typeof boardOf>>) => {
  const { counts, durations } = contributionOf(at.each);
  return { counts: [...counts].sort(), durations: [...durations].sort(), thisWeek: at.each.thisWeek };
};

describe('How long what a request adds to the board holds, over random lives', () => {
  it('is as long as nothing of it changes: until the last millisecond it adds the same', () => {
    let held = 0;
    fc.assert(
      fc.property(walks(25), fc.nat({ max: 40 * 24 * 60 }), (walk, minutes) => {
        const last = walk.events.at(-1)?.recorded.occurredAt;
        if (last === undefined) return;
        const read = boardOf(walk);
        let at = instantOf(millisecondsOf(last) + minutes * 60_000);
        for (let turn = 0; turn < 6; turn += 1) {
          const now = read(at);
          const until = holdsUntil(now);
          const to = millisecondsOf(until) - 1;
          if (to < millisecondsOf(at)) return;
          held += 1;
          expect(sorted(read(instantOf(to)))).toEqual(sorted(now));
          at = until;
        }
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(100);
  });
});
