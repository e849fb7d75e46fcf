import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction, openOwnDatabase } from '../../../src/infrastructure/crypto/own-database.js';
import { checkVault } from '../../../src/infrastructure/crypto/vault-copies.js';
import { copyUnderLock, openHelper } from '../../../src/infrastructure/shared/locked-checkpoint.js';
import type { Database } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { builtFile } from '../../support/built.js';
import { installedNode } from '../../support/nodes.js';
import { readingOnly } from '../sqlite/nobody.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quejas-own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const schema = 'CREATE TABLE IF NOT EXISTS notes (text TEXT NOT NULL) STRICT';
const old = { checkpointsItself: false } as const;
const path = (): string => join(folder, 'notes.db');
const logSize = (): number => statSync(`${path()}-wal`).size;

const opened = (): Database => openOwnDatabase(path(), 'notes', schema, old);

const write = (database: Database, times: number): void => {
  for (let index = 0; index < times; index += 1)
    inTransaction(database, () => database.exec('INSERT INTO notes VALUES (hex(randomblob(4000)))'), old);
};

/** What was copied back into the file itself, as who reads it without its log sees it. */
const inFile = (): number => statSync(path()).size;

/** The exit status of a program that runs by itself. */
const run = (program: string, argv: readonly string[]): Promise<number | null> =>
  new Promise((resolve) => {
    spawn(program, argv, { stdio: ['ignore', 'ignore', 'inherit'] }).on('close', (status) => resolve(status));
  });

describe('a file beside the store, under a SQLite before 3.51.3', () => {
  it('is never checkpointed by SQLite itself, which would do so without the writer’s lock', () => {
    const database = opened();
    expect(database.prepare('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 0 });
    database.close();
  });

  it('has its log copied back by us, so that the log stays short', () => {
    const database = opened();
    write(database, 500);
    expect(logSize()).toBeLessThan(2_000_000);
    expect(inFile()).toBeGreaterThan(2_000_000);
    database.close();
  });

  it('is left alone while another process writes, and copied once it has ended', () => {
    const database = opened();
    write(database, 20);
    const [holder, copier] = [openHelper(path()), openHelper(path())];
    const before = inFile();
    database.exec('BEGIN IMMEDIATE');
    expect(() => copyUnderLock(holder, copier)).toThrow();
    expect(inFile()).toBe(before);
    database.exec('ROLLBACK');
    copyUnderLock(holder, copier);
    expect(inFile()).toBeGreaterThan(before);
    for (const each of [holder, copier, database]) each.close();
  });
});

describe('a file beside the store, in a folder in which nothing can be made', () => {
  it('is read, and refuses what would change it', async () => {
    const made = openOwnDatabase(path(), 'notes', schema);
    inTransaction(made, () => made.exec(`INSERT INTO notes VALUES ('a')`));
    made.close();
    await readingOnly({ folder, file: path() }, () => {
      const database = openOwnDatabase(path(), 'notes', schema);
      expect(database.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'a' }]);
      expect(() => inTransaction(database, () => database.exec('DELETE FROM notes'))).toThrow();
      database.close();
      return Promise.resolve();
    });
  });
});

describe('a vault, its marks and the memory of a signer', () => {
  let vault = '';
  beforeAll(() => {
    vault = pathToFileURL(builtFile('infrastructure/crypto/file-key-vault.js')).href;
  }, 300_000);

  it('are checkpointed under the writer’s lock alone by Node 22, and lack nothing after two processes wrote at once', async () => {
    const node = installedNode('22.16.0');
    if (node === undefined) return;
    const writing = ['a', 'b'].map((name) =>
      run(node, [
        '--input-type=module',
        '--eval',
        `const { fileKeyVault } = await import(${JSON.stringify(vault)});
         const vault = fileKeyVault(${JSON.stringify(path())});
         for (let round = 0; round < 40; round += 1)
           await Promise.all(Array.from({ length: 25 }, (_, each) => vault.keyFor(['${name}', round, each].join('-'), 'conectared')));
         await vault.close();`,
      ]),
    );
    expect(await Promise.all(writing)).toEqual([0, 0]);
    expect(await checkVault({ path: path() })).toMatchObject({ persons: 2_000 });
  }, 60_000);
});
