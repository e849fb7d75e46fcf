import { loadDriver, type Database } from '../../src/infrastructure/shared/sqlite-driver.js';
import { checksumOf } from '../../src/infrastructure/sqlite/checksum.js';

const giveChecksums = (database: Database): void => {
  database.function('made_checksum', (stream: unknown, revision: unknown, type: unknown, body: unknown) =>
    checksumOf(String(stream), Number(revision), String(type), String(body)),
  );
  database.exec(`
    UPDATE events
    SET checksum = made_checksum((SELECT name FROM streams WHERE id = events.stream), revision, type, body)`);
};

/** Changes a store's file as someone does who knows it well: what forbids it is back afterwards, and checksums are right. */
export const forgeFile = (path: string, sql: string): void => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(path);
  const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  database.exec(sql);
  giveChecksums(database);
  for (const trigger of triggers) database.exec(String(trigger['sql']));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
};

/** Changes a store's file past what forbids it, which is back afterwards; checksums stay as they were. */
export const damageFile = (path: string, sql: string): void => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(path);
  const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  database.exec(sql);
  for (const trigger of triggers) database.exec(String(trigger['sql']));
  database.close();
};
