import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ComplaintCommand, Instant } from '../../../src/domain/index.js';
import { dutiesOf } from '../../../src/domain/complaint/duties.js';
import { toRefund } from '../../../src/domain/complaint/compensation/undue-charge.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { asRulingOfficer, type By, people } from '../../../src/testing/index.js';
import type { Ask } from './support/asks.js';
import { chargeLeft } from './support/charged.js';
import { isAccepted, nowOf, start, step, type Walk } from './support/walks.js';

const mxn = (amount: number) => ({ amount, currency: 'MXN' });
const by = (who: By, ...commands: readonly ComplaintCommand[]): readonly Ask[] =>
  commands.map((command) => ({ command, by: who }));

const cs = people.customerService;
const officers = [asRulingOfficer('ro-1'), asRulingOfficer('ro-2'), people.competentArea];

const filings = by(
  people.user,
  ask.file({ kind: 'cancellation', subject: 'contract' }),
  ask.file({ kind: 'clarification', subject: 'billing' }),
  ask.file({ kind: 'clarification', subject: 'contract' }),
);

const refund = (amount: number) =>
  ask.grantCompensation({ reason: 'undue-charge', proportionalRefund: mxn(amount), bonus: mxn(amount) });

/** The user names the charge, and how much it is (ADR 0241). */
const claims = by(
  people.user,
  ask.file({ kind: 'clarification', subject: 'billing', disputedCharge: mxn(20_000) }),
  ask.file({ kind: 'clarification', subject: 'billing', disputedCharge: mxn(3_000) }),
);

/** All that is said of a charge, and what leads there. */
const asksAt = (now: Instant): readonly Ask[] => [
  ...by(
    cs,
    ask.communicateFolio({ communicatedAt: now }),
    ask.routeToArea(),
    ask.notifyUser({ sentAt: now }),
    ask.giveFurtherNotice({ sentAt: now }),
    ask.provideAnswer({ answeredAt: now }),
    ask.executeCancellation({ effectiveAt: now, balance: mxn(20_000) }),
    ask.executeCancellation({ effectiveAt: now }),
    ask.reclassify({ kind: 'inquiry', subject: 'contract' }),
    ask.reclassify({ kind: 'cancellation', subject: 'contract' }),
    ask.reclassify({ kind: 'clarification', subject: 'billing' }),
    ask.reopen({ reason: 'new-facts' }),
    ask.close(),
    ask.close(),
    ask.refuse(),
    ask.markDuplicate(),
  ),
  ...officers.flatMap((officer) =>
    by(
      officer,
      ask.verifyCause({ attribution: 'none', faultFound: false }),
      ask.rule(),
      ask.rule({ undueCharge: mxn(10_000) }),
      ask.rule({ undueCharge: mxn(30_000) }),
      ask.rule({ outcome: 'dismissed' }),
      ask.correctRuling({ outcome: 'upheld' }),
      ask.correctRuling({ outcome: 'dismissed' }),
      ask.rulePenalty(),
      ask.rulePenalty({ undueCharge: mxn(5_000) }),
      ask.rulePenalty({ outcome: 'dismissed' }),
    ),
  ),
  ...by(
    people.billing,
    ...[2_000, 5_000, 10_000, 20_000, 30_000, 60_000].map(refund),
    ask.declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge' }),
  ),
  ...by(
    people.user,
    ask.disputePenalty({ amount: mxn(2_000) }),
    ask.disputePenalty({ amount: mxn(20_000) }),
    ask.escalate({ level: 1, trigger: 'deadlock' }),
    ask.escalate({ level: 2, trigger: 'deadlock' }),
    ask.escalate({ level: 3, trigger: 'deadlock' }),
  ),
];

const walked = (drawn: readonly number[], filings: readonly Ask[]): Walk =>
  drawn.reduce((walk, number) => {
    const asks = walk.paces.length === 0 ? filings : asksAt(nowOf(walk));
    const first = number % asks.length;
    const next = [...asks.slice(first), ...asks.slice(0, first)].find((each) => isAccepted(walk, each));
    return next === undefined ? walk : step(walk, next);
  }, start);

const lives = (filings: readonly Ask[]) =>
  fc.array(fc.nat({ max: 9_999 }), { minLength: 10, maxLength: 40, size: 'max' }).map((drawn) => {
    const walk = walked(drawn, filings);
    return { ...walk, [fc.toStringMethod]: () => walk.events.map(({ type }) => type).join(' ') };
  });

describe('A charge that was found undue, through rulings, appeals, disputes and fresh starts', () => {
  it('stands with billing until all of it is refunded, and no ending leaves any of it behind (I-16)', () => {
    const seen = { owed: 0, inALaterCycle: 0, penalties: 0, ended: 0, refunded: 0 };
    fc.assert(
      fc.property(lives(filings), ({ paces, events }) => {
        let recorded = 0;
        for (const { decision, before, after } of paces) {
          const left = chargeLeft(events.slice(0, recorded));
          if (decision.ok) recorded += decision.events.length;
          const isOpen = after.facets.ending === 'open';
          if (before.facets.ending === 'open' && !isOpen) {
            seen.ended += 1;
            expect(left).toBe(0);
          }
          const now = chargeLeft(events.slice(0, recorded));
          seen.refunded += Number(left > 0 && now === 0);
          if (now === 0 || !isOpen) continue;
          seen.owed += 1;
          seen.inALaterCycle += Number(after.facets.cycle > 1);
          seen.penalties += Number(after.facets.penalty === 'upheld');
          expect(toRefund(after)).toEqual(mxn(now));
          expect(dutiesOf(after).billing).toContain('compensate');
        }
      }),
      { numRuns: 500 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('is all that the user named when they filed, where the ruling for them names no amount, and is left by no ending', () => {
    const seen = { claimed: 0, named: 0, ended: 0 };
    fc.assert(
      fc.property(lives(claims), ({ paces, events }) => {
        let recorded = 0;
        for (const { decision, before, after } of paces) {
          const left = chargeLeft(events.slice(0, recorded));
          if (decision.ok) recorded += decision.events.length;
          const isOpen = after.facets.ending === 'open';
          if (before.facets.ending === 'open' && !isOpen) {
            seen.ended += 1;
            expect(left).toBe(0);
          }
          const now = chargeLeft(events.slice(0, recorded));
          // A request that is about no charge for a while claims none.
          if (now === 0 || !isOpen || after.about?.subject !== 'billing') continue;
          seen.claimed += Number(after.charges.ruled === null);
          seen.named += Number(after.charges.ruled !== null);
          expect(toRefund(after)).toEqual(mxn(now));
          expect(dutiesOf(after).billing).toContain('compensate');
        }
      }),
      { numRuns: 2000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
