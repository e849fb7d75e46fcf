import { existsSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import {
  parseSignedCheckpoint,
  type SignedCheckpoint,
} from '../../../src/application/audit/notes/checkpoint.js';
import { sameBytes } from '../../../src/application/audit/merkle/hash.js';
import { tilesOfLevel } from '../../../src/application/audit/tiles/tile-path.js';
import type { SignerMemory } from '../../../src/application/audit/signing.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { conectared } from '../../../src/domain/index.js';
import { memoryAuditSigner } from '../../../src/infrastructure/crypto/memory-audit-signer.js';
import { memoryKeptLog } from '../../../src/infrastructure/crypto/memory-kept-log.js';
import { compareLog } from '../../../src/application/audit-log/compare-log.js';
import { openAudit } from '../../../src/jobs/audit/index.js';
import { eventsAsStore } from '../../../src/jobs/bundle/events-as-store.js';
import { logOf } from '../../application/audit/sample-log.js';
import { keyOf, origin, sampleEntries, sampleEvents } from './sample-bundle.js';

const place = (events: readonly StoredEvent[]): readonly StoredEvent[] =>
  events.map((event, index) => ({ ...event, position: String(index + 1).padStart(12, '0') }));

/** A log that has seen these events, and signed them. */
const logged = async (events: readonly StoredEvent[]) => {
  const parts = { signer: memoryAuditSigner(), log: memoryKeptLog() };
  const over = (seen: readonly StoredEvent[]) =>
    openAudit({ ...parts, store: eventsAsStore(place(seen)), keys: 'memory:', provider: conectared });
  const audit = await over(events);
  const signed = await audit.checkpoint();
  return { ...parts, over, signed };
};

const changed = (event: StoredEvent): StoredEvent => ({ ...event, data: { ...event.data, altered: true } });

const foreign = (event: StoredEvent, provider = 'emenet'): StoredEvent => ({
  ...event,
  metadata: { ...event.metadata, provider },
});

describe('the log of a store', () => {
  it('has the root and the tiles of its entries, at every size', async () => {
    for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 1_030]) {
      const entries = sampleEntries(size);
      const compared = await compareLog(
        {
          store: eventsAsStore(place(sampleEvents(size))),
          kept: memoryKeptLog(),
          scope: { provider: 'conectared', namespace: '' },
        },
        undefined,
      );
      if (!compared.ok) throw new Error(compared.fault.code);
      const expected = await logOf(entries);
      expect(sameBytes(compared.log.root, expected.root)).toBe(true);
      for (const level of ['entries', 0, 1] as const)
        for (const tile of tilesOfLevel(level, size))
          expect(sameBytes(await compared.log.readTile(tile), expected.readTile(tile))).toBe(true);
    }
  });

  it('makes its key the first time, and says so; it signs the same head again', async () => {
    const { over, signed } = await logged(sampleEvents(30));
    expect(signed).toMatchObject({ ok: true, entries: 30, signedThrough: 30, newKey: true });
    expect(await (await over(sampleEvents(30))).checkpoint()).toMatchObject({
      newKey: false,
      note: signed.ok ? signed.note : '',
    });
    expect(await (await over(sampleEvents(300))).checkpoint()).toMatchObject({
      entries: 300,
      signedThrough: 300,
    });
  });

  it('holds the events of one provider alone', async () => {
    const events = sampleEvents(15).map((event) => (event.stream === 'complaint-2' ? foreign(event) : event));
    expect((await logged(events)).signed).toMatchObject({ entries: 10 });
  });

  it('names an event that was put into a stream of its provider in another’s name, logged before or not', async () => {
    const events = sampleEvents(40);
    const { over } = await logged(events);
    const last = events.at(-1) ?? never();
    const stream = { stream: last.stream, revision: last.revision + 1 };
    const planted = foreign({ ...changed(last), ...stream });
    const nobodys = foreign(planted, '');
    const later = sampleEvents(45).slice(40);
    for (const seen of [
      [...events, planted],
      [...events, nobodys],
      [...events, ...later, planted],
    ]) {
      const audit = await over(seen);
      const at = seen.length - 1;
      const inserted = { ok: false, code: 'log-event-inserted', event: stream };
      expect(await audit.check()).toMatchObject({ ...inserted, at });
      expect(await audit.checkpoint()).toMatchObject(inserted);
      expect(await audit.export('never-made')).toMatchObject(inserted);
    }
    // Others come first in the store than what was logged last.
    const among = events.toSpliced(35, 0, { ...planted, stream: 'complaint-1', revision: 5 });
    expect(await (await over(among)).check()).toMatchObject({ code: 'log-event-inserted', at: 35 });
    expect(await (await over(events.with(20, foreign(events[20] ?? never())))).check()).toMatchObject({
      code: 'log-event-altered',
      at: 20,
    });
    expect(existsSync('never-made')).toBe(false);
  });

  it('signs nothing over a gap in the revisions of a stream', async () => {
    const events = sampleEvents(15);
    const without = (index: number) => logged(events.toSpliced(index, 1));
    const { stream, revision } = events[3] ?? never();
    expect((await without(3)).signed).toMatchObject({
      ...{ ok: false, code: 'log-event-removed' },
      event: { stream, revision },
    });
    const begun = { stream: events[0]?.stream, revision: 1 };
    expect((await logged(events.with(0, foreign(events[0] ?? never())))).signed).toMatchObject({
      ...{ ok: false, code: 'log-event-inserted', event: begun },
    });
    const swapped = events.with(3, events[6] ?? never()).with(6, events[3] ?? never());
    expect((await logged(swapped)).signed).toMatchObject({ ok: false });
  });

  it('takes no beginning for the bundle of one folio, and signs nothing for a folio that it has not', async () => {
    const { over, signer } = await logged(sampleEvents(30));
    const audit = await over(sampleEvents(40));
    const from = '2026-03-02T16:00:00.000Z';
    await expect(audit.export('never-made', { folio: 'CR-000001-K', from })).rejects.toMatchObject({
      ...{ code: 'option-invalid', details: { option: 'from' } },
    });
    expect(await audit.export('never-made', { folio: 'CR-999999-9' })).toMatchObject({
      code: 'folio-unknown',
    });
    expect(await signer.state()).toMatchObject({ memory: { checkpoint: { size: 30 } } });
  });

  it('lets two providers publish the same calendar, which no complaint is', async () => {
    const [first] = sampleEvents(1);
    const calendar = { ...(first ?? never()), stream: 'calendar-c' };
    const raised = foreign({ ...calendar, revision: 1 });
    expect((await logged([...sampleEvents(15), calendar, raised])).signed).toMatchObject({ entries: 16 });
  });

  it('remembers streams within bounds, and looks up those that it forgot', async () => {
    const [first] = sampleEvents(1);
    const streams = Array.from({ length: 20_000 }, (_none, index) => `complaint-${String(index)}`);
    const begun = streams.map((stream) => ({ ...(first ?? never()), stream }));
    const second = { ...(first ?? never()), revision: 1 };
    const whole = [...begun, { ...second, stream: 'complaint-0' }];
    const planted = foreign({ ...second, stream: 'complaint-1' });
    expect((await logged(whole)).signed).toMatchObject({ ok: true, entries: 20_001 });
    expect((await logged([...whole, planted])).signed).toMatchObject({
      ...{ code: 'log-event-inserted', at: 20_001, event: { stream: 'complaint-1', revision: 1 } },
    });
  }, 60_000);

  it('names the first event that was altered, removed, inserted or reordered, or at which the end was cut off', async () => {
    const events = sampleEvents(40);
    const { over } = await logged(events);
    const seed = 13;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 38 }), async (index) => {
        const event = events[index];
        const next = events[index + 1];
        if (event === undefined || next === undefined) throw new RangeError('no event');
        const found = async (seen: readonly StoredEvent[]) => (await over(seen)).check();
        const named = ({ stream, revision }: StoredEvent) => ({ at: index, event: { stream, revision } });
        expect(await found(events.with(index, changed(event)))).toMatchObject({
          ok: false,
          code: 'log-event-altered',
          ...named(event),
        });
        expect(await found(events.toSpliced(index, 1))).toMatchObject({
          code: 'log-event-removed',
          ...named(event),
        });
        const stranger = { ...changed(event), stream: 'complaint-99', revision: 0 };
        expect(await found(events.toSpliced(index, 0, stranger))).toMatchObject({
          code: 'log-event-inserted',
          ...named(stranger),
        });
        expect(await found(events.with(index, next).with(index + 1, event))).toMatchObject({
          code: 'log-event-moved',
          ...named(event),
        });
        expect(await found(events.slice(0, index))).toMatchObject({ code: 'log-tail-cut', ...named(event) });
      }),
      { seed, numRuns: 39 },
    );
    expect(await (await over(events)).check()).toMatchObject({ ok: true, entries: 40 });
  });

  it('takes an empty store with a signed head for a fault', async () => {
    const { signer, over } = await logged(sampleEvents(20));
    expect(await (await over([])).check()).toMatchObject({ ok: false, code: 'log-tail-cut', at: 0 });
    const lost = await openAudit({
      ...{ signer, log: memoryKeptLog(), store: eventsAsStore([]) },
      ...{ keys: 'memory:', provider: conectared },
    });
    expect(await lost.check()).toMatchObject({ ok: false, code: 'log-behind-signer', at: 0 });
  });

  it('signs nothing for an older copy of the store, nor for one that went on from there', async () => {
    const events = sampleEvents(40);
    const { over } = await logged(events);
    const older = events.slice(0, 25);
    expect(await (await over(older)).checkpoint()).toMatchObject({ ok: false, code: 'log-tail-cut', at: 25 });
    const goneOn = [
      ...older,
      ...events.slice(25).map((event) => ({ ...changed(event), stream: 'complaint-98' })),
    ];
    expect(await (await over(goneOn)).checkpoint()).toMatchObject({
      ok: false,
      code: 'log-event-removed',
      at: 25,
    });
  });

  it('signs nothing for such a copy where what was logged went back with it', async () => {
    const events = sampleEvents(40);
    const { signer } = await logged(events);
    const copy = (seen: readonly StoredEvent[]) =>
      openAudit({
        ...{ signer, log: memoryKeptLog(), store: eventsAsStore(place(seen)) },
        ...{ keys: 'memory:', provider: conectared },
      });
    expect(await (await copy(events.slice(0, 25))).checkpoint()).toMatchObject({
      ok: false,
      code: 'log-behind-signer',
      at: 25,
    });
    expect(
      await (await copy(events.with(3, changed(sampleEvents(4)[3] ?? never())))).checkpoint(),
    ).toMatchObject({
      ok: false,
      code: 'log-forked',
      at: 40,
    });
    expect(await (await copy(events)).checkpoint()).toMatchObject({ ok: true, entries: 40 });
  });

  it('tells a log that was changed itself from a store that was', async () => {
    const events = sampleEvents(40);
    const { signer } = await logged(events);
    const other = await logged(events.with(5, changed(events[5] ?? never())));
    const mixed = await openAudit({
      ...{ signer, log: other.log, store: eventsAsStore(place(events)) },
      ...{ keys: 'memory:', provider: conectared },
    });
    expect(await mixed.check()).toMatchObject({ ok: false, code: 'log-altered', at: 5 });
  });

  it('tells that its key is lost, by the heads that it keeps, and makes no other one', async () => {
    const { log, signed } = await logged(sampleEvents(30));
    expect(signed).toMatchObject({ ok: true });
    const signer = memoryAuditSigner();
    const over = (kept: typeof log) =>
      openAudit({
        ...{ signer, log: kept, store: eventsAsStore(place(sampleEvents(40))) },
        ...{ keys: 'memory:', provider: conectared },
      });
    const audit = await over(log);
    for (const ask of [audit.check, audit.status, audit.checkpoint, () => audit.export('never-made')])
      expect(await ask()).toMatchObject({ ok: false, code: 'signer-key-missing', at: 30 });
    expect(await signer.state()).toBeUndefined();
    expect(existsSync('never-made')).toBe(false);
    // The log has ended: another one begins, with a key of its own.
    expect(await (await over(memoryKeptLog())).checkpoint()).toMatchObject({ ok: true, newKey: true });
  });

  it('signs nothing with a key that came without its memory, until it is given the last head', async () => {
    const events = sampleEvents(40);
    const first = await openAudit({
      ...{ signer: memoryAuditSigner({ keys: [keyOf(1)], memory: { kind: 'new' } }), log: memoryKeptLog() },
      ...{ store: eventsAsStore(place(events.slice(0, 30))), keys: 'memory:', provider: conectared },
    });
    const signed = await first.checkpoint();
    const head = headOf(signed.ok ? signed.note : '');
    const bare = await openAudit({
      ...{
        signer: memoryAuditSigner({ keys: [keyOf(1)], memory: { kind: 'unknown' } }),
        log: memoryKeptLog(),
      },
      ...{ store: eventsAsStore(place(events)), keys: 'memory:', provider: conectared },
    });
    expect(await bare.checkpoint()).toMatchObject({ ok: false, code: 'signer-memory-missing' });
    for (const ask of [bare.check, bare.status])
      expect(await ask()).toMatchObject({ ok: false, code: 'signer-memory-missing', at: null });
    expect(await bare.checkpoint(head)).toMatchObject({
      ok: true,
      signedThrough: 40,
      checkpoint: { origin },
    });
    expect(await bare.checkpoint(head)).toMatchObject({ ok: false, code: 'signer-last-refused' });
  });
});

describe('a signer that lost its memory', () => {
  it.each(['unknown', 'new'] as const)(
    'is not taken for one that never signed, by the heads that the log keeps (memory: %s)',
    async (kind) => {
      const log = memoryKeptLog();
      const over = (memory: SignerMemory, seen: readonly StoredEvent[]) =>
        openAudit({
          ...{ signer: memoryAuditSigner({ keys: [keyOf(1)], memory }), log },
          ...{ store: eventsAsStore(place(seen)), keys: 'memory:', provider: conectared },
        });
      const signed = await (await over({ kind: 'new' }, sampleEvents(30))).checkpoint();
      const audit = await over({ kind }, sampleEvents(40));
      for (const ask of [audit.check, audit.status, audit.checkpoint, () => audit.export('never-made')])
        expect(await ask()).toMatchObject({ ok: false, code: 'signer-memory-missing', at: 30 });
      // What was done to the store is told first.
      expect(await (await over({ kind }, sampleEvents(20))).check()).toMatchObject({ code: 'log-tail-cut' });
      expect(await audit.checkpoint(headOf(signed.ok ? signed.note : ''))).toMatchObject({
        ...{ ok: true, signedThrough: 40 },
      });
    },
  );
});

const headOf = (note: string): SignedCheckpoint => parseSignedCheckpoint(Buffer.from(note)) ?? never();

const never = (): never => {
  throw new Error('not there');
};
