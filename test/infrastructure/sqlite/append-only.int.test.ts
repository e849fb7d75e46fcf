import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { damageFile } from '../../support/forged-file.js';
import { fillStore, openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const filled = async (): Promise<string> => {
  const path = folder.path('store.db');
  const store = sqliteEventStore({ path });
  await fillStore(store, 5);
  await store.close();
  return path;
};

describe('the file itself only ever grows', () => {
  it.each([
    "UPDATE events SET type = 'Ruled' WHERE position = 2",
    'UPDATE events SET revision = revision + 10',
    'DELETE FROM events',
    'DELETE FROM events WHERE position = 5',
    "UPDATE streams SET name = 'complaint-x'",
    'DELETE FROM streams WHERE id = 1',
    "UPDATE commands SET command_id = 'another'",
    'DELETE FROM commands',
  ])('refuses %s', async (sql) => {
    const raw = openRaw(await filled());
    expect(() => raw.exec(sql)).toThrow('append-only');
    raw.close();
  });

  it('finds an event that was replaced, taken out or slipped in past that', async () => {
    const spoil = [
      'INSERT OR REPLACE INTO events (stream, revision, type, body, checksum) SELECT stream, revision, type, body, checksum FROM events WHERE position = 2',
      'DELETE FROM events WHERE position = 3',
      'INSERT INTO events (stream, revision, type, body, checksum) SELECT stream, 7, type, body, checksum FROM events WHERE position = 1',
      "UPDATE events SET body = replace(body, 'Filed', 'Ruled') WHERE position = 4",
      "DELETE FROM commands WHERE command_id = 'command-2'",
    ];
    for (const sql of spoil) {
      const path = await filled();
      damageFile(path, sql);
      const store = sqliteEventStore({ path });
      const { ok, faults } = await store.checkIntegrity();
      await store.close();
      expect({ sql, ok, some: faults.length > 0 }).toEqual({ sql, ok: false, some: true });
      folder.remove();
      folder = temporaryFolder();
    }
  });

  it('never gives a place again, even where the last events were taken out by force', async () => {
    const path = await filled();
    damageFile(path, 'DELETE FROM events WHERE position >= 4');
    const store = sqliteEventStore({ path });
    await fillStore(store, 1, 90);
    expect(await store.head()).toBe('0000000000000006');
    await store.close();
  });
});
