import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  eventStoreDb,
  eventStoreDbFrom,
  isConnectionString,
} from '../../src/infrastructure/eventstoredb/index.js';
import { memoryEventStore, memoryProjectedRows } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore, sqliteProjectedRows } from '../../src/infrastructure/sqlite/index.js';
import { isCodedError } from '../../src/index.js';
import { runCli } from '../../src/interfaces/cli/index.js';

/** Calls as a host in JavaScript may, and gives what it threw. */
const faultOf = async (
  entry: (...given: never[]) => unknown,
  given: readonly unknown[],
): Promise<unknown> => {
  try {
    await Reflect.apply(entry, undefined, given);
  } catch (error) {
    return error;
  }
  return undefined;
};

const anything = fc.oneof(
  fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
  fc.constantFrom(undefined, null, Number.NaN, '', 'x', [], {}, [null], Symbol('x'), () => 1),
);

describe('The entries of the adapters, called by a host in JavaScript', () => {
  const factories: readonly (readonly [string, (...given: never[]) => unknown])[] = [
    ['sqliteEventStore', sqliteEventStore],
    ['sqliteProjectedRows', sqliteProjectedRows],
    ['memoryEventStore', memoryEventStore],
    ['memoryProjectedRows', memoryProjectedRows],
    ['eventStoreDb', eventStoreDb],
    ['eventStoreDbFrom', eventStoreDbFrom],
  ];

  it.each(factories)('%s makes a store, or throws a code, whatever it is given', async (_, factory) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 2 }), async (given) => {
        const fault = await faultOf(factory, given);
        expect(fault === undefined || isCodedError(fault)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, (...given: never[]) => unknown, readonly unknown[], string]>([
    ['a connection string that the environment does not have', eventStoreDbFrom, [undefined], 'store'],
    ['a connection string that is a number', eventStoreDbFrom, [5], 'store'],
    ['options of a client that are none', eventStoreDb, [undefined], 'eventStoreDb'],
    ['a file without a path', sqliteEventStore, [{}], 'sqliteEventStore'],
    ['rows without read models', memoryProjectedRows, [{}], 'memoryProjectedRows'],
    ['rows in a file without read models', sqliteProjectedRows, [{ path: 'rows.db' }], 'sqliteProjectedRows'],
  ])('refuse %s and say which option it is', async (_, entry, given, option) => {
    expect(await faultOf(entry, given)).toMatchObject({ code: 'option-invalid', details: { option } });
  });

  it('isConnectionString knows what is no text at all', () => {
    fc.assert(fc.property(anything, (given) => !isConnectionString(given)));
    expect(isConnectionString('esdb://localhost:2113')).toBe(true);
  });

  it('runCli ends with the status of a wrong use for what is no list of words', async () => {
    const printed: string[] = [];
    const io = { stdout: { write: (text: string) => printed.push(text) }, stderr: { write: () => true } };
    for (const argv of [undefined, null, '--help', [5], {}])
      expect(await Reflect.apply(runCli, undefined, [argv, io])).toBe(2);
    expect(printed).toEqual([]);
  });
});
