import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { complaint } from '../../../src/domain/complaint/decider.js';
import { dutiesOf } from '../../../src/domain/complaint/duties.js';
import { isFiled } from '../../../src/domain/complaint/index.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { asTechnicalLead, circumstances, declareNothingDue, people } from '../../../src/testing/index.js';
import { unpaidHours, unpaidWithoutClock } from './support/owed.js';
import type { Ask } from './support/asks.js';
import { nowOf, start, step, walks, type Walk } from './support/walks.js';

const lead = asTechnicalLead('rt-1');

/** A fault of the provider came back before its hours were paid: few walks drawn from the filing lead here. */
const reopenedUnpaid = [
  () => ({ command: ask.file(), by: people.user }),
  (walk: Walk) => ({
    command: ask.communicateFolio({ communicatedAt: nowOf(walk) }),
    by: people.customerService,
  }),
  () => ({ command: ask.assignTechnician(), by: people.customerService }),
  () => ({ command: ask.verifyCause({ attribution: 'provider' }), by: lead }),
  (walk: Walk) => ({ command: ask.repair({ restoredAt: nowOf(walk) }), by: lead }),
  () => ({ command: ask.reportRepair(), by: lead }),
  () => ({ command: ask.rule(), by: people.competentArea }),
  () => ({ command: ask.reopen({ reason: 'fault-persists' }), by: people.user }),
].reduce<Walk>((walk, asked) => step(walk, asked(walk)), start);

/** What ends a request before its time: few walks come to each by themselves. */
const early: readonly Ask[] = [
  { command: ask.withdraw(), by: people.user },
  { command: ask.markDuplicate(), by: people.customerService },
  { command: ask.refuse(), by: people.customerService },
];

describe('What a user is owed by all that was recorded, through every fresh start and correction', () => {
  it('is granted, reasoned away or waived by whatever ending: no hour without service is left behind (I-16)', () => {
    const endings = new Set<string>();
    fc.assert(
      fc.property(walks(40), fc.constantFrom(...early), (walk, end) => {
        const { paces, events } = step(walk, end);
        let recorded = 0;
        for (const { context, decision, before, after } of paces) {
          const past = events.slice(0, recorded);
          if (decision.ok) recorded += decision.events.length;
          if (!decision.ok || before.facets.ending !== 'open' || after.facets.ending === 'open') continue;
          endings.add(after.facets.ending);
          const [end] = decision.events;
          if (end.type === 'Withdrawn' && end.data.waives?.includes('compensation') === true) continue;
          expect(unpaidHours(past, context.now)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(endings.size).toBeGreaterThan(2);
  });

  it('stands in the queue of billing for as long as it is owed, also after a grant', () => {
    const seen = { owed: 0, againAfterGrant: 0, throughFreshStart: 0 };
    fc.assert(
      fc.property(fc.oneof(walks(40), walks(40, reopenedUnpaid)), ({ paces, events }) => {
        let recorded = 0;
        for (const { decision, after } of paces) {
          if (decision.ok) recorded += decision.events.length;
          if (after.facets.ending !== 'open') continue;
          const past = events.slice(0, recorded);
          const isOwed = unpaidWithoutClock(past).length > 0;
          if (isOwed) expect(dutiesOf(after).billing).toContain('compensate');
          const { compensation, cycle } = after.facets;
          seen.owed += Number(isOwed);
          seen.againAfterGrant += Number(isOwed && ['granted', 'credited'].includes(compensation));
          seen.throughFreshStart += Number(isOwed && cycle > 1 && after.cause === null);
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.owed).toBeGreaterThan(0);
    expect(seen.againAfterGrant).toBeGreaterThan(0);
    expect(seen.throughFreshStart).toBeGreaterThan(0);
  });

  it('is not reasoned away once it was assessed or granted (I-16)', () => {
    const asked = { assessed: 0, granted: 0 };
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { after, context } of paces) {
          const { compensation } = after.facets;
          if (!isFiled(after) || compensation === 'none' || compensation === 'not-due') continue;
          asked[compensation === 'assessed' ? 'assessed' : 'granted'] += 1;
          for (const reason of ['service-not-affected', 'nothing-paid'] as const) {
            const by = { ...circumstances(people.billing), now: context.now, occurredAt: context.now };
            expect(complaint.decide(declareNothingDue({ reason }), after, by)).toMatchObject({ ok: false });
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(asked.assessed, asked.granted)).toBeGreaterThan(0);
  });
});
