import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cell, FileColumn, TableFile, WriteBytes } from '../../application/ports/table-file.js';

/** A value as the column keeps it: instants in microseconds, dates in days, both since 1970. */
type Kept = string | number | bigint | boolean | null;

interface Kind {
  readonly element: Omit<SchemaElement, 'name'>;
  readonly kept: (cell: Exclude<Cell, null>) => Kept;
}

const dayMs = 86_400_000;

const asItIs = (cell: Exclude<Cell, null>): Kept => cell;

const kinds: Readonly<Record<FileColumn['type'], Kind>> = {
  text: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, kept: asItIs },
  integer: { element: { type: 'INT64' }, kept: (cell) => BigInt(cell) },
  boolean: { element: { type: 'BOOLEAN' }, kept: asItIs },
  instant: {
    element: {
      ...{ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
    },
    kept: (cell) => BigInt(Date.parse(String(cell))) * 1_000n,
  },
  date: {
    element: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
    kept: (cell) => Date.parse(String(cell)) / dayMs,
  },
};

const elementOf = ({ name, type, nullable }: FileColumn): SchemaElement => ({
  name,
  ...kinds[type].element,
  repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
});

const none = (): Kept[] => [];

/** Cells that are held until their rows are written together, as a group that a reader may pass over. */
const mostCells = 393_216;

/** Bytes that are held before they are written. */
const most = 256 * 1_024;

/** A writer of bytes that gives on what it holds. */
const passingOn = (write: WriteBytes): ByteWriter => {
  const writer = new ByteWriter(most);
  const flush = (): void => {
    if (writer.index > 0) write(writer.getBytes());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
};

/**
 * A table in Parquet: text in UTF-8, whole numbers of 64 bits, instants in UTC in microseconds. A group of rows is held at a
 * time, column by column.
 */
export const parquetTable = (columns: readonly FileColumn[], write: WriteBytes): TableFile => {
  const writer = new ParquetWriter({
    writer: passingOn(write),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: 'quejas',
  });
  const empty = () => columns.map(({ name, type }) => ({ name, keep: kinds[type].kept, data: none() }));
  const rowGroup = Math.ceil(mostCells / columns.length);
  let held = empty();
  let rows = 0;
  const flush = (): void => {
    if (rows === 0) return;
    void writer.write({
      columnData: held.map(({ name, data }) => ({ name, data })),
      rowGroupSize: rowGroup,
    });
    held = empty();
    rows = 0;
  };
  return {
    add: (row) => {
      for (const [at, column] of held.entries()) {
        const cell = row[at] ?? null;
        column.data.push(cell === null ? null : column.keep(cell));
      }
      rows += 1;
      if (rows === rowGroup) flush();
    },
    finish: () => {
      flush();
      void writer.finish();
    },
  };
};
