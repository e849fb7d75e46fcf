import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FeedBatch } from '../../../../src/application/ports/event-feed.js';
import type { Position } from '../../../../src/application/ports/event-store.js';
import { logPositionOf } from '../../../../src/infrastructure/eventstoredb/log-position.js';
import { proof, proofTimeout } from '../../../support/proof.js';
import { recordAt } from './scripted/records.js';
import type { ScriptedSubscription } from './scripted/scripted-client.js';
import { scriptedFeed, type Script } from './scripted/scripted-feed.js';

const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = proof(300);

interface Bare {
  readonly does: 'repeat' | 'caughtUp' | 'fellBehind' | 'fail' | 'tooSlow' | 'finish' | 'hold' | 'letGo';
}

/** What happens next, at the server, on the way, in the handler or to the process. */
type Step =
  /** So many events are written, of ours or of others. */
  | { readonly does: 'write'; readonly count: number; readonly isOurs: boolean }
  /** The server looks at so many events, and sends those of ours. */
  | { readonly does: 'send'; readonly count: number }
  /** The server tells how far it looked, or how far it had looked before so many events. */
  | { readonly does: 'checkpoint'; readonly before: number }
  | Bare
  /** The process ends, and begins again after what was handled. */
  | { readonly does: 'crash' }
  | { readonly does: 'turns'; readonly count: number }
  | { readonly does: 'pass'; readonly milliseconds: number };

const steps = fc.array(
  fc.oneof(
    fc.record<Step & { does: 'write' }>({
      does: fc.constant('write'),
      count: fc.integer({ min: 1, max: 30 }),
      isOurs: fc.boolean(),
    }),
    fc.record<Step & { does: 'send' }>({
      does: fc.constant('send'),
      count: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record<Step & { does: 'checkpoint' }>({ does: fc.constant('checkpoint'), before: fc.nat({ max: 3 }) }),
    fc.record<Step & { does: 'turns' }>({ does: fc.constant('turns'), count: fc.nat({ max: 8 }) }),
    fc.record<Step & { does: 'pass' }>({
      does: fc.constant('pass'),
      milliseconds: fc.constantFrom(0, 50, 1_000, 70_000),
    }),
    fc.record<Bare>({
      does: fc.constantFrom('repeat', 'caughtUp', 'fellBehind', 'fail', 'tooSlow', 'finish', 'hold', 'letGo'),
    }),
    fc.constant<Step>({ does: 'crash' }),
  ),
  { minLength: 5, maxLength: 60 },
);

const isOver = Symbol('over');

/** The server's side of one subscription: how far it looked. */
interface Sending {
  readonly subscription: ScriptedSubscription;
  looked: number | typeof isOver;
}

/** A log of ours and of others, a feed that follows it, and rows that keep what was handled with the position. */
const scene = async (batch: number) => {
  const log: boolean[] = [];
  const handled: number[] = [];
  let kept: Position | undefined;
  let generation = 0;
  let script: Script;
  let sending: Sending | undefined;
  let isHeld = false;
  let letGo: () => void = () => undefined;

  const commitOf = (position: Position): number => Number(logPositionOf(position).commit);
  const ours = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n + 1).filter((at) => log[at - 1]);

  const begin = async (): Promise<void> => {
    generation += 1;
    const mine = generation;
    script = await scriptedFeed({
      tuning: { batch },
      ...(kept !== undefined && { after: kept }),
      handle: async ({ events, position }: FeedBatch) => {
        if (isHeld) await new Promise<void>((resolve) => (letGo = resolve));
        // What a process did not keep before its end is not there.
        if (mine !== generation) return;
        expect(events.map((event) => commitOf(event.position))).toEqual(
          ours(kept === undefined ? 0 : commitOf(kept), commitOf(position)),
        );
        handled.push(...events.map((event) => commitOf(event.position)));
        kept = position;
      },
    });
    script.setOpening((subscription) => {
      subscription.confirm();
    });
    script.last().confirm();
  };

  /** What the server knows of the present subscription, if it is not over. */
  const present = (): { readonly to: ScriptedSubscription; readonly looked: number } | undefined => {
    const subscription = script.last();
    if (sending?.subscription !== subscription) {
      const { from } = subscription;
      sending = { subscription, looked: from === 'start' ? 0 : Number(from.commit) };
    }
    const { looked } = sending;
    return looked === isOver || subscription.isLeft() ? undefined : { to: subscription, looked };
  };
  const over = (how: (subscription: ScriptedSubscription) => void): void => {
    const found = present();
    if (found === undefined || sending === undefined) return;
    sending.looked = isOver;
    how(found.to);
  };
  const send = (count: number): void => {
    const found = present();
    if (found === undefined || sending === undefined) return;
    const { to, looked } = found;
    sending.looked = Math.min(log.length, looked + count);
    to.give(...ours(looked, sending.looked).map((at) => recordAt(at)));
  };
  const free = (): void => {
    isHeld = false;
    letGo();
  };

  const take = async (step: Step): Promise<void> => {
    switch (step.does) {
      case 'write': {
        for (let n = 0; n < step.count; n += 1) log.push(step.isOurs);
        script.setEnd(
          log
            .map((isOurs, n) => recordAt(n + 1, isOurs ? {} : { streamId: 'invoice-1' }))
            .reverse()
            .slice(0, 64),
        );
        return;
      }
      case 'send': {
        send(step.count);
        return;
      }
      case 'repeat': {
        const found = present();
        const last = found && ours(0, found.looked).at(-1);
        if (last !== undefined) found?.to.give(recordAt(last));
        return;
      }
      case 'checkpoint': {
        const found = present();
        if (found !== undefined && found.looked > step.before)
          found.to.checkpoint(found.looked - step.before);
        return;
      }
      case 'caughtUp': {
        send(log.length);
        present()?.to.caughtUp();
        return;
      }
      case 'fellBehind': {
        present()?.to.fellBehind();
        return;
      }
      case 'fail': {
        over(({ fail }) => {
          fail(Object.assign(new Error('reset'), { type: 'unavailable' }));
        });
        return;
      }
      case 'tooSlow': {
        over(({ fail }) => {
          fail(Object.assign(new Error('Consumer too slow to handle event while live.'), { code: 10 }));
        });
        return;
      }
      case 'finish': {
        over(({ finish }) => {
          finish();
        });
        return;
      }
      case 'hold': {
        isHeld = true;
        return;
      }
      case 'letGo': {
        free();
        return;
      }
      case 'crash': {
        const { feed } = script;
        generation += 1;
        free();
        await feed.close();
        await begin();
        return;
      }
      case 'turns': {
        for (let n = 0; n < step.count; n += 1) await Promise.resolve();
        return;
      }
      case 'pass':
        return script.timers.pass(step.milliseconds);
    }
  };

  const settleDown = async (): Promise<void> => {
    free();
    for (let round = 0; round < 20 && handled.length < ours(0, log.length).length; round += 1) {
      await script.timers.pass(10_000);
      await take({ does: 'caughtUp' });
    }
    await script.feed.close();
  };

  await begin();
  return { take, settleDown, handled: () => handled, written: () => ours(0, log.length) };
};

describe('a feed of EventStoreDB', () => {
  it(
    `hands over every event once and in order, and passes no position before its events, whatever the order of events, checkpoints, drops and crashes (seed ${String(seed)})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.constantFrom(1, 7, 200), async (happens, batch) => {
          const { take, settleDown, handled, written } = await scene(batch);
          for (const step of happens) await take(step);
          await settleDown();
          expect(handled()).toEqual(written());
        }),
        { seed, numRuns },
      );
    },
    proofTimeout(300),
  );
});
