import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/index.js';
import { dutiesOf } from '../../../src/domain/complaint/duties.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { asTechnicalLead, people } from '../../../src/testing/index.js';
import type { Ask } from './support/asks.js';
import { isAccepted, nowOf, start, step, type Walk } from './support/walks.js';

const cs = people.customerService;
const lead = asTechnicalLead('rt-1');

const later = (now: Instant, hours: number): Instant => instantOf(millisecondsOf(now) + hours * 3_600_000);

/** What may be asked of a visit of this number; of some, only now and then. */
const asksOf = (visit: number, now: Instant): readonly Ask[] => [
  { command: ask.requestVisit(), by: people.user },
  {
    command: ask.scheduleVisit({
      visitor: `rt-${String(visit)}`,
      window: { from: later(now, 300), to: later(now, 304) },
    }),
    by: cs,
  },
  { command: ask.notifyVisit({ visit, notifiedAt: now }), by: cs },
  {
    command: ask.rescheduleVisit({ visit, window: { from: later(now, 400), to: later(now, 404) } }),
    by: cs,
  },
  {
    command: ask.completeVisit({ visit, startedAt: now, endedAt: now, unannounced: true }),
    by: lead,
  },
  { command: ask.failVisit({ visit, reason: 'provider-missed', failedAt: now }), by: cs },
  { command: ask.cancelVisit({ visit, by: 'provider' }), by: cs },
  { command: ask.cancelVisit({ visit }), by: people.user },
];

const begun = step(step(start, { command: ask.file(), by: people.user }), {
  command: ask.assignTechnician({ technician: 'rt-1' }),
  by: cs,
});

const next = (walk: Walk, drawn: number): Walk => {
  const visits = Object.keys(walk.state.visits).length + 1;
  const asks = asksOf(1 + (drawn % visits), nowOf(walk)).filter((each) => isAccepted(walk, each));
  const chosen = asks[Math.floor(drawn / visits) % asks.length];
  return chosen === undefined ? walk : step(walk, chosen);
};

const lives = fc
  .array(fc.nat({ max: 9_999 }), { maxLength: 30, size: 'max' })
  .map((drawn) => drawn.reduce(next, begun));

describe('However visits are asked for, arranged, told, moved, attended and called off (O-28..O-30)', () => {
  it('each stands on the card as it stands itself, and is a duty of those whose turn it is', () => {
    let together = 0;
    fc.assert(
      fc.property(lives, ({ paces }) => {
        for (const { after } of paces) {
          const visits = Object.entries(after.visits);
          const open = visits.filter(([, { stage }]) =>
            ['requested', 'scheduled', 'notified'].includes(stage),
          );
          const stages = open.map(([, { stage }]) => stage);
          if (new Set(stages).size > 1) together += 1;
          expect(after.facets.visits).toEqual(Object.fromEntries(open.map(([of, { stage }]) => [of, stage])));
          const desk = dutiesOf(after)['customer-service'];
          const failed = stages.length === 0 && after.failedVisit !== null;
          expect(desk.includes('schedule-visit')).toBe(failed || stages.includes('requested'));
          expect(desk.includes('notify-visit')).toBe(stages.includes('scheduled'));
          expect(dutiesOf(after)['technical-lead'].includes('attend-visit')).toBe(
            stages.includes('notified'),
          );
        }
      }),
      { numRuns: 300 },
    );
    expect(together).toBeGreaterThan(0);
  });

  it('no number is given twice, and one that was asked for keeps its own', () => {
    fc.assert(
      fc.property(lives, ({ events }) => {
        const numbers = (type: 'VisitRequested' | 'VisitScheduled') =>
          events.flatMap((event) => (event.type === type ? [event.data.visit] : []));
        const [requested, scheduled] = [numbers('VisitRequested'), numbers('VisitScheduled')];
        expect(new Set(requested).size).toBe(requested.length);
        expect(new Set(scheduled).size).toBe(scheduled.length);
        const all = [...new Set([...requested, ...scheduled])].sort((a, b) => a - b);
        expect(all).toEqual(all.map((_number, place) => place + 1));
      }),
      { numRuns: 300 },
    );
  });
});
