import type { RowQuery } from '../../application/ports/read-model-store.js';
import { storeError, type StoreError } from '../../application/errors/store-error.js';
import { fits, mustFind, type Table, type Value } from './table.js';

/** The most rows of one page. */
export const largestPage = 10_000;

/** One column of a condition: equal to a value, or merely present. */
export type Condition =
  { readonly column: string; readonly equals: Value } | { readonly column: string; readonly present: true };

export interface CheckedQuery {
  readonly table: Table;
  readonly conditions: readonly Condition[];
  readonly orderBy: readonly string[];
  readonly after: readonly Value[] | undefined;
  readonly limit: number;
}

const invalid = (at: string, reason: string): StoreError => storeError('read-invalid', { at, reason });

const mustDeclare = (table: Table, column: string): void => {
  if (!Object.hasOwn(table.definition.columns, column))
    throw invalid(`${table.definition.name}.${column}`, 'not a column');
};

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** Checks what a query asks against what is declared. Throws `rows-invalid` or `read-invalid`. */
export const checkConditions = (
  tables: ReadonlyMap<string, Table>,
  { table: name, where }: Pick<RowQuery, 'table' | 'where'>,
): { readonly table: Table; readonly conditions: readonly Condition[] } => {
  const table = mustFind(tables, name);
  const conditions = Object.entries(where).map(([column, asked]): Condition => {
    mustDeclare(table, column);
    if (isValue(asked) && fits(asked, table.definition.columns[column])) return { column, equals: asked };
    if (typeof asked === 'object' && asked !== null && Object.hasOwn(asked, 'present'))
      return { column, present: true };
    throw invalid(`where.${column}`, 'not a value');
  });
  return { table, conditions };
};

export const checkColumn = (table: Table, column: string): void => {
  mustDeclare(table, column);
  if (table.definition.columns[column] === 'text')
    throw invalid(`${table.definition.name}.${column}`, 'not a number');
};

const checkAfter = ({ definition }: Table, query: RowQuery): readonly Value[] | undefined => {
  if (query.after === undefined) return undefined;
  const typeAt = (index: number) => definition.columns[query.orderBy[index] ?? ''];
  const values = query.after.filter(isValue).filter((value, index) => fits(value, typeAt(index)));
  if (values.length !== query.after.length || values.length !== query.orderBy.length)
    throw invalid('after', 'not one value for each column of the order');
  return values;
};

/** Checks a query for a page. Throws `rows-invalid` or `read-invalid`. */
export const checkQuery = (tables: ReadonlyMap<string, Table>, query: RowQuery): CheckedQuery => {
  const { table, conditions } = checkConditions(tables, query);
  const { orderBy, limit } = query;
  if (orderBy.length === 0) throw invalid('orderBy', 'no column');
  for (const column of orderBy) mustDeclare(table, column);
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestPage)
    throw invalid('limit', `1 to ${String(largestPage)}`);
  return { table, conditions, orderBy, after: checkAfter(table, query), limit };
};
