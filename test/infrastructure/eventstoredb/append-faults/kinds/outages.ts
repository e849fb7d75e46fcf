import { describe, expect, it } from '@jest/globals';
import type { Timers } from '../../../../../src/application/ports/timers.js';
import { isStoreError, type EventStoreDb } from '../../../../../src/infrastructure/eventstoredb/index.js';
import { systemTimers } from '../../../../../src/infrastructure/shared/system/system-timers.js';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import { insisting } from '../insisting.js';
import type { Scene } from '../scene.js';

const commands = Array.from({ length: 25 }, (_, index) => `step-${String(index)}`);

/** Sends every command to each stream, all streams at once; `after` is told of each outcome. */
const write = async (store: EventStoreDb, streams: readonly string[], after: () => void): Promise<void> => {
  const live = async (name: string): Promise<void> => {
    for (const [index, command] of commands.entries()) {
      const outcome = await insisting(store, sampleAppend(name, command, index === 0 ? 'none' : index - 1));
      expect(outcome).toMatchObject({ revision: index });
      after();
    }
  };
  await Promise.all(streams.map(live));
};

/** Resolves when called so many times. */
const countdown = (times: number): { readonly tick: () => void; readonly over: Promise<void> } => {
  let left = times;
  let resolve: () => void = () => undefined;
  const over = new Promise<void>((done) => (resolve = done));
  return {
    over,
    tick: () => {
      left -= 1;
      if (left === 0) resolve();
    },
  };
};

export const outlivesTheServer = ({ server, open, stream }: Scene): void => {
  describe('appends under way when the server goes', () => {
    const outages: readonly (readonly [string, () => Promise<void>])[] = [
      ['is restarted', () => server().restart()],
      ['drops its connections', () => server().dropConnections()],
      [
        'is killed, and comes back on the same port with what it had kept',
        async () => {
          await server().kill();
          await server().up();
        },
      ],
    ];

    it.each(outages)('are all there once, in order, where it %s', async (_, outage) => {
      const store = open();
      const streams = Array.from({ length: 8 }, stream);
      const some = countdown(20);
      const written = write(store, streams, some.tick);
      await some.over;
      await outage();
      await written;
      for (const name of streams)
        expect((await store.read(name)).map(({ id }) => id)).toEqual(
          commands.map((command) => `${command}-0`),
        );
    });

    it('64 commands in flight are stored if a server that refused connections is back after a while', async () => {
      const store = open({ tuning: { appendTimeout: 2_000 } });
      const names = Array.from({ length: 64 }, stream);
      await server().down();
      const outcomes = Promise.all(names.map((name) => store.append(sampleAppend(name, 'file', 'none'))));
      await new Promise<void>((resolve) => systemTimers.after(2_500, resolve));
      await server().up();
      expect((await outcomes).map(({ kind }) => kind)).toEqual(names.map(() => 'appended'));
    });

    it('64 callers on one complaint are all told store-unavailable within the limit for one', async () => {
      const patience = 1_000;
      const store = open({ tuning: { patience } });
      const name = stream();
      await insisting(store, sampleAppend(name, 'file', 'none'));
      await server().down();
      const began = systemTimers.now();
      const codes = await Promise.all(
        Array.from({ length: 64 }, (_, index) =>
          store.append(sampleAppend(name, `tell-${String(index)}`, 'any')).then(
            ({ kind }) => kind,
            (error: unknown) => (isStoreError(error) ? error.code : error),
          ),
        ),
      );
      const took = systemTimers.now() - began;
      await server().up();
      expect(codes).toEqual(codes.map(() => 'store-unavailable'));
      // One after the other they took 64 times as long.
      expect(took).toBeLessThan(16 * patience);
    });

    it('are there once where its process is frozen for longer than we wait', async () => {
      const timedOut = countdown(3);
      const appendTimeout = 150;
      const timers: Timers = {
        now: systemTimers.now,
        after: (milliseconds, work) =>
          systemTimers.after(milliseconds, () => {
            work();
            if (milliseconds === appendTimeout) timedOut.tick();
          }),
      };
      const store = open({ tuning: { appendTimeout }, timers });
      const name = stream();
      await store.append(sampleAppend(name, 'file', 'none'));
      server().freeze();
      const first = store.append(sampleAppend(name, 'tell', 0));
      const second = store.append(sampleAppend(name, 'assign', 1));
      await timedOut.over;
      server().thaw();
      expect(await Promise.all([first, second])).toMatchObject([
        { kind: 'appended', revision: 1 },
        { kind: 'appended', revision: 2 },
      ]);
      expect(await store.read(name)).toHaveLength(3);
    });
  });
};
