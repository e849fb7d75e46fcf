/** What a cell of a row holds. */
export type RowValue = string | number | null;

/** A row of a read model: flat, JSON-safe, and without personal values. */
export type Row = Readonly<Record<string, RowValue>>;

/** The values of the columns that name a row. */
export type RowKey = Readonly<Record<string, string | number>>;

/** Bounds of a column; all that are given hold. A null lies in no range. Texts compare by the bytes of their UTF-8. */
export interface RowRange {
  /** Less than this. */
  readonly '<'?: string | number;
  /** At most this. */
  readonly '<='?: string | number;
  /** More than this. */
  readonly '>'?: string | number;
  /** At least this. */
  readonly '>='?: string | number;
}

/** What is asked of a column: a value, that it is not null, one of some values, or a range. */
export type RowCondition =
  RowValue | { readonly present: true } | { readonly in: readonly (string | number)[] } | RowRange;

/** Which rows of a table. */
export interface RowFilter {
  /** Name of the table, as its definition gives it. */
  readonly table: string;
  /** Every condition holds; all rows where there is none. */
  readonly where: Readonly<Record<string, RowCondition>>;
}

/** A column to order by: ascending, nulls first; or descending, which is exactly the other way round. */
export type RowOrder = string | { readonly descending: string };

/** What a query asks of a table: conditions, one order, a page. */
export interface RowQuery extends RowFilter {
  /** Columns to order by; the last one must make the order total. */
  readonly orderBy: readonly RowOrder[];
  /** Values of the `orderBy` columns of the last row of the page before. */
  readonly after?: readonly RowValue[];
  /** At most this many rows. */
  readonly limit: number;
}

/** What a count asks. */
export interface CountQuery extends RowFilter {
  /** Stop counting here: no more rows than this are looked at once they match. */
  readonly atMost?: number;
}

/** What a grouped count asks. */
export interface GroupQuery extends RowFilter {
  /** Rows with the same values in these columns are one group; groups come in their ascending order. */
  readonly by: readonly string[];
  /** Number columns to sum up in each group. */
  readonly sums?: readonly string[];
  /** At most this many groups. */
  readonly limit: number;
}

/** Rows that have the same values in some columns. */
export interface RowGroup {
  /** Those values. */
  readonly key: Row;
  /** How many rows there are. */
  readonly count: number;
  /** The sum of each column asked for; a null adds nothing. */
  readonly sums: Readonly<Record<string, number>>;
}

/** Where rows are read. */
export interface ReadModelStore {
  /** The row with exactly this primary key. */
  readonly get: (table: string, key: RowKey) => Promise<Row | undefined>;
  /** The rows that match, in order, up to the query's limit. */
  readonly list: (query: RowQuery) => Promise<readonly Row[]>;
  /** How many rows match, whatever the limit of a page. */
  readonly count: (query: CountQuery) => Promise<number>;
  /** Counts and sums of the rows that match, group by group. */
  readonly groups: (query: GroupQuery) => Promise<readonly RowGroup[]>;
}
