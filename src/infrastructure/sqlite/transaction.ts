import type { Database } from '../shared/sqlite-driver.js';

/** Runs work in a transaction that holds the writer lock from its beginning; undoes it all where the work throws. */
export const inTransaction = <Result>(database: Database, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** Reads several things as of one moment, whatever another process writes meanwhile. */
export const asOfNow = (database: Database, read: () => void): void => {
  database.exec('BEGIN');
  try {
    read();
  } finally {
    database.exec('ROLLBACK');
  }
};
