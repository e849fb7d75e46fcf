import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { folio, hasFolio, type FolioCommand, type FolioEvent } from '../../../src/domain/folio/index.js';
import { at, hour, stateAfter } from './blocks.js';

interface Step {
  readonly command: FolioCommand;
  readonly minutes: number;
}

const holders = fc.constantFrom('p1', 'p2', 'p3');
const block = fc.integer({ min: 1, max: 12 });
const number = fc.integer({ min: 0, max: 120 });
const commands: fc.Arbitrary<FolioCommand> = fc.oneof(
  fc.record({
    type: fc.constant('reserveBlock' as const),
    data: fc.record(
      {
        holder: holders,
        size: fc.integer({ min: 1, max: 12 }),
        lease: fc.integer({ min: 1, max: 2 * hour }),
        rest: fc.record({ block, from: number }),
      },
      { requiredKeys: ['holder', 'size', 'lease'] },
    ),
  }),
  fc.record({
    type: fc.constant('returnBlock' as const),
    data: fc.record({ holder: holders, block, from: number }),
  }),
  fc.record({
    type: fc.constant('skipNumbers' as const),
    data: fc.record({ holder: holders, upTo: number }),
  }),
  fc.record({
    type: fc.constant('voidBlock' as const),
    data: fc.record({ block, reason: fc.constantFrom('lease-expired' as const, 'holder-gone' as const) }),
  }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ command: commands, minutes: fc.nat({ max: 50 }) }), {
  maxLength: 60,
});

/** The events of a run of commands, refused ones left out. */
const run = (script: readonly Step[]): FolioEvent[] => {
  let minutes = 0;
  return script.reduce<FolioEvent[]>((events, { command, minutes: later }) => {
    minutes += later;
    const decision = folio.decide(command, stateAfter(events), { now: at(minutes), prefix: 'CR' });
    return decision.ok ? [...events, ...decision.events] : events;
  }, []);
};

type Place = 'live' | 'free' | 'closed';

/** Where each number is, followed one number at a time: a model that knows nothing of ranges. */
const placesOf = (events: readonly FolioEvent[]): Map<number, Place> => {
  const places = new Map<number, Place>();
  const members = new Map<number, number[]>();
  for (const { type, data } of events) {
    if (type === 'FolioBlockReserved') {
      const numbers = Array.from({ length: data.to - data.from }, (_, index) => data.from + index);
      members.set(data.block, numbers);
      for (const each of numbers) {
        if (places.get(each) === 'live' || places.get(each) === 'closed')
          throw new Error(`${each} lent twice`);
        places.set(each, 'live');
      }
      continue;
    }
    for (const each of members.get(data.block) ?? [])
      places.set(each, type === 'FolioBlockReturned' && each >= data.from ? 'free' : 'closed');
  }
  return places;
};

const inRange = (ranges: readonly { from: number; to: number }[], each: number) =>
  ranges.filter(({ from, to }) => from <= each && each < to).length;

describe('every folio number is in exactly one place', () => {
  it('I-02 below the high-water mark each number is in one live block, or free, or in a closed block', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const events = run(script);
        const state = stateAfter(events);
        const places = placesOf(events);
        for (let each = 1; each < state.next; each += 1) {
          const place = places.get(each);
          expect(place).toBeDefined();
          expect([each, inRange(state.live, each)]).toEqual([each, place === 'live' ? 1 : 0]);
          expect([each, inRange(state.free, each)]).toEqual([each, place === 'free' ? 1 : 0]);
        }
        expect(places.size).toBe(state.next - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('I-02 no number is ever lent again once its block was closed, nor to two blocks at a time', () => {
    fc.assert(
      fc.property(steps, (script) => {
        expect(() => placesOf(run(script))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('a block always holds a number with a folio, and at most as many as were asked for', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), (script, size) => {
        const state = stateAfter(run(script));
        const command: FolioCommand = { type: 'reserveBlock', data: { holder: 'p9', size, lease: hour } };
        const decision = folio.decide(command, state, { now: at(0), prefix: 'CR' });
        const reserved = decision.ok
          ? decision.events.find(({ type }) => type === 'FolioBlockReserved')
          : undefined;
        if (reserved?.type !== 'FolioBlockReserved') throw new Error('numbers never run out here');
        const { from, to } = reserved.data;
        const withFolio = Array.from({ length: to - from }, (_, index) => from + index).filter((each) =>
          hasFolio('CR', each),
        ).length;
        expect(withFolio).toBeGreaterThan(0);
        expect(withFolio).toBeLessThanOrEqual(size);
      }),
    );
  });

  it('evolve takes any subset of the events: what was true on a date is always answerable', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.boolean()), (script, kept) => {
        const events = run(script).filter(() => kept.next().value);
        expect(() => stateAfter(events)).not.toThrow();
      }),
    );
  });
});
