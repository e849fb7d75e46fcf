import { renameSync, rmSync } from 'node:fs';
import { loadDriver } from '../../src/infrastructure/shared/sqlite-driver.js';
import { migrate } from '../../src/infrastructure/sqlite/migrate.js';
import { migrations } from '../../src/infrastructure/sqlite/schema.js';

/** Makes of a closed store what an earlier version would have written: its events, under the steps known then. */
export const asOlderFile = (path: string, version: number): void => {
  const { DatabaseSync } = loadDriver();
  const older = `${path}.older`;
  const database = new DatabaseSync(older);
  migrate(database, older, migrations.slice(0, version));
  database.prepare('ATTACH ? AS now').run(path);
  database.exec(`
    INSERT INTO streams (id, name) SELECT id, name FROM now.streams;
    INSERT INTO events (position, stream, revision, type, body)
      SELECT position, stream, revision, type, body FROM now.events;
    INSERT INTO commands SELECT * FROM now.commands;
  `);
  database.close();
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  renameSync(older, path);
};
