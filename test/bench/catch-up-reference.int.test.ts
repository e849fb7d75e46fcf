import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { builtFile, root } from '../support/built.js';

const events = 2_500;
const folder = mkdtempSync(join(tmpdir(), 'quejas-catch-up-reference-'));

const rowsOf = (name: string, table: string): readonly string[] => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(join(folder, name, 'rows.db'), { readOnly: true });
  const rows = database
    .prepare(`SELECT * FROM "${table}"`)
    .all()
    .map((row) => JSON.stringify(row))
    .sort();
  database.close();
  return rows;
};

describe('the reference of catch-up and rebuild leaves the same rows as the library', () => {
  beforeAll(() => {
    builtFile('index.js');
    const script = [
      ...(process.features.typescript ? [] : ['--experimental-strip-types']),
      ...['--import', pathToFileURL(join(root, 'scripts/ts-imports.mjs')).href],
      ...[join(root, 'bench/catch-up-left.ts'), String(events), folder],
    ];
    const written = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
    if (written.status !== 0) throw new Error(written.stderr);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['catch-up', 'case_progress_v1', events / 10],
    ['rebuild', 'case_progress_v1', events / 10],
    ['row-an-event', 'event_rows_v1', events],
  ])('both leave the same rows after %s, byte for byte', (name, table, count) => {
    const ours = rowsOf(`ours-${name}`, table);
    // The complaint that the history was copied from is there too.
    expect(ours).toHaveLength(name === 'row-an-event' ? count + 10 : count + 1);
    expect(rowsOf(`reference-${name}`, table)).toEqual(ours);
  });
});
