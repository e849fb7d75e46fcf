import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusalCode } from '../../../src/application/commands/refusals.js';
import * as library from '../../../src/index.js';
import { proof, proofTimeout } from '../../support/proof.js';
import {
  byChannel,
  commandDoors,
  doorsOf,
  exported,
  facade,
  functionsOf,
  outcomeOf,
  projectionDoors,
  rowsDoors,
  withOneCase,
  type Door,
} from './doors.js';
import { counting, hostileObject, withAt, type Reads } from './hostile-objects.js';

const { isCodedError } = library;
type Quejas = library.Quejas;

const refusalsKnown = (result: unknown): boolean => {
  if (typeof result !== 'object' || result === null || !('ok' in result) || result.ok !== false) return true;
  return 'code' in result && isRefusalCode(String(result.code));
};

/** A call of a door with one of its arguments, or a part of one, replaced. */
const replaced = (doors: Readonly<Record<string, Door>>) => {
  const places = Object.entries(doors).flatMap(([name, door]) =>
    door.given.map((_argument, place) => ({ name, door, place })),
  );
  return fc.record({
    place: fc.constantFrom(...places),
    steps: fc.array(fc.nat(60), { maxLength: 3 }),
    hostile: hostileObject,
  });
};

const holds = (doors: Readonly<Record<string, Door>>, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(replaced(doors), async ({ place: { name, door, place }, steps, hostile }) => {
      const args = door.given.map((each, index) =>
        index === place ? withAt(each, steps, hostile.make()) : each,
      );
      const outcome = await outcomeOf(door, args);
      if (typeof outcome !== 'object' || outcome === null) return;
      if ('thrown' in outcome && !isCodedError(outcome.thrown))
        throw new Error(`${name}: ${hostile.what}`, { cause: outcome.thrown });
      if ('result' in outcome) expect(refusalsKnown(outcome.result)).toBe(true);
    }),
    proof(runs),
  );

describe('An object that throws when it is looked at, anywhere in what a host passes,', () => {
  let quejas: Quejas;
  let folio = '';
  beforeAll(async () => {
    ({ quejas, folio } = await withOneCase());
  });
  afterAll(async () => {
    await quejas.close();
  });

  it(
    'comes to a code of ours at every method of the façade',
    async () => {
      // One of its own: a call that holds all the same may pause the rows that others ask.
      const { quejas: one, folio: own } = await withOneCase();
      const doors = facade(own);
      expect(Object.keys(doors).toSorted()).toEqual(
        functionsOf(one)
          .map(([name]) => name)
          .toSorted(),
      );
      await holds(doorsOf(one, doors), 1200);
      await one.close();
    },
    proofTimeout(1200),
  );

  it(
    'comes to a code of ours at every command of a case',
    async () => {
      await holds(commandDoors(quejas, folio), 800);
    },
    proofTimeout(800),
  );

  it(
    'comes to a code of ours at every question to the rows of a read model',
    async () => {
      const rows = quejas.rows(byChannel);
      expect(Object.keys(rows).toSorted()).toEqual(Object.keys(rowsDoors).toSorted());
      await holds(doorsOf(rows, rowsDoors), 600);
    },
    proofTimeout(600),
  );

  it(
    'comes to a code of ours at every function that the entry exports',
    async () => {
      const doors = exported(quejas);
      expect(Object.keys(doors).toSorted()).toEqual(
        functionsOf({ ...library, silentLogger: undefined })
          .map(([name]) => name)
          .toSorted(),
      );
      await holds(doors, 600);
    },
    proofTimeout(600),
  );

  it(
    'comes to a code of ours at the definition of a read model, and at its test',
    async () => {
      await holds(projectionDoors, 800);
    },
    proofTimeout(800),
  );

  it('is asked for each of its properties once at most: what is checked is what is used', async () => {
    const { openQuejas: _opens, copyStore: _copies, ...jobs } = exported(quejas);
    const { close: _close, ...methods } = doorsOf(quejas, facade(folio));
    const doors = [
      ...Object.entries({ ...jobs, ...projectionDoors, ...methods }),
      ...Object.entries(doorsOf(quejas.rows(byChannel), rowsDoors)),
      ...Object.entries(commandDoors(quejas, folio)),
    ];
    for (const [name, door] of doors) {
      const reads: Reads = new Map();
      await outcomeOf(
        door,
        door.given.map((each, index) => counting(each, reads, `${name} ${index}`)),
      );
      expect([...reads].filter(([, times]) => times > 1)).toEqual([]);
    }
  });
});
