/** What a column of an exported table holds. An instant is written in UTC; a date is a local one. */
export type CellType = 'text' | 'integer' | 'boolean' | 'instant' | 'date';

/** A value in a row: instants and dates as text, in ISO 8601. */
export type Cell = string | number | boolean | null;

/** A column as its file has it. */
export interface FileColumn {
  /** Its name, in lower case with underscores. */
  readonly name: string;
  /** What it holds. */
  readonly type: CellType;
  /** Whether a row may hold no value. */
  readonly nullable: boolean;
}

/** Where the bytes of a file go, in their order. */
export type WriteBytes = (bytes: Uint8Array) => void;

/** A table that is written row by row. */
export interface TableFile {
  /** One cell for each column, in their order. */
  readonly add: (row: readonly Cell[]) => void;
  /** Writes what is left: nothing is complete before. */
  readonly finish: () => void;
}
