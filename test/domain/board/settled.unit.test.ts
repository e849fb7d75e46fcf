import { describe, expect, it } from '@jest/globals';
import { settledOf } from '../../../src/domain/board/settled.js';
import { evolve } from '../../../src/domain/complaint/evolve.js';
import { initialState } from '../../../src/domain/complaint/state.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { closed, filed, history, repaired, ruled } from '../sla/clocks/histories.js';
import { published } from '../sla/clocks/lives.js';

const settled = (events: readonly ClockEvent[], known = published) =>
  settledOf({
    card: events.reduce((state, each) => evolve(state, each, each.recorded), initialState),
    events,
    folded: foldClocks(events, known.policyOf),
    published: known,
  });

const life = [filed('2026-05-04 09:00'), repaired('2026-05-05 15:00'), ruled('2026-05-06 12:00')];

describe('what an ended request adds to the board for good', () => {
  it('is what it was: where it changes, the versions of the read models of the board are to be raised', () => {
    expect(settled(history(...life, closed('2026-05-07 12:00')))).toMatchSnapshot();
  });

  it('is nothing while the request is open, and is not known without its policy', () => {
    expect(settled(history(...life))).toBeUndefined();
    const ignorant = { ...published, policyOf: () => undefined };
    expect(settled(history(...life, closed('2026-05-07 12:00')), ignorant)).toBe('unknown');
  });
});
