import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sampleAppend } from '../../../../../src/testing/event-store-contract/samples.js';
import type { Observed } from '../../../../support/eventstoredb/server/loopback-server.js';
import { insisting } from '../insisting.js';
import type { Scene } from '../scene.js';

const nothingOpen = ({ open }: Observed): boolean => Object.values(open).every((count) => count === 0);

const commands = ['assign', 'file', 'tell'];

export const keepsGoodCompany = ({ clients, server, open, stream }: Scene): void => {
  it('500 appends to one stream that no caller waited for all succeed in order, on a cold client', async () => {
    const store = open();
    const name = stream();
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        store.append(sampleAppend(name, `step-${String(index)}`, index === 0 ? 'none' : index - 1)),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'appended'));
    expect((await store.read(name)).map(({ id }) => id)).toEqual(
      outcomes.map((_, index) => `step-${String(index)}-0`),
    );
  });

  it('two stores in one process do not lose each other’s appends to a reset connection', async () => {
    const halves = [open(), open()].map((store) => ({ store, streams: Array.from({ length: 20 }, stream) }));
    await server().fault({ on: 'append', fault: { kind: 'reset', committed: true }, after: 10, times: 3 });
    const outcomes = await Promise.all(
      halves.flatMap(({ store, streams }) =>
        streams.flatMap((name) =>
          commands.map((command) => insisting(store, sampleAppend(name, command, 'any'))),
        ),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toEqual([]);
    for (const { store, streams } of halves)
      for (const name of streams)
        expect((await store.read(name)).map(({ id }) => id).sort()).toEqual(
          commands.map((command) => `${command}-0`),
        );
  });

  it('an append of 300 events whose connection is reset on the way is stored whole, whichever host of a process asks', async () => {
    const hosts = [open({ tuning: { appendTimeout: 5_000 } }), open({ tuning: { appendTimeout: 5_000 } })];
    for (const host of hosts) await host.append(sampleAppend(stream(), 'file', 'none'));
    for (let round = 0; round < 16; round += 1) {
      const asked = hosts.map((host) => ({ host, request: sampleAppend(stream(), 'tell', 'any', 300) }));
      const outcomes = Promise.all(asked.map(({ host, request }) => insisting(host, request)));
      await pause(round);
      await server().dropConnections();
      expect((await outcomes).map(({ kind }) => kind)).toEqual(['appended', 'appended']);
      for (const { host, request } of asked)
        expect((await host.read(request.stream)).map(({ id }) => id)).toEqual(
          request.events.map(({ id }) => id),
        );
    }
  });

  it('one command with two contents from two hosts is told as stored to one of them alone', async () => {
    const hosts = [open({ tuning: { appendTimeout: 5_000 } }), open({ tuning: { appendTimeout: 5_000 } })];
    for (let round = 0; round < 20; round += 1) {
      const name = stream();
      await hosts[0]?.append(sampleAppend(name, 'file', 'none'));
      for (const host of hosts) await host.append(sampleAppend(name, 'file', 'any'));
      const outcomes = await Promise.all(
        hosts.map((host, index) =>
          host.append(sampleAppend(name, 'tell', 0, 1, { data: { told: `by host ${String(index)}` } })),
        ),
      );
      const [, told] = await open().read(name);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['appended', 'duplicate']);
      const by = outcomes.findIndex(({ kind }) => kind === 'appended');
      expect(told?.data).toEqual({ told: `by host ${String(by)}` });
    }
  });

  describe('once a store is closed', () => {
    it('no call of it is open, not even an append that was never answered', async () => {
      const store = open({ tuning: { patience: 400, appendTimeout: 100 } });
      const name = stream();
      await insisting(store, sampleAppend(name, 'file', 'none'));
      await server().fault({ on: 'append', fault: { kind: 'no-reply', committed: false }, times: 50 });
      await expect(store.append(sampleAppend(name, 'tell', 0))).rejects.toMatchObject({
        code: 'store-unavailable',
      });
      await store.close();
      while (!nothingOpen(await server().observed()));
    });
  });

  // The other client has no way to end a read: its calls go with the client itself, when nothing holds it any more.
  const itWhereReadsEnd = clients.dialect === 'eventstore' ? it : it.skip;
  itWhereReadsEnd('a read that is not answered in time is not left open', async () => {
    const store = open({ tuning: { readTimeout: 200 } });
    const name = stream();
    await server().fault({ on: 'read', fault: { kind: 'no-reply' }, stream: name, times: 2 });
    expect(await store.read(name)).toEqual([]);
    while ((await server().observed()).open.read > 0);
  });
};
