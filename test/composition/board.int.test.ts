import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, openQuejas, type Quejas, type SlaView } from '../../src/index.js';
import { readModelProjector } from '../../src/composition/open-quejas.js';
import type { ClockStanding } from '../../src/domain/sla/clocks/reading.js';
import { instantOf, type Instant } from '../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { generateFortnight, runWorkload } from '../../src/jobs/simulate/index.js';
import { allEvents, boardByHand, countedByHand, type Shifts } from './board-by-hand.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));
const closed = conectared.businessCalendar.holidays;
/** Both providers count business days on these, in a zone that keeps its offset through the year. */
const office = { days: [1, 2, 3, 4, 5], from: 9, offsetHours: -6, closed } as const;
const shiftsOf: Readonly<Record<'conectared' | 'emenet', Shifts>> = {
  conectared: { ...office, to: 21 },
  emenet: { ...office, to: 18 },
};

describe('the numbers of the board', () => {
  let now: Instant = from;
  let quejas: { readonly conectared: Quejas; readonly emenet: Quejas } | undefined;
  const opened = () => {
    if (quejas === undefined) throw new Error('not opened');
    return quejas;
  };

  beforeAll(async () => {
    const script = generateFortnight({
      seed: 12,
      profiles: [conectared, emenet],
      from,
      accesses: 6000,
      days: 21,
    });
    const store = memoryEventStore({ inline: readModelProjector() });
    const open = (provider: typeof conectared) =>
      openQuejas({ store, keys: 'memory:', provider, clock: () => now });
    quejas = { conectared: await open(conectared), emenet: await open(emenet) };
    await runWorkload(quejas, script, {
      moveTo: (at) => {
        now = at > now ? at : now;
      },
    });
  }, 120_000);

  afterAll(async () => {
    await quejas?.conectared.close();
    await quejas?.emenet.close();
  });

  const ofProvider = async (name: 'conectared' | 'emenet') => {
    const events = await allEvents(opened()[name]);
    return events.filter(({ metadata }) => metadata.provider === name);
  };

  it.each(['conectared', 'emenet'] as const)(
    'equal what is counted by hand from the events of %s alone, now and at instants of its past',
    async (name) => {
      const events = await ofProvider(name);
      const at = [
        now,
        ...[3, 8, 13].map((days) => instantOf(Date.parse(from) + days * 86_400_000 + 7_654_321)),
      ];
      for (const asOf of at) {
        const board = await opened()[name].sla({ at: asOf });
        const then = events.filter(({ occurredAt }) => occurredAt <= asOf);
        expect(countedByHand(board)).toEqual(boardByHand(then, shiftsOf[name], asOf));
      }
    },
  );

  it.each(['conectared', 'emenet'] as const)(
    'tell %s apart by each side, and each part equals its own count',
    async (name) => {
      const events = await ofProvider(name);
      const board = await opened()[name].sla();
      const sides = ['area', 'technician', 'channel', 'kind', 'municipality'] as const;
      for (const side of sides) {
        expect(board.by[side].reduce((sum, { filed }) => sum + filed, 0)).toBe(board.filed);
        for (const part of board.by[side]) {
          const counted = boardByHand(events, shiftsOf[name], now, (each) => each[side] === part.value);
          expect({ side, value: part.value, ...countedByHand(part) }).toEqual({
            side,
            value: part.value,
            ...counted,
          });
        }
      }
      expect(board.by.technician.length).toBeGreaterThan(3);
      for (const part of board.by.cause) {
        const counted = boardByHand(events, shiftsOf[name], now, ({ causes }) =>
          Array.isArray(causes) ? causes.includes(part.value ?? '') : part.value === null,
        );
        expect(countedByHand(part)).toEqual(counted);
      }
    },
  );

  it('count as due and as late what the clocks of each request say, by the local date', async () => {
    const { conectared: ours } = opened();
    const board = await ours.sla({ items: 10_000 });
    const [due, late] = await dueByHand(ours, board);
    expect(board.due).toEqual(due);
    expect(board.overdue).toEqual(late);
    expect(late.complaints).toBeGreaterThan(0);
    expect(board.items).toHaveLength(board.open);
    const dueAt = board.items.map((item) => item.dueAt ?? '~');
    expect(dueAt).toEqual(dueAt.toSorted());
  });

  it('name no open request where none is asked for, and no more than are', async () => {
    const { emenet: ours } = opened();
    expect((await ours.sla()).items).toEqual([]);
    const all = (await ours.sla({ items: 10_000 })).items;
    expect((await ours.sla({ items: 3 })).items).toEqual(all.slice(0, 3));
    await expect(ours.sla({ items: -1 })).rejects.toMatchObject({ code: 'query-invalid' });
  });
});

const localDate = (at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Mexico_City', dateStyle: 'short' }).format(
    new Date(at),
  );

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

type OpenClock = Pick<ClockStanding, 'state' | 'dueAt'>;

/** From the clocks of every open request, asked one by one. */
const dueByHand = async (quejas: Quejas, board: SlaView) => {
  const today = localDate(board.asOf);
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const tests: Readonly<Record<string, (dueAt: string) => boolean>> = {
    '4-hours': (dueAt) => Date.parse(dueAt) <= Date.parse(board.asOf) + 4 * 3_600_000,
    today: (dueAt) => localDate(new Date(Date.parse(dueAt) - 1).toISOString()) <= today,
    tomorrow: (dueAt) => localDate(new Date(Date.parse(dueAt) - 1).toISOString()) === dayAfter(today, 1),
    'this-week': (dueAt) =>
      localDate(new Date(Date.parse(dueAt) - 1).toISOString()) <= dayAfter(today, 6 - weekday),
  };
  const cases: (readonly OpenClock[])[] = [];
  for (const { folio } of board.items) {
    const view = await quejas.clocks(folio ?? '', asCustomerService('cs-1'), { at: board.asOf });
    if (view?.view !== 'full') throw new Error('not told');
    cases.push(
      view.clocks.flatMap((clock) =>
        clock.owedBy === 'provider' && 'dueAt' in clock && clock.endedAt === null ? [clock] : [],
      ),
    );
  }
  const count = (holds: (clock: OpenClock) => boolean) => ({
    complaints: cases.filter((clocks) => clocks.some(holds)).length,
    clocks: cases.flat().filter(holds).length,
  });
  const due = Object.entries(tests).map(([window, holds]) => ({
    window,
    ...count(({ state, dueAt }) => state === 'running' && dueAt !== null && holds(dueAt)),
  }));
  return [due, count(({ state }) => state === 'breached')] as const;
};
