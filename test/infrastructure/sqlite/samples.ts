import type { EventStore } from '../../../src/application/ports/event-store.js';
import { loadDriver, type Database } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';

/** The file itself, past the store: as an administrator, or another program, may open it. */
export const openRaw = (path: string): Database => {
  const { DatabaseSync } = loadDriver();
  return new DatabaseSync(path);
};

/** Stores one event in each of so many streams, one after the other. */
export const fillStore = async (store: EventStore, count: number, from = 0): Promise<void> => {
  for (let index = from; index < from + count; index += 1)
    await store.append(sampleAppend(`complaint-${String(index)}`, `command-${String(index)}`, 'none'));
};

/** The error that work fails with; fails itself where it does not. */
export const faultOf = async (work: Promise<unknown>): Promise<unknown> => {
  let outcome: unknown;
  try {
    outcome = await work;
  } catch (error) {
    return error;
  }
  throw new Error(`gave ${JSON.stringify(outcome)} instead of failing`);
};
