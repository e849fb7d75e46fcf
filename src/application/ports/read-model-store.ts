import type { JsonValue } from '../../domain/kernel/json.js';

/** A row of a read model: flat, JSON-safe, and without personal values. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What a query asks of a table: equality on columns, one order, a page. */
export interface RowQuery {
  /** Name of the table, as its definition gives it. */
  readonly table: string;
  /** Each column equals this value; `'present'` asks only that it is not null. */
  readonly where: Readonly<Record<string, string | number | null | { readonly present: true }>>;
  /** Columns to order by, ascending; the last one must make the order total. */
  readonly orderBy: readonly string[];
  /** Values of the `orderBy` columns of the last row of the page before. */
  readonly after?: readonly JsonValue[];
  /** At most this many rows. */
  readonly limit: number;
}

/** Where rows are read. */
export interface ReadModelStore {
  /** The row with exactly this primary key. */
  readonly get: (table: string, key: Readonly<Record<string, string | number>>) => Promise<Row | undefined>;
  /** The rows that match, in order, up to the query's limit. */
  readonly list: (query: RowQuery) => Promise<readonly Row[]>;
  /** How many rows match, whatever the limit of a page. */
  readonly count: (query: Pick<RowQuery, 'table' | 'where'>) => Promise<number>;
  /** Sum of a number column over the rows that match. */
  readonly sum: (query: Pick<RowQuery, 'table' | 'where'>, column: string) => Promise<number>;
}
