import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import type { OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { defineProjection } from '../../src/projections/runtime/define-projection.js';
import type { RowChange } from '../../src/application/ports/projection.js';
import { opened, removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

const trap = (): never => {
  throw new Error('read');
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const thrown: readonly (readonly [string, () => unknown])[] = [
  ['nothing at all', () => undefined],
  ['a text', () => 'broken'],
  ['an error', () => new Error('broken')],
  [
    'an error whose message cannot be read',
    () => Object.defineProperty(new Error(), 'message', { get: trap }),
  ],
  ['an object that is no text', () => ({ toString: trap })],
  ['a proxy that can no longer be read', revoked],
  ['an error like one of the driver', () => ({ code: 'ERR_SQLITE_ERROR', errcode: 11, errstr: 'corrupt' })],
  [
    'an error like one of the store',
    () => Object.assign(new Error(), { code: 'store-corrupt', kind: 'unavailable', details: {}, text: {} }),
  ],
];

const places: readonly (readonly [string, () => Partial<OpenQuejasOptions>])[] = [
  ['in memory', () => ({ store: 'memory:' })],
  ['in a file', () => ({})],
  ['apart from the events', () => ({ rows: `sqlite:${join(scratchFolder(), 'rows.db')}` })],
];

const failing = (handler: () => RowChange | null | undefined) =>
  defineProjection({
    name: 'failing',
    version: 1,
    columns: { folio: 'text' },
    key: ['folio'],
    on: { Filed: handler },
  });

const filing = (commandId: string) => ({
  commandId,
  kind: 'fault' as const,
  channel: 'phone' as const,
  subscriber: { ref: 's-1' },
  description: 'no signal',
});

describe.each(places)('a handler of a host that fails, with rows %s', (_place, options) => {
  it.each(thrown)(
    'by throwing %s, pauses its own rows alone, and every command is stored',
    async (_name, value) => {
      const handler = (): never => {
        throw value();
      };
      const { quejas } = await opened('sqlite', { ...options(), projections: [failing(handler)] });
      for (const id of ['one', 'two']) expect(await quejas.file(filing(id), cs)).toMatchObject({ ok: true });
      await quejas.catchUp();
      expect((await quejas.totals()).filed).toBe(2);
      expect((await quejas.events({ types: ['Filed'], limit: 10 })).events).toHaveLength(2);
      const states = quejas.health().projections.map(({ name, state }) => [name, state]);
      expect(states.filter(([, state]) => state === 'paused')).toEqual([['failing', 'paused']]);
      await quejas.close();
    },
  );

  it('by a promise that is rejected, pauses its own rows, and does not end the process', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    // With the fields of a change, so that it compiles; a host without a compiler gives a promise alone.
    const promised = () =>
      Object.assign(Promise.reject(new Error('broken')), { kind: 'remove' as const, key: {} });
    const { quejas } = await opened('sqlite', { ...options(), projections: [failing(promised)] });
    expect(await quejas.file(filing('one'), cs)).toMatchObject({ ok: true });
    await quejas.catchUp();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
    expect(quejas.health().projections.find(({ name }) => name === 'failing')).toMatchObject({
      state: 'paused',
      fault: { code: 'rows-invalid', message: expect.stringContaining('async') },
    });
    await quejas.close();
  });

  it('in no way by giving null, which changes nothing', async () => {
    const { quejas } = await opened('sqlite', { ...options(), projections: [failing(() => null)] });
    await quejas.file(filing('one'), cs);
    await quejas.catchUp();
    expect(quejas.health().projections.filter(({ state }) => state === 'paused')).toEqual([]);
    await quejas.close();
  });
});
