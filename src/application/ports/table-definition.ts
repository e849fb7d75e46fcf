/** What a column holds; with `?`, null too. */
export type ColumnType = 'text' | 'integer' | 'real' | 'text?' | 'integer?' | 'real?';

/** A table of a read model, as data: the row store creates it and reads it by these names alone. */
export interface TableDefinition {
  /** Name of the table. */
  readonly name: string;
  /** What each column holds, by its name. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The columns that name a row. */
  readonly key: readonly string[];
  /** Columns that rows are found by, each list an index. */
  readonly indexes: readonly (readonly string[])[];
}
