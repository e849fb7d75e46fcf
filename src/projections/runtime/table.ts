import type { Row, RowKey, RowValue } from '../../application/ports/read-model-store.js';
import { invalidStoreInput, type StoreError } from '../../application/errors/store-error.js';
import type { ColumnType, TableDefinition } from '../../application/ports/table-definition.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';

export type { RowKey };
export type Value = RowValue;

/** A definition that has been checked, and its columns in their order: the only source of identifiers. */
export interface Table {
  readonly definition: TableDefinition;
  readonly columns: readonly string[];
  /** What the columns hold, one for one. */
  readonly types: readonly ColumnType[];
  /** The columns that name a row. */
  readonly keyColumns: readonly string[];
}

const identifier = /^[a-z][a-z0-9_]{0,62}$/;
const columnTypes: readonly ColumnType[] = ['text', 'integer', 'real', 'text?', 'integer?', 'real?'];

/** Names that a store has tables of its own for. */
const reserved =
  /^(events|streams|commands|folios|folio_register|process_checkpoints|projections|parked_events|rows_file|sqlite_.*)$/;

/** A table, or a row of it, that is not as it has to be. */
export const invalidRows = (table: string, reason: RejectionText): StoreError =>
  invalidStoreInput('rows-invalid', { table }, reason);

/** A column that a table does not have. */
export const notColumn = (table: string, column: string): StoreError =>
  invalidRows(table, { es: `${column} no es una columna`, en: `${column} is not a column` });

/** A table that no definition has. */
export const notDeclared = (table: string): StoreError =>
  invalidRows(table, { es: 'no está declarada', en: 'not declared' });

/** A table that two definitions have. */
export const declaredTwice = (table: string): StoreError =>
  invalidRows(table, { es: 'está declarada dos veces', en: 'declared twice' });

const typesInSpanish: Readonly<Record<string, string>> = {
  text: 'un texto',
  integer: 'un número entero',
  real: 'un número',
};

/** What a column holds, in Spanish. */
const typeInSpanish = (type: ColumnType | undefined): string =>
  typesInSpanish[String(type).replace('?', '')] ?? 'un valor';

const mustName = (columns: readonly string[], { name, columns: declared }: TableDefinition): void => {
  if (columns.length === 0)
    throw invalidRows(name, {
      es: 'una llave o un índice sin columnas',
      en: 'a key or index without columns',
    });
  for (const column of columns) if (!Object.hasOwn(declared, column)) throw notColumn(name, column);
  if (new Set(columns).size !== columns.length)
    throw invalidRows(name, {
      es: 'una columna está dos veces en una llave o un índice',
      en: 'a column twice in a key or index',
    });
};

/** Checks a definition. Throws `rows-invalid`. */
export const tableOf = (definition: TableDefinition): Table => {
  const { name, columns, key, indexes } = definition;
  if (!identifier.test(name))
    throw invalidRows(name, {
      es: 'un nombre lleva letras minúsculas sin acento, cifras y _',
      en: 'a name is lower case letters, digits and _',
    });
  if (reserved.test(name))
    throw invalidRows(name, { es: 'el almacén ya usa ese nombre', en: "the store's own name" });
  for (const [column, type] of Object.entries(columns))
    if (!identifier.test(column) || !columnTypes.includes(type))
      throw invalidRows(name, { es: `la columna ${column}`, en: `column ${column}` });
  mustName(key, definition);
  for (const index of indexes) mustName(index, definition);
  return { definition, columns: Object.keys(columns), types: Object.values(columns), keyColumns: key };
};

/** Checks definitions, by name. Throws `rows-invalid`. */
export const tablesOf = (definitions: readonly TableDefinition[]): ReadonlyMap<string, Table> => {
  const tables = new Map<string, Table>();
  for (const definition of definitions) {
    if (tables.has(definition.name)) throw declaredTwice(definition.name);
    tables.set(definition.name, tableOf(definition));
  }
  return tables;
};

/** Whether a column of this type can hold a value. */
export const fits = (value: Value, type: ColumnType | undefined): boolean => {
  switch (type) {
    case undefined:
      return false;
    case 'text?':
      return value === null || fits(value, 'text');
    case 'integer?':
      return value === null || fits(value, 'integer');
    case 'real?':
      return value === null || fits(value, 'real');
    case 'text':
      return typeof value === 'string' && value.isWellFormed();
    case 'integer':
      return Number.isSafeInteger(value);
    case 'real':
      return Number.isFinite(value);
  }
};

/** Whether a row gives every column and nothing else, in the table's order: then it is stored as it is. */
const isWhole = ({ columns }: Table, row: Row): boolean => {
  let index = 0;
  for (const column in row) {
    const value: Value | undefined = row[column];
    if (column !== columns[index] || value === undefined || Object.is(value, -0)) return false;
    index += 1;
  }
  return index === columns.length;
};

const completed = ({ definition, columns }: Table, row: Row): Row => {
  for (const column of Object.keys(row))
    if (!Object.hasOwn(definition.columns, column)) throw notColumn(definition.name, column);
  const whole: Record<string, Value> = {};
  // SQLite keeps no minus zero in an integer, so no store does.
  for (const column of columns) whole[column] = row[column] === 0 ? 0 : (row[column] ?? null);
  return whole;
};

/** The row with every column of its table, in the table's order; what is not given is null. Throws `rows-invalid`. */
export const wholeRow = (table: Table, row: Row): Row => {
  const whole = isWhole(table, row) ? row : completed(table, row);
  for (let index = 0; index < table.columns.length; index += 1) {
    const [column = '', type] = [table.columns[index], table.types[index]];
    if (!fits(whole[column] ?? null, type))
      throw invalidRows(table.definition.name, {
        es: `${column} no es ${typeInSpanish(type)}`,
        en: `${column} is not ${String(type)}`,
      });
  }
  return whole;
};

/** Text that names a row within its table: one that no other key has. Throws `rows-invalid` for what cannot be a key of it. */
export const keyText = ({ definition, keyColumns }: Table, key: Row): string => {
  let name = '';
  for (const column of keyColumns) {
    const value = key[column];
    if (value === undefined || value === null || !fits(value, definition.columns[column]))
      throw invalidRows(definition.name, {
        es: `a la llave le hace falta ${typeInSpanish(definition.columns[column])} en ${column}`,
        en: `a key needs a ${String(definition.columns[column])} for ${column}`,
      });
    name += typeof value === 'string' ? `${String(value.length)}:${value}` : `#${String(value)};`;
  }
  return name;
};

/** The table of that name. Throws `rows-invalid` where it is not declared. */
export const mustFind = (tables: ReadonlyMap<string, Table>, name: string): Table => {
  const table = tables.get(name);
  if (table === undefined) throw notDeclared(name);
  return table;
};
