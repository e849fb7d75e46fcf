import type { Position } from '../../application/ports/event-store.js';
import { mustBeText } from '../../application/errors/option-faults.js';
import { isCodedError } from '../../application/errors/coded-error.js';
import { storeError } from '../../application/errors/store-error.js';
import type { Connection } from './connection.js';
import { mustBeWhole } from './check-whole.js';
import { inMemory } from './connection.js';
import { copyInto, type CopyOptions } from './copy-file.js';
import type { Database } from '../shared/sqlite-driver.js';
import { eventReader } from './event-reader.js';
import { faultOf } from './faults.js';
import { intoCopy } from '../shared/into-copy.js';
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
 *
 * The copy is read whole before it takes its place: one of a damaged store would be found to be none on the day it is
 * needed, and might have taken the place of a good one. Throws the first fault, `store-corrupt` or as `checkIntegrity` names it;
 * `copy-unwritable` where the place takes no copy.
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
    const reading = openForReading(path, 1_000);
    source = reading;
    reading.exec('BEGIN');
    const position = eventReader(reading).head();
    const approve = async (copy: string): Promise<void> => {
      // The log need not grow while the copy is read.
      reading.exec('COMMIT');
      await mustBeWhole(copy);
    };
    const pages = await intoCopy(target, () => copyInto(reading, target, options, approve));
    return { path: target, pages, position };
  } catch (error) {
    throw isCodedError(error) ? error : faultOf(error, path);
  } finally {
    source?.close();
  }
};
