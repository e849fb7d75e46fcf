import { describe, expect, it } from '@jest/globals';
import { loadDriver, type Database } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { migrate, schemaVersion } from '../../../src/infrastructure/sqlite/migrate.js';
import { migrations } from '../../../src/infrastructure/sqlite/schema.js';

const blank = (): Database => {
  const { DatabaseSync } = loadDriver();
  return new DatabaseSync(':memory:');
};

const tablesOf = (database: Database): unknown[] =>
  database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name);

describe('the schema of a store', () => {
  it('goes forward step by step, each once, and keeps what is stored', () => {
    const database = blank();
    migrate(database, 'q.db', ['CREATE TABLE a (x); INSERT INTO a VALUES (1)']);
    migrate(database, 'q.db', ['CREATE TABLE a (x); INSERT INTO a VALUES (1)']);
    expect(schemaVersion(database, 'q.db', 9)).toBe(1);
    migrate(database, 'q.db', ['never again', 'CREATE TABLE b (y)', 'INSERT INTO b SELECT x + 1 FROM a']);
    expect(schemaVersion(database, 'q.db', 9)).toBe(3);
    expect({ ...database.prepare('SELECT x, y FROM a, b').get() }).toEqual({ x: 1, y: 2 });
  });

  it('is left as it was where a step fails', () => {
    const database = blank();
    migrate(database, 'q.db', ['CREATE TABLE a (x)']);
    expect(() => migrate(database, 'q.db', ['', 'CREATE TABLE b (y)', 'no such thing'])).toThrow();
    expect(schemaVersion(database, 'q.db', 9)).toBe(1);
    expect(tablesOf(database)).toEqual(['a']);
  });

  it('is never taken back to an older version', () => {
    const database = blank();
    migrate(database, 'q.db', ['CREATE TABLE a (x)', 'CREATE TABLE b (x)']);
    expect(() => migrate(database, 'q.db', ['CREATE TABLE a (x)'])).toThrow(
      expect.objectContaining({ code: 'store-newer' }),
    );
  });

  it('is that of the released steps, none of which ever changes', () => {
    const database = blank();
    migrate(database, 'q.db');
    expect(tablesOf(database)).toEqual([
      'commands',
      'events',
      'folio_register',
      'folios',
      'parked_events',
      'process_checkpoints',
      'projections',
      'sqlite_sequence',
      'store_identity',
      'streams',
      'vault_marks',
    ]);
    expect(migrations).toHaveLength(7);
  });
});
