import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { builtFile, root } from '../support/built.js';

const commands = 800;
const folder = mkdtempSync(join(tmpdir(), 'quejas-reference-'));

type Dump = Readonly<Record<string, readonly string[]>>;

/** Every row of every table, sorted: the order of a table without a rowid is not its content. */
const dumpOf = (name: string): Dump => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(join(folder, name, 'quejas.db'), { readOnly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => String(row['name']));
  const rowsOf = (table: string) =>
    database
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const dump = Object.fromEntries(tables.map((table) => [table, rowsOf(table)]));
  database.close();
  return dump;
};

describe('the reference of the benchmarks does the same durable work as the library', () => {
  let ours: Dump = {};
  let reference: Dump = {};

  beforeAll(() => {
    builtFile('index.js');
    const script = [
      ...(process.features.typescript ? [] : ['--experimental-strip-types']),
      ...['--import', pathToFileURL(join(root, 'scripts/ts-imports.mjs')).href],
      ...[join(root, 'bench/rows-left.ts'), String(commands), folder],
    ];
    const written = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
    if (written.status !== 0) throw new Error(written.stderr);
    ours = dumpOf('ours');
    reference = dumpOf('reference');
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('there is work to compare: every contact is an event and a command', () => {
    // The policy names the type too: it is an event of its own.
    const isContact = (row: string) => row.includes('ContactMade') && !row.includes('PolicyPublished');
    const contacts = (table: string) => ours[table]?.filter(isContact).length;
    expect(contacts('events')).toBe(commands);
    expect(ours['commands']?.filter((row) => row.includes('contact-'))).toHaveLength(commands);
  });

  it('both leave the same tables behind', () => {
    expect(Object.keys(reference)).toEqual(Object.keys(ours));
  });

  it.each([
    ['streams'],
    ['events'],
    ['commands'],
    ['projections'],
    ['sqlite_sequence'],
    ['case_status_v3'],
    ['queues_v9'],
    ['case_totals_v1'],
  ])('both leave the same rows in %s, byte for byte', (table) => {
    expect(ours[table]).not.toHaveLength(0);
    expect(reference[table]).toEqual(ours[table]);
  });
});
