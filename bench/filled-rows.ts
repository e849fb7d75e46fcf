import { DatabaseSync } from 'node:sqlite';
import { commandsEach, fileAll, openBench, openStreams } from './workload.js';

/** The rows that a page of a queue and the totals are read from. */
const copied = ['case_status_v3', 'queues_v9'] as const;
const counters = ['queue_totals_v3', 'case_totals_v1'] as const;
const countIn = { queue_totals_v3: 'complaints', case_totals_v1: 'count' } as const;

const columnsOf = (database: DatabaseSync, table: string): readonly string[] =>
  database
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name));

/** A copy differs in what names it: the first digits of its complaint's id, and its folio. */
const copiedColumn = (column: string): string => {
  switch (column) {
    case 'complaint':
      return `printf('%08x', n) || substr(complaint, 9)`;
    case 'folio':
      return `folio || '-' || n`;
    default:
      return `"${column}"`;
  }
};

/** Copies the rows of a table so many times. Its indexes are made anew at the end: that is faster by far. */
export const copyRows = (database: DatabaseSync, table: string, copies: number): void => {
  const indexes = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`)
    .all(table);
  for (const { name } of indexes) database.exec(`DROP INDEX "${String(name)}"`);
  database.exec(`CREATE TEMP TABLE sample AS SELECT * FROM "${table}"`);
  const columns = columnsOf(database, table);
  database
    .prepare(
      `WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?)
       INSERT INTO "${table}" SELECT ${columns.map(copiedColumn).join(', ')}
       FROM copies CROSS JOIN sample ORDER BY n, complaint`,
    )
    .run(copies);
  database.exec('DROP TABLE sample');
  for (const { sql } of indexes) database.exec(String(sql));
};

/**
 * A store with the rows of so many open complaints in `FOLDER/quejas.db`: a hundred are filed by commands, and their rows
 * are copied, with the counts that copies of their events would give. Events of the others there are none: it is there
 * to be asked by its rows.
 */
export const writeFilledRows = async (folder: string, complaints: number): Promise<void> => {
  const quejas = await openBench(folder, true);
  await fileAll(quejas, openStreams * commandsEach);
  await quejas.close();
  const times = Math.ceil(complaints / openStreams);
  const database = new DatabaseSync(`${folder}/quejas.db`);
  // Nothing has to survive a crash here, and each page is written once.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  database.exec('PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY');
  database.exec('BEGIN IMMEDIATE');
  if (times > 1) for (const table of copied) copyRows(database, table, times - 1);
  for (const table of counters)
    database.prepare(`UPDATE "${table}" SET "${countIn[table]}" = "${countIn[table]}" * ?`).run(times);
  database.exec('COMMIT');
  database.exec('PRAGMA journal_mode = WAL');
  database.close();
};
