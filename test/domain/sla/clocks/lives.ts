import fc from 'fast-check';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { local } from '../calendars.js';
import { mexican } from '../policy/policies.js';
import {
  classified,
  closed,
  contact,
  event,
  filed,
  held,
  history,
  publishedWith,
  recomputed,
  reopened,
  repaired,
  resumed,
  ruled,
  tested,
  type Planned,
} from './histories.js';

/** A local time within three weeks. */
export const times = fc
  .integer({ min: 0, max: 21 * 24 * 60 })
  .map((minute) =>
    new Date(Date.UTC(2026, 5, 1) + minute * 60_000).toISOString().slice(0, 16).replace('T', ' '),
  );

const acts: readonly ((at: string) => Planned)[] = [
  (at) => held(at),
  resumed,
  (at) => contact(at, 'to-user'),
  (at) => contact(at, 'from-user'),
  (at) => repaired(at),
  (at) => ruled(at),
  (at) => ruled(at, 'dismissed'),
  closed,
  (at) => reopened(at, 2),
  (at) => reopened(at, 3, 'closed-by-mistake'),
  (at) => classified(at, 'critical'),
  (at) => recomputed(at, 2),
  (at) => recomputed(at, 7),
  (at) => recomputed(at, 1, tested.calendars, 'late-fact'),
  (at) => event('InformationRequested', at, { request: 1 }),
  (at) => event('InformationReceived', at, { requests: [1] }),
  (at) => event('Reclassified', at, { from: 'fault', kind: 'inquiry', subject: 'service' }),
  (at) =>
    event('RestorationCorrected', at, { corrects: 3, reason: 'recorded-wrongly', restoredAt: local(at) }),
  (at) =>
    event('CompensationGranted', at, {
      reason: 'attributable-to-provider',
      proportionalRefund: { amount: 100, currency: 'MXN' },
      bonus: { amount: 20, currency: 'MXN' },
    }),
  (at) => event('CompensationCredited', at, { creditedAt: local(at), reason: 'attributable-to-provider' }),
  (at) =>
    event('CreditCorrected', at, {
      corrects: 2,
      reason: 'recorded-wrongly',
      of: 'attributable-to-provider',
      credited: false,
    }),
  (at) => event('SuspensionCured', at, { curedAt: local(at) }),
  (at) => event('Reconnected', at, { reconnectedAt: local(at), physical: true }),
  (at) => event('AuthorityProceedingOpened', at, { authority: 'PROFECO', reference: 'P-1' }),
  (at) => event('AuthorityResolved', at, { authority: 'PROFECO', reference: 'P-1', outcome: 'for-user' }),
];

type Drawn = readonly [at: string, make: (at: string) => Planned];

const lived = (drawn: readonly Drawn[]): readonly ClockEvent[] => {
  const inOrder = [...drawn].sort(([a], [b]) => (a < b ? -1 : 1));
  return history(filed('2026-06-01 00:00'), ...inOrder.map(([at, make]) => make(at)));
};

const drawnActs: fc.Arbitrary<readonly Drawn[]> = fc
  .array(fc.tuple(times, fc.nat(acts.length - 1)), { maxLength: 14 })
  .map((drawn) => drawn.flatMap(([at, act]) => acts.slice(act, act + 1).map((make): Drawn => [at, make])));

/** Random lives of a complaint, in the order of time. */
export const lives: fc.Arbitrary<readonly ClockEvent[]> = drawnActs.map(lived);

/** Lives in which there is a ruling in time: few have one by themselves. */
export const livesRuledInTime: fc.Arbitrary<readonly ClockEvent[]> = drawnActs.map((drawn) =>
  lived([...drawn, ['2026-06-02 10:00', ruled]]),
);

/** What they are counted by: two versions of a policy. */
export const published = publishedWith([
  mexican,
  { ...mexican, version: 2, clocks: mexican.clocks.slice(3) },
]);
