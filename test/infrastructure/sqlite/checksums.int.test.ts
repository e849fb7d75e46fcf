import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';
import { damageFile } from '../../support/forged-file.js';
import { asOlderFile } from '../../support/older-file.js';
import { proof } from '../../support/proof.js';
import { faultOf, fillStore, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const path = () => folder.path('store.db');

const filled = async (count: number): Promise<void> => {
  const store = sqliteEventStore({ path: path() });
  await fillStore(store, count);
  await store.close();
};

const withStore = async <Result>(work: (store: ReturnType<typeof sqliteEventStore>) => Promise<Result>) => {
  const store = sqliteEventStore({ path: path() });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

/** Everything that the store answers of its events, or the code by which it does not. */
const answers = async (streams: number): Promise<unknown> => {
  const store = sqliteEventStore({ path: path(), readOnly: true });
  try {
    const all = await store.readAll({ limit: 1_000 });
    const each: unknown[] = [];
    for (let index = 0; index < streams; index += 1)
      each.push(await store.read(`complaint-${String(index)}`));
    return JSON.stringify([all, each]);
  } catch (error) {
    return error;
  } finally {
    await store.close();
  }
};

describe('the checksum of an event, over its bytes as stored', () => {
  it.each([
    ['its text', `UPDATE events SET body = replace(body, '"2026-', '"2027-') WHERE position = 3`],
    ['its type', `UPDATE events SET type = 'Ruled' WHERE position = 3`],
    ['its stream', `UPDATE events SET stream = 9, revision = 0 WHERE position = 3`],
    ['its revision', `UPDATE events SET revision = 1 WHERE position = 3`],
    ['the name of its stream', `UPDATE streams SET name = 'complaint-x' WHERE id = 3`],
    ['itself', `UPDATE events SET checksum = checksum + 1 WHERE position = 3`],
  ])('tells a change of %s when the event is read, and names the event', async (_what, sql) => {
    await filled(5);
    const raw = openRaw(path());
    raw.exec(`INSERT INTO streams (id, name) VALUES (9, 'complaint-9')`);
    raw.close();
    damageFile(path(), sql);
    await withStore(async (store) => {
      expect(await faultOf(store.readAll({ limit: 10 }))).toMatchObject({
        code: 'event-damaged',
        kind: 'unavailable',
        details: { stream: expect.any(String), revision: expect.any(Number), position: '0000000000000003' },
      });
      expect((await store.readAll({ limit: 2 })).events).toHaveLength(2);
    });
  });

  it('tells of 300 single bits flipped in the file: no event reads silently different', async () => {
    const streams = 12;
    await filled(streams);
    const whole = readFileSync(path());
    const before = await answers(streams);
    expect(typeof before).toBe('string');
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const damaged = Buffer.from(whole);
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(path(), damaged);
        const after = await answers(streams);
        if (after === before) return;
        told += 1;
        if (typeof after === 'string') {
          // What is read is as it was stored; what is missing or out of its place, the look at the whole tells.
          expect(await withStore(({ checkIntegrity }) => checkIntegrity())).toMatchObject({ ok: false });
        } else expect(after).toMatchObject({ code: expect.stringMatching(/^(store|event)-/) });
      }),
      proof(300),
    );
    expect(told).toBeGreaterThan(0);
  });

  it('is given, once, to what was stored before there were checksums, which is read as it is until then', async () => {
    await filled(6);
    const before = await answers(6);
    asOlderFile(path(), 4);
    expect(await answers(6)).toBe(before);
    await withStore((store) => fillStore(store, 1, 6));
    expect(await answers(6)).not.toBe(before);
    damageFile(path(), `UPDATE events SET body = replace(body, '"2026-', '"2027-') WHERE position = 2`);
    expect(await answers(6)).toMatchObject({ code: 'event-damaged' });
  });

  it('tells a stream that lost an event from one that never had it', async () => {
    await withStore(async (store) => {
      for (const id of ['a', 'b', 'c']) await store.append(sampleAppend('complaint-0', id, 'any'));
    });
    damageFile(path(), 'DELETE FROM events WHERE position = 2');
    await withStore(async (store) => {
      expect(await faultOf(store.read('complaint-0'))).toMatchObject({
        code: 'store-corrupt',
        details: { reason: 'revisions-missing', stream: 'complaint-0' },
      });
    });
  });
});
