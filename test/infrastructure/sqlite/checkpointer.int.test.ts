import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkpointer } from '../../../src/infrastructure/sqlite/checkpointer.js';
import {
  connect,
  pagesPerCheckpoint,
  type Connection,
} from '../../../src/infrastructure/sqlite/connection.js';
import { checkpointsSafely } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { openRaw } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('a SQLite that cannot checkpoint while others write', () => {
  it('is one before 3.51.3', () => {
    const versions = ['3.49.1', '3.51.2', '3.51.3', '3.51.10', '3.53.0', '4.0.0'];
    expect(versions.map(checkpointsSafely)).toEqual([false, false, true, true, true, true]);
  });

  const opened = (): Connection => {
    const options = { path: folder.path('store.db'), readOnly: false, mustExist: false, maxBytes: undefined };
    const connection = { ...connect(options), checkpointsItself: false };
    connection.database.exec('PRAGMA wal_autocheckpoint = 0');
    return connection;
  };

  const write = ({ database }: Connection, times: number): void => {
    for (let index = 0; index < times; index += 1)
      database.exec(`INSERT INTO streams (name) VALUES (hex(randomblob(2000)))`);
  };

  const logSize = (): number => statSync(folder.path('store.db-wal')).size;

  it('has its log copied back by us, so that the log stops growing', () => {
    const connection = opened();
    const copier = checkpointer(connection);
    write(connection, 200);
    const before = logSize();
    copier?.committed(pagesPerCheckpoint);
    write(connection, 100);
    expect(logSize()).toBe(before);
    copier?.close();
    connection.database.close();
  });

  it('is left alone while another process writes, and the log is copied the next time', () => {
    const connection = opened();
    const copier = checkpointer(connection);
    write(connection, 100);
    const other = openRaw(folder.path('store.db'));
    other.exec('PRAGMA wal_autocheckpoint = 0; BEGIN IMMEDIATE');
    copier?.committed(pagesPerCheckpoint);
    other.exec('ROLLBACK');
    other.close();
    write(connection, 50);
    const before = logSize();
    copier?.committed(pagesPerCheckpoint);
    write(connection, 50);
    expect(logSize()).toBe(before);
    copier?.close();
    connection.database.close();
  });

  it('is not needed where SQLite is newer', () => {
    const connection = opened();
    expect(checkpointer({ ...connection, checkpointsItself: true })).toBeUndefined();
    connection.database.close();
  });
});
