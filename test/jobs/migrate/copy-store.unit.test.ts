import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyStore, type CopyStoreProgress } from '../../../src/jobs/migrate/copy-store.js';
import type { EventStore, StoredEvent } from '../../../src/application/ports/event-store.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { contentOf, fillWith, goneAfter, histories, sizeOf, step } from './stores.js';

const filled = async (history: Parameters<typeof fillWith>[1]): Promise<EventStore> => {
  const store = memoryEventStore();
  await fillWith(store, history);
  return store;
};

const hashOf = (texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('')).digest('hex');

/** A store whose events are changed on the way to their reader. */
const readAs = (store: EventStore, change: (event: StoredEvent) => StoredEvent[]): EventStore => ({
  ...store,
  readAll: async (options) => {
    const page = await store.readAll(options);
    return { ...page, events: page.events.flatMap(change) };
  },
});

const three = [step('complaint-a', 'one', 2), step('folio-CR', 'two'), step('complaint-a', 'three')];

describe('a copy of a store', () => {
  it('holds the same events at the same revisions in the same order, and says their hash', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const from = await filled(history);
        const to = memoryEventStore();
        const copied = await copyStore({ from, to });
        const content = await contentOf(from);
        expect(await contentOf(to)).toEqual(content);
        expect(copied).toEqual({
          streams: new Set(history.map(({ stream }) => stream)).size,
          events: sizeOf(history),
          skipped: 0,
          appendedMeanwhile: 0,
          sha256: hashOf(content),
        });
      }),
    );
  });

  it('knows every command again: one that is repeated at the target is a duplicate', async () => {
    const to = memoryEventStore();
    await copyStore({ from: await filled(three), to });
    for (const request of three) expect(await to.append(request)).toMatchObject({ kind: 'duplicate' });
  });

  it('goes on wherever it was cut off, and comes to the same end', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (history, kept) => {
        const from = await filled(history);
        for (let cut = 0; cut < history.length; cut += 1) {
          const to = memoryEventStore();
          await expect(copyStore({ from, to: goneAfter(to, cut, kept) })).rejects.toThrow('gone');
          const there = sizeOf(history.slice(0, kept ? cut + 1 : cut));
          expect(await copyStore({ from, to })).toMatchObject({ events: sizeOf(history), skipped: there });
          expect(await contentOf(to)).toEqual(await contentOf(from));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('passes over everything when it is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const from = await filled(history);
        const to = memoryEventStore();
        const first = await copyStore({ from, to });
        expect(await copyStore({ from, to })).toEqual({ ...first, skipped: first.events });
      }),
    );
  });

  it('appends nothing when it is repeated: both sides are read page by page, and the hash is the same', async () => {
    const history = Array.from({ length: 1_200 }, (_, index) =>
      step(`complaint-${String(index % 7)}`, `c-${String(index)}`),
    );
    const from = await filled(history);
    const to = memoryEventStore();
    await to.append(step('audit-x', 'stranger'));
    const first = await copyStore({ from, to });
    let pages = 0;
    const readOnly: Pick<EventStore, 'append' | 'readAll'> = {
      append: () => Promise.reject(new Error('nothing is missing')),
      readAll: (options) => {
        pages += 1;
        return to.readAll(options);
      },
    };
    expect(await copyStore({ from, to: readOnly })).toEqual({ ...first, skipped: 1_200 });
    expect(pages).toBeLessThan(12);
  });

  it('appends only what came since, behind what is there', async () => {
    const from = await filled(three);
    const to = memoryEventStore();
    await copyStore({ from, to });
    await from.append(step('complaint-late', 'late', 2));
    const appended: string[] = [];
    const counted: Pick<EventStore, 'append' | 'readAll'> = {
      append: (request) => {
        appended.push(request.commandId);
        return to.append(request);
      },
      readAll: (options) => to.readAll(options),
    };
    expect(await copyStore({ from, to: counted })).toMatchObject({ events: 6, skipped: 4 });
    expect(appended).toEqual(['late']);
  });

  it('finds its way in stores of more than a page', async () => {
    const history = Array.from({ length: 800 }, (_, index) =>
      step(`complaint-${String(index % 7)}`, `c-${String(index)}`, 1 + (index % 3)),
    );
    const from = await filled(history);
    const to = memoryEventStore();
    expect(await copyStore({ from, to })).toMatchObject({ streams: 7, events: sizeOf(history) });
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('takes only the streams that were asked for', async () => {
    const from = await filled(three);
    const to = memoryEventStore();
    expect(await copyStore({ from, to, prefixes: ['folio-'] })).toMatchObject({ streams: 1, events: 1 });
  });

  it('leaves alone what the target holds besides, even of the same kind', async () => {
    const to = await filled([step('complaint-z', 'other'), step('audit-x', 'stranger')]);
    const from = await filled(three);
    const alone = await copyStore({ from, to: memoryEventStore() });
    expect(await copyStore({ from, to })).toEqual(alone);
  });

  it('tells how far it is, stage by stage', async () => {
    const seen: CopyStoreProgress[] = [];
    await copyStore({
      from: await filled(three),
      to: memoryEventStore(),
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ stage, events }) => `${stage} ${String(events)}`)).toEqual([
      'copy 2',
      'copy 3',
      'copy 4',
      'comparison 1',
      'comparison 2',
      'comparison 3',
      'comparison 4',
    ]);
  });

  it('stops between two commands where it is told to, and keeps what was copied', async () => {
    const stopping = new AbortController();
    const to = memoryEventStore();
    const copying = copyStore({
      from: await filled(three),
      to,
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('enough')),
    });
    await expect(copying).rejects.toThrow('enough');
    expect(await contentOf(to)).toHaveLength(2);
  });
});

describe('a source that is written to while it is copied', () => {
  it('is copied until nothing more has come, and what came is counted', async () => {
    const from = await filled(three);
    const late = [step('complaint-late', 'late-1', 2), step('process-p', 'late-2')];
    const to = memoryEventStore();
    const copied = await copyStore({
      from,
      to,
      onProgress: ({ stage, events }) => {
        const request = stage === 'comparison' && events === 4 ? late[0] : late[1];
        if (stage === 'comparison' && request !== undefined) void from.append(request);
      },
    });
    expect(copied).toMatchObject({ events: 7, skipped: 0, appendedMeanwhile: 3, streams: 4 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(copied.sha256).toBe(hashOf(await contentOf(to)));
  });
});

describe('a target that is not what the source is', () => {
  const conflict = (revision: number, stream = 'complaint-a') =>
    expect.objectContaining({
      code: 'migrate-conflict',
      details: expect.objectContaining({ stream, revision }),
      text: { es: expect.stringContaining(stream), en: expect.stringContaining(stream) },
    });

  it('is refused where something else stands in a stream', async () => {
    const to = await filled([step('complaint-a', 'stranger')]);
    await expect(copyStore({ from: await filled(three), to })).rejects.toEqual(conflict(0));
  });

  it('is refused where a command stands at another place', async () => {
    const moved = await filled([step('complaint-a', 'zero'), step('complaint-a', 'one', 2)]);
    await expect(copyStore({ from: await filled(three), to: moved })).rejects.toEqual(conflict(0));
    const shorter = await filled([step('complaint-a', 'one', 1)]);
    await expect(copyStore({ from: await filled(three), to: shorter })).rejects.toEqual(conflict(0));
  });

  it('is refused where it has gone on in a stream', async () => {
    const to = await filled([step('complaint-a', 'one', 2), step('complaint-a', 'stranger')]);
    await expect(copyStore({ from: await filled(three), to })).rejects.toEqual(conflict(2));
  });

  it('is found out by an event too many', async () => {
    const from = await filled(three);
    const to = memoryEventStore();
    await copyStore({ from, to });
    await to.append(step('complaint-a', 'stranger'));
    await expect(copyStore({ from, to })).rejects.toMatchObject({
      code: 'migrate-differs',
      details: { stream: 'complaint-a', revision: 3, reason: 'extra' },
    });
  });

  it('is found out by a value that was changed, wherever it is', async () => {
    const changes: readonly ((event: StoredEvent) => StoredEvent)[] = [
      (event) => ({ ...event, data: { ...event.data, changed: true } }),
      (event) => ({ ...event, id: `${event.id}x` }),
      (event) => ({ ...event, zone: 'UTC' }),
      (event) => ({ ...event, sealed: { 's-1': 'AAAA' } }),
      (event) => ({ ...event, metadata: { ...event.metadata, actor: 'cs-8' } }),
    ];
    const from = await filled(three);
    for (const change of changes) {
      const to = memoryEventStore();
      const changed = readAs(to, (event) => [event.stream === 'folio-CR' ? change(event) : event]);
      await expect(copyStore({ from, to: changed })).rejects.toMatchObject({
        code: 'migrate-differs',
        details: { stream: 'folio-CR', revision: 0, reason: 'different' },
      });
    }
  });

  it('is found out by an event that is gone, and named by it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (history, at) => {
        fc.pre(history.length > 0);
        const from = await filled(history);
        const events = (await from.readAll({ limit: 1_000 })).events;
        const lost = events[at % events.length];
        const to = memoryEventStore();
        const without = readAs(to, (event) =>
          event.id === lost?.id && event.stream === lost.stream ? [] : [event],
        );
        await expect(copyStore({ from, to: without })).rejects.toMatchObject({
          code: 'migrate-differs',
          details: { stream: lost?.stream, revision: lost?.revision },
        });
      }),
    );
  });

  it('is found out by events in another order', async () => {
    const from = await filled([step('complaint-a', 'one'), step('complaint-b', 'two')]);
    const to = await filled([step('complaint-b', 'two'), step('complaint-a', 'one')]);
    await expect(copyStore({ from, to })).rejects.toMatchObject({
      code: 'migrate-differs',
      details: { stream: 'complaint-a', revision: 0 },
    });
  });
});

describe('a source whose commands are torn apart', () => {
  it('is called corrupt, and nothing of the torn command is copied', async () => {
    const whole = await filled(three);
    const torn = readAs(whole, (event) =>
      event.stream === 'complaint-a' && event.revision === 1 ? [] : [event],
    );
    const to = memoryEventStore();
    await expect(copyStore({ from: torn, to })).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(await contentOf(to)).toEqual([]);
  });
});
