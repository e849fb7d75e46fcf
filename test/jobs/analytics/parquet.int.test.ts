import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileColumn } from '../../../src/application/ports/table-file.js';
import { csvTable } from '../../../src/infrastructure/csv/index.js';
import { parquetTable } from '../../../src/infrastructure/parquet/index.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import { tables } from '../../../src/jobs/analytics/tables/index.js';
import { writeFileSync } from 'node:fs';
import { askDuckDb } from './duckdb.js';
import { readCsv, simulated } from './simulated.js';

const typesInDuckDb: Readonly<Record<FileColumn['type'], string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP WITH TIME ZONE',
  date: 'DATE',
};

let dir = '';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'quejas-parquet-'));
  const { quejas } = await simulated(11);
  await exportAnalytics(quejas, dir, { formats: ['csv', 'parquet'] });
  await quejas.close();
}, 120_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.each(tables.map(({ name, columns }) => [name, columns] as const))('%s.parquet', (name, columns) => {
  const parquet = () => `read_parquet('${join(dir, `${name}.parquet`)}')`;

  it(`${name}.parquet has the types of the dictionary, as DuckDB reads it`, async () => {
    const described = await askDuckDb(`DESCRIBE SELECT * FROM ${parquet()}`);
    expect(described.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      columns.map((column) => [column.name, typesInDuckDb[column.type]]),
    );
  });

  it(`${name}.parquet and ${name}.csv hold the same rows, as DuckDB reads both`, async () => {
    const types = columns.map((column) => `'${column.name}': '${typesInDuckDb[column.type]}'`).join(', ');
    const csv = `read_csv('${join(dir, `${name}.csv`)}', header = true, columns = {${types}})`;
    const [counts] = await askDuckDb(
      `SELECT (SELECT count(*) FROM ${csv}) AS csv, (SELECT count(*) FROM ${parquet()}) AS parquet,
        (SELECT count(*) FROM (SELECT * FROM ${csv} EXCEPT ALL SELECT * FROM ${parquet()})) AS apart`,
    );
    const [, ...lines] = readCsv(readFileSync(join(dir, `${name}.csv`), 'utf8'));
    const rows = String(lines.length);
    expect(counts).toEqual({ csv: rows, parquet: rows, apart: '0' });
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('files of a table', () => {
  const columns: readonly FileColumn[] = [
    { name: 'word', type: 'text', nullable: true },
    { name: 'number', type: 'integer', nullable: true },
    { name: 'flag', type: 'boolean', nullable: true },
    { name: 'at', type: 'instant', nullable: true },
    { name: 'day', type: 'date', nullable: true },
  ];
  const rows = [
    ['a "quoted", word', 9_007_199_254_740_991, true, '2200-12-31T23:59:59.999Z', '2200-12-31'],
    ['dos\r\nlíneas ñ 𝔘', -1, false, '1970-01-01T00:00:00.001Z', '1970-01-01'],
    ['', 0, false, '1969-12-31T23:59:59.999Z', '1969-12-31'],
    [null, null, null, null, null],
  ];
  const bytesOf = (begin: typeof csvTable, times = 1): Buffer => {
    const parts: Uint8Array[] = [];
    const table = begin(columns, (bytes) => parts.push(Uint8Array.from(bytes)));
    for (let round = 0; round < times; round += 1) rows.forEach((row) => table.add(row));
    table.finish();
    return Buffer.concat(parts);
  };

  it('CSV is quoted as RFC 4180 says, and tells an empty text from none', () => {
    const [header, ...lines] = readCsv(bytesOf(csvTable).toString());
    expect(header).toEqual(['word', 'number', 'flag', 'at', 'day']);
    expect(lines).toEqual(rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));
  });

  it('Parquet keeps every value to the last digit, over several groups of rows', async () => {
    const file = join(dir, 'values.parquet');
    const times = 50_000;
    writeFileSync(file, bytesOf(parquetTable, times));
    const read = await askDuckDb(
      `SELECT word, number, flag, epoch_ms("at") AS "at", "day", count(*) AS times
        FROM read_parquet('${file}') GROUP BY ALL ORDER BY number NULLS LAST`,
    );
    const ms = (at: unknown) => (typeof at === 'string' ? String(Date.parse(at)) : null);
    expect(read).toEqual(
      [rows[1], rows[2], rows[0], rows[3]].map(([word, number, flag, at, day] = []) => ({
        ...{ word, number: number === null ? null : String(number), flag, at: ms(at), day },
        times: String(times),
      })),
    );
    const groups = await askDuckDb(
      `SELECT count(DISTINCT row_group_id) AS groups FROM parquet_metadata('${file}')`,
    );
    expect(groups).toEqual([{ groups: '3' }]);
  });

  it('Parquet has no rows where there are none, and its columns all the same', async () => {
    const file = join(dir, 'empty.parquet');
    writeFileSync(file, bytesOf(parquetTable, 0));
    expect(await askDuckDb(`SELECT count(*) AS n FROM read_parquet('${file}')`)).toEqual([{ n: '0' }]);
  });
});
