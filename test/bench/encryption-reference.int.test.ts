import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Contender } from '../../bench/entry.js';
import { run as unsealed, turnCiphersOff } from '../../bench/contenders/reference-unsealed.js';
import { run as sealed } from '../../bench/contenders/ours-sealed.js';
import { scriptedComplaints } from '../../bench/script.js';
import { isJsonObject } from '../../src/application/schema/json-object.js';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-encryption-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const complaints = 12;
const contender: Contender = {
  module: 'ours-sealed',
  ...{ atOnce: 4, count: complaints, warmUp: 0, rows: true, dto: false, rowsEach: 'case', history: '' },
};

/** How many events of each type a run leaves, and all that it stores, as text. */
const left = async (run: typeof sealed) => {
  const folder = mkdtempSync(join(root, 'run-'));
  expect(await run(contender, folder)).toBeGreaterThan(0);
  const { DatabaseSync } = loadDriver();
  const store = new DatabaseSync(join(folder, 'quejas.db'), { readOnly: true });
  // How many blocks of folios are lent hangs on which filings meet, from run to run.
  const types = store
    .prepare(
      "SELECT type, count(*) AS n FROM events WHERE type NOT LIKE 'FolioBlock%' GROUP BY type ORDER BY type",
    )
    .all();
  const bodies = store.prepare('SELECT body FROM events').all();
  store.close();
  const texts = bodies.flatMap(({ body }) =>
    [...String(body).matchAll(/"([A-Za-z0-9+/]{60,}={0,2})"/gu)].map(([, base64 = '']) =>
      Buffer.from(base64, 'base64').toString(),
    ),
  );
  return { types: types.map(({ type, n }) => `${String(type)} ${String(n)}`), texts };
};

const name = (): string => {
  for (const command of scriptedComplaints(complaints).flat()) {
    const { subscriber } = command.input;
    if (isJsonObject(subscriber) && typeof subscriber['name'] === 'string') return subscriber['name'];
  }
  return '';
};

describe('the reference of encryption', () => {
  it('stores the events that ours stores, and seals none of them', async () => {
    const ours = await left(sealed);
    const restore = turnCiphersOff();
    const reference = await left(unsealed).finally(restore);
    expect(ours.types.length).toBeGreaterThan(5);
    expect(reference.types).toEqual(ours.types);
    expect(name()).not.toBe('');
    expect(reference.texts.join()).toContain(name());
    expect(ours.texts.length).toBeGreaterThan(0);
    expect(ours.texts.join()).not.toContain(name());
  }, 60_000);
});
