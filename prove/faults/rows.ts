import { DatabaseSync } from 'node:sqlite';
import { readModelProjector, type StoredEvent } from 'quejas';
import { cardFold } from 'quejas/projections';
import { sqliteProjectedRows } from 'quejas/sqlite';

/** Up to where a file of rows has followed the log, as it says itself. */
export const placeIn = (path: string): string => {
  const database = new DatabaseSync(path, { readOnly: true });
  const place = database.prepare("SELECT min(coalesce(position, '')) AS position FROM projections").get();
  database.close();
  return String(place?.['position'] ?? '');
};

/** Every row of a file of rows. */
export const rowsIn = (path: string): readonly string[] => {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('projections', 'rows_file') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => String(name));
  const lines = tables.flatMap((table) =>
    database
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`)
      .sort(),
  );
  database.close();
  return lines;
};

/** The rows made anew from the log alone, without a feed. */
export const madeAnew = async (path: string, events: readonly StoredEvent[]): Promise<readonly string[]> => {
  const rows = sqliteProjectedRows({ path, projections: readModelProjector() });
  const position = events.at(-1)?.position;
  if (position !== undefined)
    await rows.project(
      undefined,
      { events: cardFold().project(events, () => []), position },
      rows.projections.map(({ name, version }) => ({ name, version, slot: 'live' })),
    );
  await rows.close();
  return rowsIn(path);
};
