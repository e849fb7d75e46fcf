import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  instantOf,
  millisecondsOf,
  type CaseCard,
  type ComplaintContext,
  type ComplaintState,
  type Instant,
} from '../../../src/domain/index.js';
import { complaint } from '../../../src/domain/complaint/decider.js';
import { isFiled } from '../../../src/domain/complaint/state.js';
import { initialCard } from '../../../src/domain/complaint/card.js';
import { evolveCard } from '../../../src/domain/complaint/evolve.js';
import { laterOf } from '../../../src/domain/kernel/instant.js';
import { pendingLapse } from '../../../src/domain/complaint/ending/lapsing.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { asTechnicalLead, lapse, people } from '../../../src/testing/index.js';
import type { Ask } from './support/asks.js';
import { isAccepted, nowOf, start, step, walks, type Walk } from './support/walks.js';

const reasons = ['no-answer', 'no-access'] as const;
const longAfter = instantOf(Date.UTC(2150, 0, 1));

const lapsed = (
  state: ComplaintState,
  context: ComplaintContext,
  reason: (typeof reasons)[number],
  at: Instant,
) => complaint.decide(lapse({ reason }), state, { ...context, ...people.system, now: at, occurredAt: at });

/** What is decided of every state on the way agrees with what the card tells; how many of them lapse by themselves. */
const mustAgree = ({ paces }: Walk): number => {
  let pending = 0;
  for (const { after, context } of paces) {
    if (!isFiled(after)) continue;
    const found = pendingLapse(after, context.zone);
    if (found === undefined) {
      for (const reason of reasons) expect(lapsed(after, context, reason, longAfter).ok).toBe(false);
      continue;
    }
    pending += 1;
    const { at, reason } = found;
    expect(lapsed(after, context, reason, laterOf(at, context.now))).toMatchObject({ ok: true });
    expect(lapsed(after, context, reason, longAfter)).toMatchObject({ ok: true });
    const before = instantOf(millisecondsOf(at) - 1);
    for (const each of reasons) expect(lapsed(after, context, each, before).ok).toBe(false);
  }
  return pending;
};

const cs = people.customerService;
const filed = step(start, { command: ask.file(), by: people.user });
const begun = step(filed, { command: ask.communicateFolio({ communicatedAt: nowOf(filed) }), by: cs });

const later = (now: Instant, hours: number): Instant => instantOf(millisecondsOf(now) + hours * 3_600_000);

/** What begins a term against the user, what ends it, and what stands against its end. */
const asksOf = (walk: Walk): readonly Ask[] => {
  const now = nowOf(walk);
  const visit = Object.keys(walk.state.visits).length;
  const window = { from: later(now, 30), to: later(now, 34) };
  return [
    { command: ask.requestInformation(), by: cs },
    { command: ask.requestInformation(), by: cs },
    { command: ask.receiveInformation(), by: people.user },
    { command: ask.recordContact({ direction: 'from-user', contactedAt: now }), by: cs },
    { command: ask.recordContact({ direction: 'to-user', contactedAt: now }), by: cs },
    { command: ask.assignTechnician({ technician: 'rt-1' }), by: cs },
    { command: ask.scheduleVisit({ visitor: 'rt-1', window }), by: cs },
    { command: ask.notifyVisit({ visit, notifiedAt: now }), by: cs },
    { command: ask.failVisit({ visit, reason: 'user-absent', failedAt: now }), by: cs },
    { command: ask.failVisit({ visit, reason: 'provider-missed', failedAt: now }), by: cs },
    { command: ask.cancelVisit({ visit }), by: people.user },
    { command: ask.verifyCause(), by: asTechnicalLead('rt-1') },
    { command: ask.putOnHold(), by: cs },
    { command: ask.resume(), by: cs },
    { command: ask.escalate({ level: 1, trigger: 'user' }), by: people.user },
    { command: ask.withdraw(), by: people.user },
    { command: ask.reopen({ reason: 'not-satisfied' }), by: people.user },
    { command: lapse(), by: people.system },
    { command: lapse({ reason: 'no-access' }), by: people.system },
  ];
};

const next = (walk: Walk, drawn: number): Walk => {
  const asks = asksOf(walk).filter((each) => isAccepted(walk, each));
  const chosen = asks[drawn % asks.length];
  return chosen === undefined ? walk : step(walk, chosen);
};

const lives = fc
  .array(fc.nat({ max: 9_999 }), { maxLength: 24, size: 'max' })
  .map((drawn) => drawn.reduce(next, begun));

describe('When a request lapses by itself, as its card tells it', () => {
  it('a lapse is accepted from then on and not before, and where it tells none, none ever is', () => {
    let pending = 0;
    fc.assert(fc.property(lives, (life) => void (pending += mustAgree(life))));
    expect(pending).toBeGreaterThan(10);
  });

  it('so it is on every walk through the life of a complaint', () => {
    fc.assert(fc.property(walks(30), (walk) => void mustAgree(walk)));
  });

  it('the card folded alone tells the same as the whole state', () => {
    fc.assert(
      fc.property(lives, ({ events, state, paces }) => {
        const zone = paces.at(-1)?.context.zone ?? 'UTC';
        const card = events.reduce<CaseCard>(
          (before, event) => evolveCard(before, event, event.recorded),
          initialCard,
        );
        expect(pendingLapse(card, zone)).toEqual(pendingLapse(state, zone));
      }),
    );
  });
});
