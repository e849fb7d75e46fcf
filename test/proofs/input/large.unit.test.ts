import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as library from '../../../src/index.js';
import {
  byChannel,
  commandDoors,
  doorsOf,
  exported,
  facade,
  outcomeOf,
  rowsDoors,
  withOneCase,
  type Door,
} from './doors.js';
import { placesIn, withAt } from './hostile-objects.js';

const { isCodedError } = library;

/** As long as a text may be that comes by mistake or by malice, written out so that its letters are in one piece. */
const large = Buffer.alloc(20_000_000, 'a1').toString('latin1');
const small = large.slice(0, 2_000);

const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const least = async (tries: number, work: () => unknown): Promise<number> => {
  let found = Infinity;
  for (let left = tries; left > 0; left -= 1) found = Math.min(found, await milliseconds(work));
  return found;
};

/** What it takes to go once through the whole of the large text. */
const onePass = (): unknown => hash('sha256', large);

interface Place {
  readonly name: string;
  readonly with: (value: unknown) => () => Promise<unknown>;
}

const placesOf = (doors: Readonly<Record<string, Door>>): readonly Place[] =>
  Object.entries(doors).flatMap(([name, door]) =>
    door.given.flatMap((argument, at) =>
      placesIn(argument).map((steps) => ({
        name: `${name}, argument ${String(at)}, at ${JSON.stringify(steps)}`,
        with: (value: unknown) => () =>
          outcomeOf(
            door,
            door.given.map((each, index) => (index === at ? withAt(each, steps, value) : each)),
          ),
      })),
    ),
  );

/** A host's object with a hundred thousand fields, which counts those that are read. */
const manyFields = () => {
  let reads = 0;
  const names = Array.from({ length: 100_000 }, (_, index) => `field${String(index)}`);
  const get = (): number => (reads += 1);
  const given = Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, { get, enumerable: true }])),
  );
  return { given, reads: () => reads };
};

/** What a caller is told of a fault; nothing where there is none. */
const toldBy = (outcome: unknown): string => {
  if (typeof outcome !== 'object' || outcome === null) return '';
  if ('result' in outcome) {
    const { result } = outcome;
    const isRefusal = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
    return isRefusal ? JSON.stringify(result) : '';
  }
  const thrown = 'thrown' in outcome ? outcome.thrown : undefined;
  return isCodedError(thrown)
    ? JSON.stringify([thrown.message, thrown.text, thrown.details])
    : `no code: ${String(thrown)}`;
};

/** Letters of the longest answer to a fault: all commands by name. */
const longestAnswer = 20_000;

describe('What comes in and is far too large', () => {
  let quejas: library.Quejas;
  let commands: Readonly<Record<string, Door>>;
  let doors: Readonly<Record<string, Door>>;
  beforeAll(async () => {
    const one = await withOneCase();
    quejas = one.quejas;
    const { close: _close, ...methods } = doorsOf(quejas, facade(one.folio));
    const { file, execute } = methods;
    commands = { ...commandDoors(quejas, one.folio), ...(file && { file }), ...(execute && { execute }) };
    // Read models are a host's own code, and are not looked at as what comes from outside is.
    const { readModelProjector: _projector, ...others } = exported(quejas);
    doors = {
      ...methods,
      ...doorsOf(quejas.rows(byChannel), rowsDoors),
      ...commands,
      ...others,
    };
  });
  afterAll(() => quejas.close());

  it('is answered at every door without being gone through, and is not repeated', async () => {
    const pass = await least(5, onePass);
    const faults: string[] = [];
    for (const place of placesOf(doors)) {
      const call = place.with(large);
      const told = toldBy(await call());
      if (told.length > longestAnswer) faults.push(`${place.name}: told in ${String(told.length)} letters`);
      if (told.startsWith('no code')) faults.push(`${place.name}: ${told.slice(0, 80)}`);
      // Whatever else goes on on the machine makes a call slower; a call that reads the text is slow each time.
      let isCheap = false;
      for (let tries = 0; tries < 5 && !isCheap; tries += 1)
        isCheap = (await milliseconds(call)) <= pass / 2 + 3 * (await milliseconds(place.with(small)));
      if (!isCheap) faults.push(`${place.name}: dear`);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('is read no further than what any input has, where it has a hundred thousand fields', async () => {
    const faults: string[] = [];
    const { given, reads } = manyFields();
    for (const place of placesOf(doors)) {
      const before = reads();
      const told = toldBy(await place.with(given)());
      const read = reads() - before;
      if (read > 200) faults.push(`${place.name}: ${String(read)} fields read`);
      if (told.length > longestAnswer) faults.push(`${place.name}: told in ${String(told.length)} letters`);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('leaves no control character and no half character in the clear part of an event, whichever door it came by', async () => {
    const odd = /[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
    const faults: string[] = [];
    for (const text of ['a\u0000b', 'a\ud800', '\u001b[2J', 'a\u0085', 'Ana Pérez', '+52 229 555 0101'])
      for (const place of placesOf(commands)) {
        const told = toldBy(await place.with(text)());
        if (told.startsWith('no code')) faults.push(`${place.name}: ${told.slice(0, 80)}`);
      }
    const { events } = await quejas.store.readAll({ limit: 10_000, prefixes: library.prefixesOf('') });
    const textsIn = (value: unknown): readonly string[] => {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
    };
    for (const { type, data, metadata } of events)
      for (const text of textsIn([data, metadata])) if (odd.test(text)) faults.push(`${type}: ${text}`);
    expect(faults).toEqual([]);
  });
});
