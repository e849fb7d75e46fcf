import type { ProjectionFault } from '../../application/ports/projected-rows.js';
import type { StoreReason } from '../../application/errors/store-reasons.js';
import { damagedTable } from '../../projections/runtime/table-fault.js';
import type { Table } from '../../projections/runtime/table.js';
import { cellsOf, cellNumber, prepareRows, single, type Database } from '../shared/sqlite-driver.js';
import { declaredColumns } from './row-tables.js';

/** Looks at the tables of rows as the file has them now. */
export interface DamagedTables {
  /** Tells what is wrong with a table, as of now; `undefined` where nothing is. */
  readonly look: () => (table: Table) => ProjectionFault | undefined;
  /** Drops what is remembered: a transaction was undone. */
  readonly forget: () => void;
}

const listOf = (values: readonly unknown[]): string => JSON.stringify(values);

/**
 * Compares tables of rows with what was made for them: a table, column or index that was dropped by hand, and a unique
 * index that would refuse rows. An index that was only added changes no row. A table is looked at anew only after the
 * schema of the file changed.
 */
export const damagedTables = (database: Database): DamagedTables => {
  const schemaVersion = prepareRows(database, 'PRAGMA schema_version');
  const columnsOf = prepareRows(database, 'SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)');
  const indexesOf = prepareRows(
    database,
    `SELECT list.name, list."unique", info.name
     FROM pragma_index_list(?) AS list JOIN pragma_index_info(list.name) AS info
     WHERE list.origin = 'c' ORDER BY list.seq, info.seqno`,
  );
  const found = new Map<Table, ProjectionFault | undefined>();
  let seen: number | undefined;

  const indexesIn = (name: string): { readonly columns: readonly string[]; readonly isUnique: boolean }[] => {
    const indexes = new Map<unknown, { columns: string[]; isUnique: boolean }>();
    for (const [index, unique, column] of indexesOf.all(name).map(cellsOf)) {
      const own = indexes.get(index) ?? { columns: [], isUnique: unique === 1 };
      own.columns.push(String(column));
      indexes.set(index, own);
    }
    return [...indexes.values()];
  };

  const reasonOf = ({ definition }: Table): StoreReason | undefined => {
    const { name, indexes } = definition;
    const columns = columnsOf.all(name).map(cellsOf);
    if (columns.length === 0) return 'their table is missing';
    if (listOf(columns) !== listOf(declaredColumns(definition))) return 'their table has other columns';
    const there = indexesIn(name);
    if (there.some(({ isUnique }) => isUnique)) return 'their table has a unique index that is not ours';
    const has = new Set(there.map((index) => listOf(index.columns)));
    return indexes.every((index) => has.has(listOf(index))) ? undefined : 'their table lacks an index';
  };

  const faultOf = (table: Table): ProjectionFault | undefined => {
    if (found.has(table)) return found.get(table);
    const reason = reasonOf(table);
    const fault = reason === undefined ? undefined : damagedTable(reason);
    found.set(table, fault);
    return fault;
  };

  return {
    look: () => {
      const version = cellNumber(single(schemaVersion));
      if (version !== seen) found.clear();
      seen = version;
      return faultOf;
    },
    forget: () => found.clear(),
  };
};
