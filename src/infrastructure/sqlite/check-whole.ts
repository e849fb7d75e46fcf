import { setImmediate as turn } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { inMemory } from './connection.js';
import { faultOf } from './faults.js';
import { checkIntegrity, integritySteps, type Integrity, type IntegrityProgress } from './integrity.js';
import { openForReading } from '../shared/open-for-reading.js';
import type { Database } from '../shared/sqlite-driver.js';

/** Who is told how far a look at the whole store is. */
export interface IntegrityOptions {
  /** Called now and then; what it throws ends the look. */
  readonly onProgress?: (progress: IntegrityProgress) => void;
}

/** Looks at all of a file that is open; the process does other things in between. */
export const look = async (
  reading: Database,
  path: string,
  onProgress?: IntegrityOptions['onProgress'],
): Promise<Integrity> => {
  try {
    const steps = integritySteps(reading);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      onProgress?.(step.value);
      await turn();
    }
  } catch (error) {
    // What is so damaged that the look ends there, was found by it.
    const first = faultOf(error, path);
    if (first.code !== 'store-corrupt') throw first;
    return { ok: false, events: 0, streams: 0, faults: [first.text.en], first };
  }
};

/**
 * Looks at the whole store as it is at the beginning, by a connection of its own, while others go on writing. The log
 * grows until it is done.
 */
export const checkWhole = async (
  { path, database }: Connection,
  { onProgress }: IntegrityOptions = {},
): Promise<Integrity> => {
  if (path === inMemory) return checkIntegrity(database);
  try {
    const reading = openForReading(path, 1_000);
    try {
      reading.exec('BEGIN');
      return await look(reading, path, onProgress);
    } finally {
      reading.close();
    }
  } catch (error) {
    throw faultOf(error, path);
  }
};

/** Throws the first fault of a file that no process writes to. */
export const mustBeWhole = async (path: string): Promise<void> => {
  const reading = openForReading(path, 1_000);
  try {
    const { first } = await look(reading, path);
    if (first !== undefined) throw first;
  } finally {
    reading.close();
  }
};
