import { describe, expect, it } from '@jest/globals';
import type { Timers } from '../../../../../src/application/ports/timers.js';
import type { EventStoreDb } from '../../../../../src/infrastructure/eventstoredb/index.js';
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
      const store = open({ tuning: { attempts: 20, appendTimeout }, timers });
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
