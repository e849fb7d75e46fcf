import { DatabaseSync } from 'node:sqlite';

const versioned = /_v\d+$|^projections$/;

/** Every read model in an SQLite file, row by row in one order: what two files must have alike. */
export const tableContents = (path: string): Readonly<Record<string, readonly string[]>> => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => versioned.test(name));
    return Object.fromEntries(
      names.map((name) => [
        name,
        database
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    database.close();
  }
};
