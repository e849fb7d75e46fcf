import { DuckDBInstance } from '@duckdb/node-api';

/** Asks DuckDB over files; gives rows as JSON values. */
export const askDuckDb = async (sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    const read = await connection.runAndReadAll(sql);
    return read.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
