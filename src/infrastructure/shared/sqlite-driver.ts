import type * as sqlite from 'node:sqlite';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { storeError } from '../../application/errors/store-error.js';

export type Database = DatabaseSync;
export type Statement = StatementSync;

/**
 * Loads `node:sqlite` when it is first needed. Node 22 announces it as experimental on standard error, where a command
 * line's user would take it for a fault: that one warning is held back while the module loads.
 */
const driverOfNode = (): typeof sqlite | undefined => {
  if (!('getBuiltinModule' in process)) return undefined;
  const before = Object.getOwnPropertyDescriptor(process, 'emitWarning');
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    Reflect.deleteProperty(process, 'emitWarning');
    if (before !== undefined) Object.defineProperty(process, 'emitWarning', before);
  }
};

/** Throws `node-unsupported` where this Node has no driver, or one that cannot give rows as arrays (before 22.16). */
export const loadDriver = () => {
  const driver = driverOfNode();
  if (driver === undefined || !('setReturnArrays' in driver.StatementSync.prototype))
    throw storeError('node-unsupported', { found: process.versions.node, least: '22.16' });
  return driver;
};

const wholeCheckpoints = [3, 51, 3];

/** Whether this SQLite can checkpoint while another connection commits (it could not before 3.51.3, ADR 0302). */
export const checkpointsSafely = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of wholeCheckpoints.entries()) {
    const found = parts[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
};

/** A statement whose rows come as arrays: a third faster than objects. */
export const prepareRows = (database: Database, sql: string): Statement => {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
};

/** A row that `prepareRows` gives; the driver's types do not know of arrays. */
export const cellsOf = (row: unknown): readonly unknown[] => {
  if (Array.isArray(row)) return row;
  throw storeError('store-failed', { reason: 'a row without columns' });
};

/** First column of the first row, `undefined` where there is none. */
export const single = (statement: Statement, ...values: (string | number | null)[]): unknown => {
  const row = statement.get(...values);
  return row === undefined ? undefined : cellsOf(row)[0];
};

export const cellNumber = (cell: unknown): number => {
  if (typeof cell === 'number') return cell;
  throw storeError('store-corrupt', { reason: 'a number is missing' });
};

export const cellText = (cell: unknown): string => {
  if (typeof cell === 'string') return cell;
  throw storeError('store-corrupt', { reason: 'a text is missing' });
};
