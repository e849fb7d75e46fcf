import type { InlineProjector } from '../../application/ports/inline-projector.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { cellsOf, numberIn, prepareRows, single, textIn, type Database } from '../shared/sqlite-driver.js';

/** What the file says of its rows. */
export interface RowsDescription {
  /** The definitions they were made by, as JSON. */
  readonly tables: string;
  /** The last place up to which the rows follow the events; absent where they follow them all. */
  readonly behindFrom: number | undefined;
}

/** Reads and writes what the file says of its rows. Writing belongs into a transaction. */
export interface InlineState {
  readonly read: () => RowsDescription | undefined;
  readonly describe: (tables: string) => void;
  readonly setBehind: (place: number | undefined) => void;
  /** Says, where nothing says so yet, that events are stored from now on that the rows do not follow. */
  readonly fallBehind: () => void;
}

export const inlineState = (database: Database): InlineState => {
  const select = prepareRows(database, 'SELECT tables, behind_from FROM inline_rows WHERE id = 1');
  const replace = database.prepare(
    'INSERT OR REPLACE INTO inline_rows (id, tables, behind_from) VALUES (1, ?, 0)',
  );
  const update = database.prepare('UPDATE inline_rows SET behind_from = ? WHERE id = 1');
  const head = prepareRows(database, 'SELECT coalesce(max(position), 0) FROM events');

  const read = (): RowsDescription | undefined => {
    const row = select.get();
    if (row === undefined) return undefined;
    const [tables, behindFrom] = cellsOf(row);
    return { tables: textIn(tables), behindFrom: behindFrom === null ? undefined : numberIn(behindFrom) };
  };
  const setBehind = (place: number | undefined): void => void update.run(place ?? null);

  return {
    read,
    setBehind,
    describe: (tables) => void replace.run(tables),
    fallBehind: () => {
      const found = read();
      if (found !== undefined && found.behindFrom === undefined) setBehind(numberIn(single(head)));
    },
  };
};

/** The definitions of a projector's rows as the file keeps them. */
export const describedBy = ({ tables, version = 1 }: InlineProjector): string =>
  JSON.stringify({ version, tables });

/** The names of the tables in a description. */
export const tableNamesIn = (description: string): readonly string[] => {
  const parsed: unknown = JSON.parse(description);
  const tables: unknown = isJsonObject(parsed) ? parsed['tables'] : undefined;
  if (!Array.isArray(tables)) return [];
  return tables.flatMap((table: unknown) => {
    const name = isJsonObject(table) ? table['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
};
