import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant } from '../../../src/domain/index.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { people, type RecordedEvent } from '../../../src/testing/index.js';
import type { Ask } from './support/asks.js';
import { isAccepted, nowOf, start, step, type Walk } from './support/walks.js';

const cs = people.customerService;

/** Each grant is twice the one before, so that the sum that a letter tells shows which ones are in it. */
const amountOf = (grants: number) => ({ amount: 2 ** grants, currency: 'MXN' });

const asksOf = ({ events, state: { sent } }: Walk, now: Instant, drawn: number): readonly Ask[] => {
  const grants = events.filter(({ type }) => type === 'CompensationGranted').length;
  const notice = sent[drawn % Math.max(1, sent.length)] ?? 0;
  return [
    { command: ask.communicateFolio({ communicatedAt: now }), by: cs },
    {
      command: ask.grantCompensation({
        reason: 'goodwill',
        proportionalRefund: amountOf(grants),
        bonus: amountOf(grants),
      }),
      by: people.billing,
    },
    { command: ask.recordConciliation(), by: people.competentArea },
    { command: ask.giveFurtherNotice({ sentAt: now }), by: cs },
    { command: ask.provideAnswer({ answeredAt: now }), by: cs },
    { command: ask.close(), by: cs },
    { command: ask.withdraw(), by: people.user },
    { command: ask.reopen({ reason: 'new-facts' }), by: people.user },
    { command: ask.recordDelivery({ notice, deliveredAt: now }), by: people.system },
    { command: ask.recordDeliveryFailure({ notice, failedAt: now }), by: people.system },
    { command: ask.recordDeliveryFailure({ notice, failedAt: now }), by: people.system },
  ];
};

const filedAs = (kind: 'inquiry' | 'fault', area: string): Walk =>
  step(step(start, { command: ask.file({ kind }), by: people.user }), {
    command: ask.routeToArea({ area }),
    by: cs,
  });

/** One is answered in the end; of the other, agreements can be made. */
const beginnings = [filedAs('inquiry', 'network'), filedAs('fault', 'network')] as const;

const next = (walk: Walk, drawn: number): Walk => {
  const asks = asksOf(walk, nowOf(walk), drawn).filter((each) => isAccepted(walk, each));
  const chosen = asks[Math.floor(drawn / 7) % asks.length];
  return chosen === undefined ? walk : step(walk, chosen);
};

const lives = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(fc.nat({ max: 9_999 }), { maxLength: 40, size: 'max' }))
  .map(([begun, drawn]) => drawn.reduce(next, begun));

/** True for a letter that came back, unless it was proven before that it arrived. */
const cameBack = ({ recorded: { revision } }: RecordedEvent, past: readonly RecordedEvent[]): boolean =>
  past.find(
    (event) =>
      (event.type === 'NotificationDelivered' || event.type === 'NotificationFailed') &&
      event.data.notice === revision,
  )?.type === 'NotificationFailed';

const lettersIn = (past: readonly RecordedEvent[]) =>
  past.flatMap((event) => (event.type === 'FurtherNoticeGiven' ? [event] : []));

/** The end stands as told while one letter that told it may have arrived. */
const endUntold = (past: readonly RecordedEvent[]): boolean => {
  const end = past.findLastIndex(({ type }) => type === 'Withdrawn');
  return lettersIn(past.slice(end)).every(
    (letter) => !letter.data.about.includes('ending') || cameBack(letter, past),
  );
};

/** How many grants stand in no letter that may have arrived, and not in the final word. */
const grantsUntold = (past: readonly RecordedEvent[]): number => {
  const arrived = lettersIn(past).filter((letter) => !cameBack(letter, past));
  const grants = past.filter(({ type }) => type === 'CompensationGranted');
  return grants.filter((_grant, number) =>
    arrived.every(
      ({ data }) =>
        Math.floor((data.goodwill?.proportionalRefund.amount ?? 0) / amountOf(number).amount) % 2 === 0,
    ),
  ).length;
};

/** How many agreements are in no letter that may have arrived: each letter tells those that none before it told. */
const agreementsUntold = (past: readonly RecordedEvent[]): number => {
  const told = new Map<number, number>();
  let untold = 0;
  past.forEach((event, revision) => {
    if (event.type === 'ConciliationRecorded') untold += 1;
    else if (event.type === 'FurtherNoticeGiven' && event.data.about.includes('agreement')) {
      told.set(revision, untold);
      untold = 0;
    } else if (event.type === 'NotificationDelivered') told.delete(event.data.notice);
    else if (event.type === 'NotificationFailed') {
      untold += told.get(event.data.notice) ?? 0;
      told.delete(event.data.notice);
    }
  });
  return untold;
};

describe('However letters are sent, proven to have arrived, and come back', () => {
  it('what stands in none that may have arrived is to be told, and what each is about stands in it (I-11)', () => {
    const again = { ending: 0, compensation: 0, agreement: 0 };
    fc.assert(
      fc.property(lives, ({ paces, events }) => {
        let recorded = 0;
        for (const { decision, after } of paces) {
          if (!decision.ok) continue;
          recorded += decision.events.length;
          const past = events.slice(0, recorded);
          const { untold, ending } = after.facets;
          expect(untold.includes('ending')).toBe(ending === 'withdrawn' && endUntold(past));
          expect(untold.includes('agreement')).toBe(agreementsUntold(past) > 0);
          if (grantsUntold(past) > 0) expect(untold).toContain('compensation');
          const [event] = decision.events;
          if (event.type === 'FurtherNoticeGiven')
            expect(event.data.goodwill !== undefined || !event.data.about.includes('compensation')).toBe(
              true,
            );
          if (event.type === 'NotificationFailed')
            for (const what of ['ending', 'compensation', 'agreement'] as const)
              again[what] += Number(event.data.again?.about?.includes(what) === true);
        }
      }),
      { numRuns: 300 },
    );
    expect(Object.values(again).every((times) => times > 0)).toBe(true);
  });
});
