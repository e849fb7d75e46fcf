import type { Cell, CellType, FileColumn } from '../../../application/ports/table-file.js';
import type { Bilingual } from '../../../domain/texts/language.js';

/** The names of the tables, and of their files. */
export const tableNames = ['events', 'complaints', 'clocks', 'pauses', 'visits', 'compensation'] as const;
/** Name of a table. */
export type TableName = (typeof tableNames)[number];

/** A column, defined once: its files, the dictionary and its values come from here. */
export interface Column<Row> extends Bilingual {
  /** In lower case with underscores. */
  readonly name: string;
  /** What it holds. */
  readonly type: CellType;
  /** `ms`: milliseconds; `minor`: minor units of the currency beside it. */
  readonly unit?: 'ms' | 'minor';
  /** Present where a row may hold no value. */
  readonly nullable?: true;
  /** The events or the reading it comes from. */
  readonly source: string;
  /** Its value in a row. */
  readonly of: (row: Row) => Cell | undefined;
}

/** A table without the type of what its rows are made from. */
export interface Table<Told> extends Bilingual {
  /** Name of its files. */
  readonly name: TableName;
  /** Its columns, in their order. */
  readonly columns: readonly (FileColumn & Omit<Column<never>, 'of' | 'nullable'>)[];
  /** The rows of one complaint, a cell for each column. */
  readonly rows: (told: Told) => readonly (readonly Cell[])[];
}

interface Definition<Told, Row> extends Bilingual {
  readonly name: TableName;
  /** What its rows are made from, of one complaint. */
  readonly of: (told: Told) => readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** A table from its columns. */
export const defineTable = <Told, Row>({
  name,
  es,
  en,
  of,
  columns,
}: Definition<Told, Row>): Table<Told> => ({
  name,
  es,
  en,
  columns: columns.map(({ of: _of, nullable = false, ...told }) => ({ ...told, nullable })),
  rows: (told) => of(told).map((row) => columns.map((column) => column.of(row) ?? null)),
});
