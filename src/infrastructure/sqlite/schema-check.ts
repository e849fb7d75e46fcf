import { storeErrorSaying } from '../../application/errors/store-error.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { cellsOf, loadDriver, prepareRows, type Database } from '../shared/sqlite-driver.js';
import { migrate } from './migrate.js';
import { checkpointTables, type FileKind } from './schema.js';

/** A table, index, trigger or view, as the file itself tells of it. */
interface SchemaObject {
  readonly type: string;
  readonly name: string;
  /** The table that it is about. */
  readonly table: string;
  /** The statement that made it; empty for an index that SQLite made by itself. */
  readonly sql: string;
}

const objectsIn = (database: Database): readonly SchemaObject[] =>
  prepareRows(
    database,
    'SELECT type, name, tbl_name, coalesce(sql, ?) FROM sqlite_schema ORDER BY type, name',
  )
    .all('')
    .map((row) => {
      const [type = '', name = '', table = '', sql = ''] = cellsOf(row).map(String);
      return { type, name, table, sql };
    });

/** What the steps up to this version make of a blank file. */
const objectsOf = ({ migrations, applicationId }: FileKind, version: number): readonly SchemaObject[] => {
  const { DatabaseSync } = loadDriver();
  const blank = new DatabaseSync(':memory:');
  try {
    migrate(blank, ':memory:', migrations.slice(0, version), applicationId);
    return objectsIn(blank);
  } finally {
    blank.close();
  }
};

const keyOf = ({ type, name }: SchemaObject): string => `${type} ${name}`;

/** What SQLite itself keeps for tables of rows, which come and go with their read models. */
const isOwn = (name: string): boolean => name.startsWith('sqlite_');

const objectTypes: Readonly<Record<string, string>> = {
  table: 'la tabla',
  index: 'el índice',
  trigger: 'el disparador',
  view: 'la vista',
};

/** What is wrong with an object of the schema. */
const wrong = ({ type, name }: SchemaObject, { es, en }: RejectionText): RejectionText => ({
  es: `${objectTypes[type] ?? type} ${name} ${es}`,
  en: `${type} ${name} ${en}`,
});

/**
 * How a file's schema differs from that of its version: what lacks and is not made anew, what is another, and what should not be there. Tables
 * of read models and their indexes come and go; a trigger or a view is never one of them, and neither is an index of a
 * table of ours, since each of these changes what is stored or may be.
 */
export const schemaFaults = (
  database: Database,
  kind: FileKind,
  version: number,
): readonly RejectionText[] => {
  const found = new Map(objectsIn(database).map((each) => [keyOf(each), each]));
  const expected = objectsOf(kind, version);
  const ours = new Set(expected.filter(({ type }) => type === 'table').map(({ name }) => name));
  /** What is made anew where it is gone. */
  const canLack = ({ name }: SchemaObject): boolean =>
    kind.keepsRows === true && version === kind.migrations.length && checkpointTables.includes(name);
  const faults = expected.flatMap((each) => {
    const there = found.get(keyOf(each));
    found.delete(keyOf(each));
    if (there === undefined && canLack(each)) return [];
    if (there === undefined) return [wrong(each, { es: 'falta', en: 'is missing' })];
    return there.sql === each.sql && there.table === each.table
      ? []
      : [wrong(each, { es: 'no es como debe', en: 'is another one' })];
  });
  const foreign = [...found.values()].filter(
    ({ type, name, table }) =>
      type === 'trigger' || type === 'view' || (type === 'index' && ours.has(table) && !isOwn(name)),
  );
  return [...faults, ...foreign.map((each) => wrong(each, { es: 'es de otro programa', en: 'is not ours' }))];
};

/** Throws `store-altered` where a file's schema is not that of its version. */
export const mustHaveSchema = (database: Database, path: string, kind: FileKind, version: number): void => {
  const faults = schemaFaults(database, kind, version);
  if (faults.length === 0) return;
  const told = (language: 'es' | 'en') => faults.map((each) => each[language]).join('; ');
  throw storeErrorSaying('store-altered', { path }, { es: told('es'), en: told('en') });
};
