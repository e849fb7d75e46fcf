import { afterAll, describe, expect, it } from '@jest/globals';
import { readModelProjector } from '../../src/composition/open-parts.js';
import { openQuejas } from '../../src/composition/open-quejas.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { asCustomerService, asLegal, asSystem, conectared } from '../../src/index.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { dueIndex } from '../../src/projections/due-index/projection.js';
import { nextInstant } from '../../src/queries/rows/due-index.js';
import { hours, opened, removeScratch, report, sequentialIds, steadyClock, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const id = (last: number) => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const rowsOf = async (quejas: Quejas) => {
  const { items } = await quejas
    .rows(dueIndex())
    .page({ orderBy: ['complaint', 'clock', 'cycle', 'run'], limit: 1_000 });
  return items;
};

const due = (rows: Awaited<ReturnType<typeof rowsOf>>, clock: string) => {
  const found = rows.filter((row) => row.clock === clock);
  return found.map(({ next, due: dueAt, state }) => `${state}: next ${next}, due ${dueAt}`).join('; ');
};

describe.each(storeKinds)('the due index, on a %s store', (kind) => {
  const filedOn = async () => {
    const { quejas, time } = await opened(kind);
    const filed = await quejas.file(report(id(1)), cs);
    if (!filed.ok) throw new Error(filed.code);
    return { quejas, time, folio: filed.folio, complaint: quejas.complaint(filed.folio) };
  };

  it('has a row for each open clock of the provider, with its next instant and its due one (I-18)', async () => {
    const { quejas, folio } = await filedOn();
    const rows = await rowsOf(quejas);
    expect(rows.map(({ clock }) => clock)).toEqual(['C-01', 'C-02', 'C-04', 'C-06', 'C-07', 'C-10', 'C-24']);
    expect(new Set(rows.map((row) => row.folio))).toEqual(new Set([folio]));
    expect(due(rows, 'C-07')).toBe('running: next 2026-03-03T11:07:00.000Z, due 2026-03-03T15:55:00.000Z');
    await quejas.close();
  });

  it('moves on by what is recorded, and forgets a clock that was met', async () => {
    const { quejas, time, complaint } = await filedOn();
    await complaint.communicateFolio(
      { commandId: id(2), channel: 'phone', communicatedAt: time.clock() },
      cs,
    );
    expect(due(await rowsOf(quejas), 'C-01')).toBe('');
    time.forward(hours(20));
    const warned = await complaint.warnOfDeadline(
      {
        ...{ commandId: id(3), clock: 'C-07', cycle: 1, dueAt: '2026-03-03T15:55:00.000Z', percent: 80 },
        ...{ policy: 'conectared@1', calendar: 'conectared-natural@1' },
      },
      asSystem('deadlines'),
    );
    expect(warned.ok).toBe(true);
    // The complaint has not gone up a level yet, which is of the same instant as the warning.
    expect(due(await rowsOf(quejas), 'C-07')).toContain('next 2026-03-03T11:07:00.000Z');
    await quejas.close();
  });

  it('has no next instant for a paused clock (I-15)', async () => {
    const { quejas, complaint } = await filedOn();
    await complaint.putOnHold({ commandId: id(2), reason: 'authority-extension' }, cs);
    expect(due(await rowsOf(quejas), 'C-07')).toBe('paused: next ~, due ~');
    await complaint.resume({ commandId: id(3) }, cs);
    expect(due(await rowsOf(quejas), 'C-07')).toContain('running');
    await quejas.close();
  });

  it('is byte-equal when it is made anew', async () => {
    const { quejas, time, complaint } = await filedOn();
    await quejas.file(report(id(10), { kind: 'inquiry', subject: 'service' }), cs);
    await quejas.file(report(id(11), { channel: 'authority', receivedAt: undefined }), cs);
    time.forward(hours(1));
    await complaint.putOnHold({ commandId: id(2), reason: 'authority-extension' }, cs);
    time.forward(hours(2));
    await complaint.resume({ commandId: id(3) }, cs);
    await complaint.withdraw({ commandId: id(4), reason: 'solved-by-itself' }, cs);
    const before = JSON.stringify(await rowsOf(quejas));
    await quejas.rebuildProjection('due-index');
    expect(JSON.stringify(await rowsOf(quejas))).toBe(before);
    expect(before).toContain('C-');
    await quejas.close();
  });

  it('counts a fixed date of an authority too, each requirement by itself', async () => {
    const { quejas, time, complaint } = await filedOn();
    const legal = asLegal('legal-1');
    await complaint.openAuthorityProceeding(
      { commandId: id(2), authority: 'PROFECO', reference: 'P-1' },
      legal,
    );
    for (const [each, dueAt] of [
      [3, '2026-03-10T00:00:00.000Z'],
      [4, '2026-03-12T00:00:00.000Z'],
    ] as const) {
      await complaint.receiveAuthorityRequirement({ commandId: id(each), reference: 'P-1', dueAt }, legal);
      time.forward(1);
    }
    const requirements = (await rowsOf(quejas)).filter(({ clock }) => clock === 'C-28');
    expect(requirements.map((row) => [row.run, row.due])).toEqual([
      [1, '2026-03-10T00:00:00.000Z'],
      [2, '2026-03-12T00:00:00.000Z'],
    ]);
    await quejas.close();
  });
});

describe('the due index', () => {
  const opens = async () => {
    const store = memoryEventStore({ inline: readModelProjector() });
    const time = steadyClock();
    const quejas = await openQuejas({
      ...{ store, keys: 'memory:', provider: conectared, clock: time.clock, ids: sequentialIds() },
    });
    return { store, quejas, time };
  };

  it('tells what is next over all', async () => {
    const { store, quejas } = await opens();
    const scope = '|conectared';
    expect(await nextInstant(store.rows, scope)).toBeUndefined();
    await quejas.file(report(id(1)), cs);
    expect(await nextInstant(store.rows, scope)).toBe('2026-03-02T16:19:00.000Z');
    await quejas.close();
  });

  it('guesses nothing of a policy that is not known', async () => {
    const { store, quejas } = await opens();
    await quejas.file(report(id(1)), cs);
    const other = memoryEventStore({ inline: [dueIndex()] });
    const stored = (await store.readAll({ limit: 100, prefixes: ['complaint-'] })).events;
    const [first, ...rest] = stored.map(({ revision: _r, position: _p, ...event }) => event);
    if (first === undefined) throw new Error('nothing was stored');
    const { stream, metadata } = first;
    const events = [first, ...rest].map(({ stream: _stream, ...event }) => event);
    const [one, ...others] = events;
    if (one === undefined) throw new Error('nothing was stored');
    await other.append({
      ...{ stream, expect: 'none', commandId: metadata.commandId, events: [one, ...others] },
    });
    const rows = await other.rows.list({
      ...{ table: dueIndex().table.name, where: {}, orderBy: ['complaint', 'clock'], limit: 10 },
    });
    expect(rows).toMatchObject([{ clock: '?', state: 'unanswered', next: '~' }]);
    await quejas.close();
  });
});
