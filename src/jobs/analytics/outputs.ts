import type { TableFile, WriteBytes } from '../../application/ports/table-file.js';
import type { Table } from './tables/define-table.js';
import type { StagedFolder } from './staged-folder.js';
import { tables } from './tables/index.js';
import type { ToldComplaint } from './tables/told-complaint.js';

/** The formats of an export. */
export const analyticsFormats = ['csv', 'parquet', 'ocel', 'xes'] as const;
/** A format of an export. */
export type AnalyticsFormat = (typeof analyticsFormats)[number];

/** A file that was written. */
export interface AnalyticsFile {
  /** Its name in the folder. */
  readonly name: string;
  /** Rows of a table, events of a log, columns of a dictionary. */
  readonly rows: number;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

/** What complaints are written to, one after another. */
export interface Output {
  readonly add: (told: ToldComplaint) => void;
  readonly finish: () => readonly AnalyticsFile[];
}

type BeginTable = (columns: Table<never>['columns'], write: WriteBytes) => TableFile;

/** Every table in a file of its own. */
const tableFiles = (extension: string, begin: BeginTable, folder: StagedFolder): Output => {
  const files = tables.map(({ name, columns, rows }) => {
    const file = folder.begin(`${name}.${extension}`);
    return { name: `${name}.${extension}`, rows, file, table: begin(columns, file.write), count: 0 };
  });
  return {
    add: (told) => {
      for (const each of files)
        for (const row of each.rows(told)) {
          each.table.add(row);
          each.count += 1;
        }
    },
    finish: () =>
      files.map(({ name, table, file, count }) => {
        table.finish();
        return { name, rows: count, ...file.end() };
      }),
  };
};

const most = 64 * 1_024;

/** Many small writes as few large ones. */
const buffered = (write: WriteBytes) => {
  let [held, length]: [Uint8Array[], number] = [[], 0];
  const flush = (): void => {
    write(Buffer.concat(held));
    [held, length] = [[], 0];
  };
  return {
    write: (bytes: Uint8Array): void => {
      held.push(bytes);
      length += bytes.length;
      if (length >= most) flush();
    },
    flush,
  };
};

interface Log {
  readonly add: (told: ToldComplaint) => void;
  readonly finish: () => number;
}

/** An event log in one file. */
const logFile = (name: string, begin: (write: WriteBytes) => Log, folder: StagedFolder): Output => {
  const file = folder.begin(name);
  const buffer = buffered(file.write);
  const log = begin(buffer.write);
  return {
    add: log.add,
    finish: () => {
      const rows = log.finish();
      buffer.flush();
      return [{ name, rows, ...file.end() }];
    },
  };
};

/** Begins the files of these formats; what a format needs is loaded where it is asked for. */
export const outputsOf = async (
  formats: readonly AnalyticsFormat[],
  folder: StagedFolder,
): Promise<readonly Output[]> => {
  const begin: Readonly<Record<AnalyticsFormat, () => Promise<Output>>> = {
    csv: async () => {
      const { csvTable } = await import('../../infrastructure/csv/index.js');
      return tableFiles('csv', csvTable, folder);
    },
    parquet: async () => {
      const { parquetTable } = await import('../../infrastructure/parquet/index.js');
      return tableFiles('parquet', parquetTable, folder);
    },
    ocel: async () => {
      const { ocelLog } = await import('./ocel.js');
      const objects = folder.spool('ocel-objects');
      const buffer = buffered(objects.write);
      const spool = {
        write: buffer.write,
        drain: (into: WriteBytes) => {
          buffer.flush();
          objects.drain(into);
        },
      };
      return logFile('ocel.json', (write) => ocelLog(write, spool), folder);
    },
    xes: async () => {
      const { xesLog } = await import('./xes.js');
      return logFile('log.xes', xesLog, folder);
    },
  };
  const outputs: Output[] = [];
  for (const format of formats) outputs.push(await begin[format]());
  return outputs;
};
