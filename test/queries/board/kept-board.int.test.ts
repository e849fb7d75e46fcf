import { conectared } from '../../../src/domain/provider/index.js';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { PublishedVersions } from '../../../src/application/calendars/published-versions.js';
import type { EventStore, NewEvent } from '../../../src/application/ports/event-store.js';
import { storeError } from '../../../src/application/errors/store-error.js';
import { silentLogger } from '../../../src/application/ports/logger.js';
import { isJsonObject } from '../../../src/application/schema/json-object.js';
import { readModelProjector } from '../../../src/composition/open-quejas.js';
import { instantOf, laterOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { boardReadModels } from '../../../src/projections/board-read-models.js';
import { unreliable } from '../../../src/projections/board-cases/board-cases.js';
import { isReliable } from '../../../src/queries/rows/board.js';
import { scopeOf } from '../../../src/application/identity/scope.js';
import { keptBoard } from '../../../src/queries/board/kept-board.js';
import { createSla } from '../../../src/queries/board/sla.js';
import { shippedVersions as published } from '../../support/shipped-versions.js';
import { walks, type Walk } from '../../domain/complaint/support/walks.js';

const versions: PublishedVersions = { load: () => Promise.resolve(published), known: published };

interface Living {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

/** A walk as events to be stored; it files under the terms that it was given, which are known. */
const livingOf = ({ events }: Walk, place: number): Living => ({
  stream: `complaint-00000000-0000-7000-8000-00000000000${String(place)}`,
  events: events.map(({ type, data, recorded }, index): NewEvent => {
    const plain: unknown = {
      ...structuredClone(data),
      ...(type === 'FolioAssigned' && { folio: `F-${String(place)}` }),
    };
    const id = `${String(place)}-${String(index)}`;
    return {
      ...{ id: `e-${id}`, type, version: 1 },
      ...{ occurredAt: recorded.occurredAt, zone: 'America/Mexico_City', recordedAt: recorded.occurredAt },
      data: isJsonObject(plain) ? plain : {},
      metadata: {
        ...{ commandId: `c-${id}`, index: 0, commandSize: 1, correlationId: 'c', causationId: 'c' },
        ...{ actor: 'cs-1', role: 'customer-service', provider: 'conectared' },
      },
    };
  }),
});

/** The events of several lives in the order in which they happened, each life in its own. */
const inTime = (lives: readonly Living[]) => {
  const left = lives.map(({ stream, events }) => ({ stream, events: [...events] }));
  const ordered: { readonly stream: string; readonly event: NewEvent }[] = [];
  for (;;) {
    const [next] = left
      .filter(({ events }) => events.length > 0)
      .sort((a, b) => ((a.events[0]?.recordedAt ?? '') < (b.events[0]?.recordedAt ?? '') ? -1 : 1));
    const event = next?.events.shift();
    if (next === undefined || event === undefined) return ordered;
    ordered.push({ stream: next.stream, event });
  }
};

const day = 24 * 3_600_000;

const opened = (store: ReturnType<typeof memoryEventStore>) => {
  let now: Instant = instantOf(0);
  let reads = 0;
  const counted: EventStore = {
    ...store,
    read: (...given) => {
      reads += 1;
      return store.read(...given);
    },
  };
  const turn = () => Promise.resolve();
  const of = { namespace: '', provider: 'conectared', policy: conectared.policy.id };
  const parts = { ...of, versions, turn, clock: () => now };
  const kept = keptBoard({
    ...{ ...parts, store: counted, rows: store.rows, scope: scopeOf('', 'conectared') },
    ready: () => Promise.resolve(),
    areInStep: () => Promise.resolve(true),
    logger: silentLogger,
  });
  const fromRows = createSla({ ...parts, store: counted, kept });
  const fromEvents = createSla({ ...parts, store });
  return {
    at: (instant: Instant) => {
      now = instant;
    },
    fromRows: async (items: number) => {
      reads = 0;
      const view = await fromRows({ items, by: [] });
      return { view, reads };
    },
    fromEvents: (items: number) => fromEvents({ items, by: [] }),
  };
};

describe('The board as it is kept, over random lives', () => {
  it('tells after every event what all events tell, at any later instant, and reads no events of what has ended', async () => {
    let [ended, unread] = [0, 0];
    const moments = fc
      .array(fc.oneof(fc.nat({ max: 3 * day }), fc.nat({ max: 60 * day })), { minLength: 5, maxLength: 5 })
      .map((waits) => waits.toSorted((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(fc.array(walks(30), { minLength: 1, maxLength: 3 }), moments, async (drawn, waits) => {
        const store = memoryEventStore({ inline: readModelProjector() });
        const board = opened(store);
        let last: Instant = instantOf(0);
        const events = inTime(drawn.map(livingOf));
        for (const [index, { stream, event }] of events.entries()) {
          await store.append({ stream, expect: 'any', commandId: event.metadata.commandId, events: [event] });
          last = laterOf(last, event.occurredAt);
          if (index % 4 !== 0 && index < events.length - 3) continue;
          for (const [turn, wait] of [0, 1, ...waits].entries()) {
            board.at(instantOf(millisecondsOf(last) + wait));
            const items = turn === 1 ? 100 : 0;
            const { view, reads } = await board.fromRows(items);
            // What ended in this very millisecond counts from the next one on.
            board.at(view.asOf);
            expect(view).toEqual(await board.fromEvents(items));
            ended += view.closed;
            if (reads < view.filed) unread += 1;
          }
        }
        await store.close();
      }),
      { numRuns: 25 },
    );
    expect(ended).toBeGreaterThan(0);
    expect(unread).toBeGreaterThan(0);
  }, 120_000);

  it('misses no event that is stored while another answer is read', async () => {
    const walk = fc
      .sample(walks(4), { numRuns: 500, seed: 8 })
      .find(({ state }) => state.facets.ending === 'open' && state.requests.made > 0);
    if (walk === undefined) throw new Error('no open request that asked for something');
    const { stream, events } = livingOf(walk, 1);
    const store = memoryEventStore({ inline: readModelProjector() });
    const append = (event: NewEvent) =>
      store.append({ stream, expect: 'any', commandId: event.metadata.commandId, events: [event] });
    const [first, ...rest] = events;
    if (first === undefined) throw new Error('no filing');
    await append(first);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isFirst = true;
    const board = opened({
      ...store,
      read: async (...given) => {
        const isHeld = isFirst;
        isFirst = false;
        const found = await store.read(...given);
        if (isHeld) await held;
        return found;
      },
    });
    board.at(instantOf(millisecondsOf(events.at(-1)?.occurredAt ?? first.occurredAt) + day));
    const one = board.fromRows(0);
    await nextTurn();
    for (const event of rest) await append(event);
    const other = board.fromRows(0);
    await nextTurn();
    letGo();
    await Promise.all([one, other]);
    expect((await board.fromRows(0)).view).toEqual(await board.fromEvents(0));
    await store.close();
  });

  it('is not told from rows that a program wrote which did not know the policy of what ended, whichever it wrote', async () => {
    const ended = fc
      .sample(walks(30), { numRuns: 200, seed: 9 })
      .find(({ state }) => state.facets.ending !== 'open');
    if (ended === undefined) throw new Error('no walk ends');
    const { stream, events } = livingOf(ended, 1);
    // Nothing was taught to these.
    const store = memoryEventStore({ inline: boardReadModels() });
    for (const event of events)
      await store.append({ stream, expect: 'any', commandId: event.metadata.commandId, events: [event] });
    const scope = scopeOf('', 'conectared');
    expect(await isReliable(store.rows, scope)).toBe(false);
    const marked = await Promise.all(
      boardReadModels().map(async ({ table: { name, key } }) => {
        const [, first = ''] = key;
        const where = { scope, [first]: unreliable };
        return (await store.rows.count({ table: name, where })) > 0;
      }),
    );
    expect(marked).toEqual([true, true, true, true, true]);
    const warned: string[] = [];
    const board = keptBoard({
      ...{ store, rows: store.rows, scope, namespace: '', versions, clock: () => instantOf(0) },
      policy: conectared.policy.id,
      ...{
        ready: () => Promise.resolve(),
        areInStep: () => Promise.resolve(true),
        turn: () => Promise.resolve(),
      },
      logger: { warn: (message) => warned.push(message) },
    });
    expect([await board(0), await board(0)]).toEqual([undefined, undefined]);
    expect(warned).toEqual([expect.stringMatching(/did not know a policy/)]);
    await store.close();
  });

  /** A store with one request that ended, and the board over it with parts of its own. */
  const overOneEnded = (own: (store: ReturnType<typeof memoryEventStore>) => object) => {
    const walk = fc
      .sample(walks(30), { numRuns: 500, seed: 9 })
      .find(({ state }) => state.facets.ending !== 'open' && state.filing?.terms.policy !== 'mx');
    if (walk === undefined) throw new Error('no walk ends under terms that are known');
    const { stream, events } = livingOf(walk, 1);
    const store = memoryEventStore({ inline: readModelProjector() });
    const append = (event: NewEvent) =>
      store.append({ stream, expect: 'any', commandId: event.metadata.commandId, events: [event] });
    const last = events.reduce((latest, { occurredAt }) => laterOf(latest, occurredAt), instantOf(0));
    const parts = {
      ...{ store, rows: store.rows, scope: scopeOf('', 'conectared'), namespace: '', versions },
      ...{
        policy: conectared.policy.id,
        clock: () => instantOf(millisecondsOf(last) + day),
        logger: silentLogger,
      },
      ...{
        ready: () => Promise.resolve(),
        areInStep: () => Promise.resolve(true),
        turn: () => Promise.resolve(),
      },
    };
    return { append, events, board: keptBoard({ ...parts, ...own(store) }) };
  };

  it('is not told from rows of which some are further than others', async () => {
    const inStep = overOneEnded(() => ({}));
    for (const event of inStep.events) await inStep.append(event);
    expect((await inStep.board(0))?.board).toMatchObject({ filed: 1, closed: 1 });
    const apart = overOneEnded(() => ({ areInStep: () => Promise.resolve(false) }));
    for (const event of apart.events) await apart.append(event);
    expect(await apart.board(0)).toBeUndefined();
  });

  it('is read anew where a request ends between two of its rows', async () => {
    let between: (() => Promise<void>) | undefined;
    const { append, events, board } = overOneEnded((store) => ({
      rows: {
        ...store.rows,
        groups: async (...given: Parameters<typeof store.rows.groups>) => {
          const happens = between;
          between = undefined;
          await happens?.();
          return store.rows.groups(...given);
        },
      },
    }));
    const [first] = events;
    if (first === undefined) throw new Error('no filing');
    await append(first);
    between = async () => {
      for (const event of events.slice(1)) await append(event);
    };
    expect((await board(0))?.board).toMatchObject({ filed: 1, open: 0, closed: 1 });
  });

  it('passes over an open request whose stream was deleted on the server', async () => {
    const { append, events, board } = overOneEnded((store) => ({
      store: { ...store, read: () => Promise.reject(storeError('stream-gone')) },
    }));
    const [first] = events;
    if (first === undefined) throw new Error('no filing');
    await append(first);
    expect((await board(0))?.board).toMatchObject({ filed: 0, open: 0 });
  });
});
