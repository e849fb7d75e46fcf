import type { Position } from '../../application/ports/event-store.js';
import { mustBeText } from '../../application/errors/option-faults.js';
import { storeError } from '../../application/errors/store-error.js';
import type { Connection } from './connection.js';
import { inMemory } from './connection.js';
import { copyInto, type CopyOptions } from './copy-file.js';
import type { Database } from '../shared/sqlite-driver.js';
import { eventReader } from './event-reader.js';
import { faultOf } from './faults.js';
import { openForReading } from '../shared/open-for-reading.js';
import { mustBeApart } from './same-file.js';

/** How a back-up is made. */
export type BackUpOptions = CopyOptions;

/** A copy that was made. */
export interface BackUp {
  /** The file that was written. */
  readonly path: string;
  /** Size of the copy, in SQLite pages. */
  readonly pages: number;
  /** The last event that the copy holds; `undefined` where it holds none. */
  readonly position: Position | undefined;
}

/**
 * Copies a store while others go on writing: a connection of its own holds on to the moment at which the copy began,
 * so that the copy is of one moment and no writer makes it begin anew. The log grows until the copy is done.
 */
export const backUp = async (
  { path }: Connection,
  target: string,
  options: BackUpOptions = {},
): Promise<BackUp> => {
  mustBeText('backUp', target, 'PATH');
  if (path === inMemory) throw storeError('store-failed', { path, reason: 'no-file' });
  mustBeApart(path, target);
  let source: Database | undefined;
  try {
    source = openForReading(path, 1_000);
    source.exec('BEGIN');
    const position = eventReader(source).head();
    const pages = await copyInto(source, target, options, () => undefined);
    return { path: target, pages, position };
  } catch (error) {
    throw faultOf(error, target);
  } finally {
    source?.close();
  }
};
