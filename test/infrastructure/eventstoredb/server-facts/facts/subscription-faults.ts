import { describe, expect, it } from '@jest/globals';
import { append, idsOf } from '../asking.js';
import type { BareClient } from '../bare-client.js';
import { within } from '../in-time.js';
import type { LoopbackFixture } from '../loopback-fixture.js';
import { proposals } from '../proposals.js';
import { watch } from '../watching.js';
import type { Watched } from '../watching.js';
import type { SubscribeFault } from '../../../../support/eventstoredb/server/faults/fault.js';

/** What can go wrong with a subscription, as the clients tell it. */
export const subscriptionFaultFacts = ({ server, withClient, stream, dialect }: LoopbackFixture): void => {
  const follow = (client: BareClient, prefix: string): Watched =>
    watch((checkpointReached) =>
      client.subscribeToAll({
        fromPosition: 'start',
        filter: {
          filterOn: 'streamName',
          prefixes: [prefix],
          checkpointInterval: 1,
          maxSearchWindow: 4,
          checkpointReached,
        },
      }),
    );

  /** A subscription to a stream of so many events, on which a fault strikes. */
  const struck = async (
    fault: SubscribeFault,
    count: number,
    look: (watched: Watched, ids: readonly string[], client: BareClient, name: string) => Promise<void>,
  ): Promise<void> => {
    const name = stream();
    const events = proposals(count);
    await withClient(async (client) => {
      await append(client, name, 'no_stream', events);
      await server().fault({ on: 'subscribe', fault, stream: '$all' });
      const watched = follow(client, name);
      await look(watched, idsOf(events), client, name);
      await watched.leave();
    });
  };

  describe('a subscription', () => {
    it('can end without an error', () =>
      struck({ kind: 'end', afterEvents: 2 }, 5, async (watched, ids) => {
        await watched.untilTold('end');
        expect(idsOf(watched.events())).toEqual(ids.slice(0, 2));
        expect(watched.kinds()).not.toContain('error');
      }));

    it('can fall silent, though events come', () =>
      struck({ kind: 'silent', afterEvents: 2 }, 2, async (watched, _, client, name) => {
        await watched.untilEvents(2);
        await append(client, name, 1n, proposals(1));
        expect(await within(500, watched.untilEvents(3))).toBe('pending');
        expect(watched.kinds()).not.toContain('caughtUp');
        expect(watched.kinds()).not.toContain('error');
      }));

    it('can be dropped as too slow', () =>
      struck({ kind: 'slow-consumer', afterEvents: 3 }, 5, async (watched, ids) => {
        await watched.untilTold('error');
        expect(idsOf(watched.events())).toEqual(ids.slice(0, 3));
        expect(watched.told.at(-1)).toMatchObject({
          error: { code: 10, type: dialect === 'eventstore' ? 'timeout' : 'unknown' },
        });
      }));

    it('can lose its connection, after which neither end nor close is told', () =>
      struck({ kind: 'reset-later', afterEvents: 2 }, 5, async (watched) => {
        await watched.untilTold('error');
        expect(watched.told.at(-1)).toMatchObject({ error: { type: 'unavailable', code: 14 } });
        expect(await within(300, watched.untilTold('close'))).toBe('pending');
        expect(watched.kinds()).not.toContain('end');
      }));

    it('can tell an event twice', () =>
      struck({ kind: 'repeat-event', afterEvents: 2 }, 3, async (watched, [first, second, third]) => {
        await watched.untilEvents(4);
        expect(idsOf(watched.events())).toEqual([first, second, second, third]);
      }));

    it('can keep quiet about having caught up', () =>
      struck({ kind: 'no-caught-up' }, 1, async (watched, _, client, name) => {
        await watched.untilEvents(1);
        await append(client, name, 0n, proposals(1));
        await watched.untilEvents(2);
        expect(watched.kinds()).not.toContain('caughtUp');
      }));

    it('can repeat its checkpoints, and follow each with its first one', async () => {
      const placesIn = ({ told }: Watched) =>
        told.flatMap((each) => (each.kind === 'checkpoint' ? [each.place.commit] : []));
      await struck({ kind: 'repeat-checkpoints' }, 20, async (watched) => {
        await watched.untilTold('caughtUp');
        const places = placesIn(watched);
        expect(places.length).toBeGreaterThan(2);
        expect(new Set(places).size).toBe(places.length / 2);
      });
      await struck({ kind: 'old-checkpoints' }, 20, async (watched) => {
        await watched.untilTold('caughtUp');
        const places = placesIn(watched);
        expect(places.filter((_, index) => index % 2 === 1)).toEqual(
          Array.from({ length: places.length / 2 }, () => places[0]),
        );
      });
    });

    it.each([
      ['access-denied', { type: 'access-denied' }],
      ['not-ready', { type: 'unavailable', code: 14 }],
      ['reset', { type: 'unavailable', code: 14 }],
    ] as const)('can be refused as %s', (kind, told) =>
      struck({ kind }, 1, async (watched) => {
        await watched.untilTold('error');
        expect(watched.told).toMatchObject([{ error: told }]);
      }),
    );

    it('can wait for ever for its confirmation', () =>
      struck({ kind: 'no-reply' }, 1, async (watched) => {
        expect(await within(500, watched.untilTold('confirmation'))).toBe('pending');
      }));

    it('that is left leaves no open call, once the server has heard of it', () =>
      struck({ kind: 'no-caught-up' }, 1, async (watched) => {
        await watched.untilEvents(1);
        await watched.leave();
        await watched.untilTold('close');
        let open = 1;
        while (open > 0) open = (await server().observed()).open.subscription;
        expect(open).toBe(0);
      }));
  });
};
