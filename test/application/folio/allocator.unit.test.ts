import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createFolioAllocator,
  type FolioAllocatorOptions,
} from '../../../src/application/folio/allocator.js';
import { folio, formatFolio, type FolioCommand, type FolioEvent } from '../../../src/domain/folio/index.js';
import { stateAfter, at, hour } from '../../domain/folio/blocks.js';

/** A store of one provider's numbers that several processes share, and what they did to it. */
const sharedNumbers = (prefix = 'CR') => {
  const events: FolioEvent[] = [];
  const clock = { minutes: 0 };
  const now = () => at(clock.minutes);
  const run = (command: FolioCommand) => {
    const decision = folio.decide(command, stateAfter(events), { now: now(), prefix });
    if (decision.ok) events.push(...decision.events);
    return decision;
  };
  let fails = 0;
  let holders = 0;
  const openProcess = (options: Partial<FolioAllocatorOptions> = {}) => {
    const holder = `p${(holders += 1)}`;
    const allocator = createFolioAllocator({
      prefix,
      reserveBlock: async (size, _now, rest) => {
        await Promise.resolve();
        if (fails > 0) {
          fails -= 1;
          throw Object.assign(new Error('no store'), { code: 'store-unavailable' });
        }
        run({
          type: 'reserveBlock',
          data: { holder, size, lease: hour, ...(rest === undefined ? {} : { rest }) },
        });
        const reserved = events.at(-1);
        if (reserved?.type !== 'FolioBlockReserved') throw new Error('no block');
        return reserved.data;
      },
      returnBlock: async (rest) => {
        await Promise.resolve();
        run({ type: 'returnBlock', data: { holder, ...rest } });
      },
      ...options,
    });
    return { ...allocator, next: () => allocator.next(now()) };
  };
  return {
    openProcess,
    events,
    clock,
    failNext: (times: number) => (fails = times),
    sizes: () => events.flatMap((e) => (e.type === 'FolioBlockReserved' ? [e.data.to - e.data.from] : [])),
    state: () => stateAfter(events),
  };
};

const take = async (allocator: { next: () => Promise<{ number: number }> }, count: number) => {
  const given: number[] = [];
  for (let i = 0; i < count; i += 1) given.push((await allocator.next()).number);
  return given;
};

/** The first numbers of CR that have a folio: 2 and 10 have none. */
const first = (count: number, from = 1) => {
  const numbers: number[] = [];
  for (let number = from; numbers.length < count; number += 1)
    if (formatFolio('CR', number) !== undefined) numbers.push(number);
  return numbers;
};

describe('folios are given one by one', () => {
  it('in order, leaving out the numbers that have no folio', async () => {
    const process = sharedNumbers().openProcess();
    expect(await take(process, 100)).toEqual(first(100));
  });

  it('each with the number and the text it is told by', async () => {
    expect(await sharedNumbers().openProcess().next()).toEqual({ folio: 'CR-000001-K', number: 1 });
  });

  it('I-02 callers at the same moment never get the same one, and share the reservations', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const given = await Promise.all(Array.from({ length: 64 }, () => process.next()));
    expect(given.map(({ number }) => number).sort((a, b) => a - b)).toEqual(first(64));
    expect(numbers.sizes().length).toBeLessThanOrEqual(3);
  });

  it('nothing is reserved before the first folio is asked for', async () => {
    const numbers = sharedNumbers();
    await numbers.openProcess().close();
    expect(numbers.events).toEqual([]);
  });
});

describe('a process takes few numbers first, then more', () => {
  it('1, then 8, then 64 at a time', async () => {
    const numbers = sharedNumbers();
    await take(numbers.openProcess(), 200);
    const withFolio = numbers.events.flatMap((e) =>
      e.type === 'FolioBlockReserved'
        ? [first(1000).filter((number) => number >= e.data.from && number < e.data.to).length]
        : [],
    );
    expect(withFolio).toEqual([1, 8, 64, 64, 64]);
  });

  it('a process that files once burns nothing', async () => {
    const numbers = sharedNumbers();
    for (const expected of first(20)) {
      const process = numbers.openProcess();
      expect(await take(process, 1)).toEqual([expected]);
      await process.close();
    }
    expect(numbers.state()).toMatchObject({ live: [], free: [] });
  });

  it('a quiet process goes back to small blocks, and leaves no gap', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const given = await take(process, 12);
    for (let hours = 0; hours < 5; hours += 1) {
      numbers.clock.minutes += 60;
      given.push(...(await take(process, 1)));
    }
    expect(given).toEqual(first(17));
    expect(numbers.sizes().slice(-1)).toEqual([1]);
  });
});

describe('a lent block is left in time', () => {
  it('no number is given within the margin before the end of its lease', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess({ margin: 60_000 });
    await take(process, 2);
    numbers.clock.minutes = 58.99;
    await process.next();
    expect(numbers.sizes()).toHaveLength(2);
    numbers.clock.minutes = 59;
    await process.next();
    expect(numbers.sizes()).toHaveLength(3);
  });

  it('a block whose whole lease lies within the margin is an error, not an endless loop', async () => {
    const process = sharedNumbers().openProcess({ margin: hour });
    await expect(process.next()).rejects.toMatchObject({ code: 'folio-lease-too-short' });
  });

  it('numbers of a block that was left are not given, even where the clock goes back', async () => {
    const numbers = sharedNumbers();
    const [one, two] = [numbers.openProcess(), numbers.openProcess()];
    const given = await take(one, 3);
    numbers.clock.minutes = 60;
    numbers.failNext(1);
    await expect(one.next()).rejects.toMatchObject({ code: 'store-unavailable' });
    given.push(...(await take(two, 20)));
    numbers.clock.minutes = 0;
    given.push(...(await take(one, 20)));
    expect(new Set(given).size).toBe(43);
  });
});

describe('what is not used is given back', () => {
  it('on close, and the next process goes on with it', async () => {
    const numbers = sharedNumbers();
    const one = numbers.openProcess();
    await take(one, 20);
    await one.close();
    expect(await take(numbers.openProcess(), 10)).toEqual(first(30).slice(20));
  });

  it('a number whose filing came to nothing is given next', async () => {
    const process = sharedNumbers().openProcess();
    const [, , third = 0, fourth] = await take(process, 4);
    process.release(third);
    expect(await take(process, 2)).toEqual([third, first(5)[4]]);
    expect(fourth).toBe(first(4)[3]);
  });

  it('a number whose filing came to nothing after its block was left is given next', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const given = await take(process, 10);
    for (const number of given.slice(0, 2)) process.release(number);
    expect(await take(process, 3)).toEqual([...given.slice(0, 2), first(11)[10]]);
  });

  it('a number that comes back after the lease of its block has ended is not given again', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const given = await take(process, 10);
    numbers.clock.minutes += 60;
    process.release(given[0] ?? 0);
    expect(given).not.toContain((await take(process, 1))[0]);
  });

  it('the last numbers taken back go back with the rest', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const given = await take(process, 5);
    for (const number of given.slice(3)) process.release(number);
    await process.close();
    expect(await take(numbers.openProcess(), 3)).toEqual(first(6).slice(3));
  });

  it('a number that was never given cannot be taken back', async () => {
    const process = sharedNumbers().openProcess();
    await take(process, 1);
    for (const number of [0, 2, 99, 1.5]) process.release(number);
    expect(await take(process, 1)).toEqual([first(2)[1]]);
  });

  it('after close no folio is given', async () => {
    const process = sharedNumbers().openProcess();
    await take(process, 1);
    await Promise.all([process.close(), process.close()]);
    await expect(process.next()).rejects.toMatchObject({ code: 'folio-allocator-closed' });
  });

  it('callers that wait while it closes get a folio or an error, and none is given twice', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    const waiting = Array.from({ length: 100 }, () => process.next());
    await process.close();
    const outcomes = await Promise.allSettled(waiting);
    const given = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []));
    const after = await take(numbers.openProcess(), 100);
    expect(new Set([...given, ...after]).size).toBe(given.length + 100);
  });
});

describe('a store that cannot be reached', () => {
  it('fails every caller that waits, and the next one tries again', async () => {
    const numbers = sharedNumbers();
    const process = numbers.openProcess();
    numbers.failNext(1);
    const outcomes = await Promise.allSettled([process.next(), process.next()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await take(process, 2)).toEqual(first(2));
  });
});

const noNumbers = (): number[] => [];

describe('I-02 uniqueness over processes', () => {
  it('I-02 whatever several processes do, no folio is given twice', async () => {
    const action = fc.record({
      process: fc.nat(3),
      act: fc.constantFrom('next', 'next', 'close', 'crash', 'wait'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 80 }), async (script) => {
        const numbers = sharedNumbers();
        const processes = Array.from({ length: 4 }, () => numbers.openProcess());
        const given: Promise<{ number: number }>[] = [];
        for (const { process: index, act } of script) {
          if (act === 'next') given.push((processes[index] ?? numbers.openProcess()).next());
          if (act === 'close') await processes[index]?.close();
          if (act === 'close' || act === 'crash') processes[index] = numbers.openProcess();
          if (act === 'wait') numbers.clock.minutes += 25;
        }
        const settled = await Promise.allSettled(given);
        const got = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []));
        expect(new Set(got).size).toBe(got.length);
      }),
    );
  });

  it('I-02 whichever filings come to nothing, no folio stands for two that are stored or under way', async () => {
    const action = fc.record({
      process: fc.nat(2),
      act: fc.constantFrom('next', 'next', 'next', 'release', 'close', 'wait'),
      which: fc.nat(200),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 120 }), async (script) => {
        const numbers = sharedNumbers();
        const processes = Array.from({ length: 3 }, () => ({ ...numbers.openProcess(), given: noNumbers() }));
        const taken = new Set<number>();
        for (const { process: index, act, which } of script) {
          const process = processes[index];
          if (process === undefined) continue;
          if (act === 'wait') numbers.clock.minutes += 15;
          if (act === 'close') {
            await process.close();
            processes[index] = { ...numbers.openProcess(), given: noNumbers() };
          }
          if (act === 'next') {
            const { number } = await process.next();
            expect(taken).not.toContain(number);
            taken.add(number);
            process.given.push(number);
          }
          if (act === 'release') {
            const [number] = process.given.splice(which % Math.max(1, process.given.length), 1);
            if (number === undefined) continue;
            process.release(number);
            taken.delete(number);
          }
        }
      }),
    );
  });
});
