import type {
  CountQuery,
  GroupQuery,
  RowFilter,
  RowQuery,
} from '../../application/ports/read-model-store.js';
import { invalidStoreInput, type StoreError } from '../../application/errors/store-error.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { fits, mustFind, type Table, type Value } from '../../projections/runtime/table.js';

/** The most rows of one page. */
export const largestPage = 10_000;
/** The most values of one `in`. */
const mostValues = 1_000;

export const comparisons = ['<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** One thing that is asked of a column. */
export type Condition = { readonly column: string } & (
  | { readonly equals: Value }
  | { readonly present: true }
  | { readonly in: readonly (string | number)[] }
  | { readonly comparison: Comparison; readonly bound: string | number }
);

/** A column of an order, and which way it goes. */
export interface Ordering {
  readonly column: string;
  readonly isDescending: boolean;
}

export interface CheckedFilter {
  readonly table: Table;
  readonly conditions: readonly Condition[];
}

export interface CheckedQuery extends CheckedFilter {
  readonly orderBy: readonly Ordering[];
  readonly after: readonly Value[] | undefined;
  readonly limit: number;
}

export interface CheckedGroups extends CheckedFilter {
  readonly by: readonly string[];
  readonly sums: readonly string[];
  readonly limit: number;
}

const invalid = (at: string, reason: RejectionText): StoreError =>
  invalidStoreInput('read-invalid', { at }, reason);

const noColumn: RejectionText = { es: 'no nombra ninguna columna', en: 'no column' };

/** A number that has to lie in a range. */
export const withinRange = (least: number, most: number): RejectionText => ({
  es: `va de ${String(least)} a ${String(most)}`,
  en: `${String(least)} to ${String(most)}`,
});

const mustDeclare = (table: Table, column: string): void => {
  if (!Object.hasOwn(table.definition.columns, column))
    throw invalid(`${table.definition.name}.${column}`, { es: 'no es una columna', en: 'not a column' });
};

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

const isBound = (value: unknown): value is string | number => value !== null && isValue(value);

const entriesOf = (asked: object): readonly (readonly [string, unknown])[] => Object.entries(asked);

/** Each thing that is asked of one column. Throws `read-invalid`. */
const conditionsOn = (table: Table, column: string, asked: unknown): readonly Condition[] => {
  mustDeclare(table, column);
  const type = table.definition.columns[column];
  const refused = invalid(`where.${column}`, {
    es: 'no es un valor que esa columna pueda tener',
    en: 'not a value',
  });
  const bound = (value: unknown): string | number => {
    if (isBound(value) && fits(value, type)) return value;
    throw refused;
  };
  if (isValue(asked)) {
    if (asked === null) return [{ column, equals: null }];
    return [{ column, equals: bound(asked) }];
  }
  if (typeof asked !== 'object') throw refused;
  const parts = entriesOf(asked).filter(([, value]) => value !== undefined);
  if (parts.length === 0) throw refused;
  return parts.map(([name, value]): Condition => {
    if (name === 'present' && value === true) return { column, present: true };
    if (name === 'in' && Array.isArray(value) && value.length <= mostValues)
      return { column, in: value.map(bound) };
    const comparison = comparisons.find((each) => each === name);
    if (comparison === undefined) throw refused;
    return { column, comparison, bound: bound(value) };
  });
};

/** Checks what a query asks against what is declared. Throws `rows-invalid` or `read-invalid`. */
const checkFilter = (
  tables: ReadonlyMap<string, Table>,
  { table: name, where }: RowFilter,
): CheckedFilter => {
  const table = mustFind(tables, name);
  return {
    table,
    conditions: entriesOf(where).flatMap(([column, asked]) => conditionsOn(table, column, asked)),
  };
};

const checkColumn = (table: Table, column: string): void => {
  mustDeclare(table, column);
  if (table.definition.columns[column]?.startsWith('text') === true)
    throw invalid(`${table.definition.name}.${column}`, { es: 'no es de números', en: 'not a number' });
};

const checkLimit = (at: string, limit: number): void => {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestPage)
    throw invalid(at, withinRange(1, largestPage));
};

const checkAfter = (
  { definition }: Table,
  orderBy: readonly Ordering[],
  after: RowQuery['after'],
): readonly Value[] | undefined => {
  if (after === undefined) return undefined;
  const typeAt = (index: number) => definition.columns[orderBy[index]?.column ?? ''];
  const values = after.filter(isValue).filter((value, index) => value === null || fits(value, typeAt(index)));
  if (values.length !== after.length || values.length !== orderBy.length)
    throw invalid('after', {
      es: 'no da un valor por cada columna del orden',
      en: 'not one value for each column of the order',
    });
  return values;
};

/** Checks a query for a page. Throws `rows-invalid` or `read-invalid`. */
export const checkQuery = (tables: ReadonlyMap<string, Table>, query: RowQuery): CheckedQuery => {
  const filter = checkFilter(tables, query);
  const orderBy = query.orderBy.map((each): Ordering =>
    typeof each === 'string'
      ? { column: each, isDescending: false }
      : { column: each.descending, isDescending: true },
  );
  if (orderBy.length === 0) throw invalid('orderBy', noColumn);
  for (const { column } of orderBy) mustDeclare(filter.table, column);
  checkLimit('limit', query.limit);
  return { ...filter, orderBy, after: checkAfter(filter.table, orderBy, query.after), limit: query.limit };
};

/** Checks a count. Throws `rows-invalid` or `read-invalid`. */
export const checkCount = (
  tables: ReadonlyMap<string, Table>,
  query: CountQuery,
): CheckedFilter & { readonly atMost: number | undefined } => {
  const { atMost } = query;
  if (atMost !== undefined && (!Number.isSafeInteger(atMost) || atMost < 1))
    throw invalid('atMost', { es: 'va de 1 en adelante', en: '1 or more' });
  return { ...checkFilter(tables, query), atMost };
};

/** Checks grouped counts. Throws `rows-invalid` or `read-invalid`. */
export const checkGroups = (tables: ReadonlyMap<string, Table>, query: GroupQuery): CheckedGroups => {
  const filter = checkFilter(tables, query);
  const { by, sums = [], limit } = query;
  if (by.length === 0) throw invalid('by', noColumn);
  for (const column of by) mustDeclare(filter.table, column);
  for (const column of sums) checkColumn(filter.table, column);
  checkLimit('limit', limit);
  return { ...filter, by, sums, limit };
};
