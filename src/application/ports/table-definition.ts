/** What a column holds; with `?`, null too. */
export type ColumnType = 'text' | 'integer' | 'real' | 'text?' | 'integer?' | 'real?';

/** A table of a read model, as data: the row store creates it and reads it by these names alone. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The columns that name a row. */
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}
