import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../src/infrastructure/sqlite/index.js';
import {
  asCustomerService,
  asUser,
  conectared,
  openQuejas,
  readModelProjector,
  type EventStore,
  type Quejas,
} from '../../src/index.js';
import { removeScratch, report, scratchFolder, sequentialIds, steadyClock, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const verified = { verified: true } as const;

const embedded = (kind: (typeof storeKinds)[number]): EventStore =>
  kind === 'memory'
    ? memoryEventStore({ inline: readModelProjector() })
    : sqliteEventStore({ path: join(scratchFolder(), 'quejas.db'), inline: readModelProjector() });

/** The store with appends that wait for each other: of markings as many as are asked for have been decided before one is kept. */
const decidedTogether = (store: EventStore, count: number): EventStore => {
  let arrived = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return {
    ...store,
    append: async (request) => {
      if (request.events[0].type === 'MarkedDuplicate') {
        arrived += 1;
        if (arrived === count) open();
        await all;
      }
      return store.append(request);
    },
  };
};

const parties = { 's-1': {}, 's-2': { subscriber: { ref: 's-2' } } } as const;

/** Programs on one store, and requests that one of them filed, by who they are of. */
const housesOn = async (store: EventStore, ...filings: readonly Record<string, unknown>[]) => {
  const keys = memoryKeyVault();
  const open = (name: string): Promise<Quejas> =>
    openQuejas({ store, keys, provider: conectared, clock: steadyClock().clock, ids: sequentialIds(name) });
  const [one, two, three] = await Promise.all([open('one'), open('two'), open('three')]);
  const folios: string[] = [];
  for (const [number, filing] of filings.entries()) {
    const filed = await one.file(
      report(`r-${String(number)}`, { contract: `c-${String(number)}`, ...filing }),
      cs,
    );
    if (!filed.ok) throw new Error(filed.code);
    folios.push(filed.folio);
  }
  const close = async () => {
    await one.close();
    await two.close();
    await three.close();
    await store.close();
  };
  return { one, two, programs: [one, two, three], folios, close };
};

let commands = 0;
const mark = (quejas: Quejas, folio = '', of = '') =>
  quejas.complaint(folio).markDuplicate({ commandId: `d-${String((commands += 1))}`, of }, cs);

const statusOf = async (quejas: Quejas, folio = '') => (await quejas.show(folio, cs))?.status;

describe.each(storeKinds)('duplicates, one of which goes on (%s)', (kind) => {
  it('I-25 A of B and then B of A is refused: B is what A goes on in', async () => {
    const { one, two, folios, close } = await housesOn(embedded(kind), {}, {});
    const [a, b] = folios;
    expect(await mark(one, a, b)).toMatchObject({ ok: true });
    const refused = { ok: false, code: 'other-not-open', details: { other: a } };
    expect(await mark(one, b, a)).toMatchObject(refused);
    expect(await mark(two, b, a)).toMatchObject(refused);
    expect([await statusOf(one, a), await statusOf(one, b)]).toEqual(['cancelled', 'acknowledged']);
    await close();
  });

  it('I-25 A of B and B of A at once, asked of one program, ends one of them alone', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), {}, {});
    const [a, b] = folios;
    const results = await Promise.all([mark(one, a, b), mark(one, b, a)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    await close();
  });

  it('I-25 of two and of three that programs end in favour of each other at once one stays alive, or comes back', async () => {
    for (const count of [2, 3]) {
      const store = decidedTogether(embedded(kind), count);
      const { one, two, programs, folios, close } = await housesOn(
        store,
        ...Array.from({ length: count }, () => ({})),
      );
      const next = (index: number) => folios[(index + 1) % count];
      const asked = programs
        .slice(0, count)
        .map((program, index) => mark(program, folios[index], next(index)));
      // Each program saw the others open: that is what the process is for.
      expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual(asked.map(() => true));
      await Promise.all([one.runProcesses(), two.runProcesses()]);
      const statuses = await Promise.all(folios.map((folio) => statusOf(two, folio)));
      expect(statuses.filter((status) => status !== 'cancelled')).toHaveLength(1);
      await close();
    }
  });

  it('is no duplicate of a request that was withdrawn', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), {}, {});
    const [a = '', b = ''] = folios;
    const mine = asUser('s-1', verified);
    await one.complaint(b).withdraw({ commandId: 'w-1', reason: 'no-longer-wanted' }, mine);
    expect(await mark(one, a, b)).toMatchObject({ code: 'other-not-open' });
    await close();
  });

  it('comes back by the wish of its user where the one that was to go on is withdrawn', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), {}, {});
    const [a = '', b = ''] = folios;
    const mine = asUser('s-1', verified);
    await mark(one, a, b);
    const again = { reason: 'not-satisfied' } as const;
    expect(await one.complaint(a).reopen({ commandId: 'o-1', ...again }, mine)).toMatchObject({
      code: 'only-by-mistake',
    });
    await one.complaint(b).withdraw({ commandId: 'w-1', reason: 'no-longer-wanted' }, mine);
    expect(await one.complaint(a).reopen({ commandId: 'o-2', ...again }, mine)).toMatchObject({ ok: true });
    await close();
  });

  it('names the folio that goes on to a contact, a note, an answer or a statement, through a chain', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), {}, {}, {});
    const [a = '', b = '', c = ''] = folios;
    await mark(one, a, b);
    await mark(one, b, c);
    const duplicate = one.complaint(a);
    const mine = asUser('s-1', verified);
    const results = [
      await duplicate.recordContact({ commandId: 'k-1', direction: 'from-user', channel: 'phone' }, cs),
      await duplicate.addNote({ commandId: 'k-2', note: 'Llamó.' }, cs),
      await duplicate.recordStatement(
        { commandId: 'k-3', kind: 'further-words', channel: 'web', statement: 'Sigo sin servicio.' },
        mine,
      ),
    ];
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        code: 'goes-on-elsewhere',
        details: { folio: a, goesOn: c },
      });
      if (!result.ok)
        expect([result.message.es, result.message.en].every((text) => text.includes(c))).toBe(true);
    }
    expect(await one.complaint(c).addNote({ commandId: 'k-4', note: 'Llamó.' }, cs)).toMatchObject({
      ok: true,
    });
    await close();
  });

  it('goes up inside the house where the matter goes on, and before an authority under its own folio (C-23)', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), {}, {}, {});
    const [a = '', b = '', c = ''] = folios;
    const mine = asUser('s-1', verified);
    await mark(one, a, b);
    await mark(one, b, c);
    const inside = { trigger: 'user', target: 'supervisor' } as const;
    for (const level of [1, 2, 3] as const)
      expect(
        await one.complaint(a).escalate({ commandId: `e-${String(level)}`, level, ...inside }, mine),
      ).toMatchObject({ code: 'goes-on-elsewhere', details: { folio: a, goesOn: c } });
    const outside = { level: 4, trigger: 'user', target: 'PROFECO', externalReference: 'PFC-1' } as const;
    expect(await one.complaint(a).escalate({ commandId: 'e-4', ...outside }, mine)).toMatchObject({
      ok: true,
    });
    // Its matter goes on nowhere once that one is withdrawn: then its own end is contested.
    await one.complaint(c).withdraw({ commandId: 'w-1', reason: 'no-longer-wanted' }, mine);
    expect(await one.complaint(b).escalate({ commandId: 'e-5', level: 1, ...inside }, mine)).toMatchObject({
      ok: true,
    });
    const { items } = await one.queue('supervisor', cs);
    expect(items.map(({ folio, reasons }) => [folio, reasons])).toContainEqual([b, ['decide-reopening']]);
    await close();
  });

  it('goes on in one that was closed since: what is said more belongs there', async () => {
    const { one, folios, close } = await housesOn(embedded(kind), { kind: 'inquiry' }, { kind: 'inquiry' });
    const [a = '', b = ''] = folios;
    await mark(one, a, b);
    const goesOn = one.complaint(b);
    await goesOn.communicateFolio({ commandId: 'f-1', channel: 'phone' }, cs);
    await goesOn.provideAnswer(
      { commandId: 'p-1', channel: 'phone', answer: 'Así es.', outcome: 'answered' },
      cs,
    );
    expect(await goesOn.close({ commandId: 'c-1' }, cs)).toMatchObject({ ok: true });
    expect(await one.complaint(a).addNote({ commandId: 'n-1', note: 'Llamó.' }, cs)).toMatchObject({
      code: 'goes-on-elsewhere',
      details: { goesOn: b },
    });
    await close();
  });
});

describe('duplicates across subscribers', () => {
  it('are refused: the constancia of one would tell the folio of the other', async () => {
    const { one, folios, close } = await housesOn(
      embedded('memory'),
      parties['s-1'],
      parties['s-2'],
      parties['s-2'],
    );
    const [mine, theirs, theirOther] = folios;
    const refused = { ok: false, code: 'duplicate-of-anothers', details: { folio: mine, other: theirs } };
    expect(await mark(one, mine, theirs)).toMatchObject(refused);
    expect(await mark(one, theirs, theirOther)).toMatchObject({ ok: true });
    const correction = { of: mine ?? '', reason: 'recorded-wrongly', explanation: 'Era otra.' } as const;
    expect(
      await one.complaint(theirs ?? '').correctDuplicate({ commandId: 'x-1', ...correction }, cs),
    ).toMatchObject({ code: 'duplicate-of-anothers' });
    await close();
  });

  it('are taken where one is the other’s reporter; only a party of both is told the other folio', async () => {
    const { one, folios, close } = await housesOn(
      embedded('memory'),
      { subscriber: { ref: 's-1', name: 'Ana' }, reporter: { ref: 's-2', name: 'Luis' } },
      { subscriber: { ref: 's-2', name: 'Luis' } },
    );
    const [reported = '', own = ''] = folios;
    expect(await mark(one, reported, own)).toMatchObject({ ok: true });
    const seenBy = async (party: string) => {
      const by = asUser(party, verified);
      return JSON.stringify([
        await one.show(reported, by),
        await one.notice(reported, 'certificate', by),
        await one
          .complaint(reported)
          .recordStatement(
            { commandId: `t-${party}`, kind: 'further-words', channel: 'web', statement: 'Sigo igual.' },
            by,
          ),
      ]);
    };
    expect(await seenBy('s-1')).not.toContain(own);
    expect(JSON.stringify(await one.show(reported, asUser('s-2', verified)))).toContain(own);
    // The constancia is written to the subscriber: it does not tell the folio to its reporter either.
    const certificate = JSON.stringify(await one.notice(reported, 'certificate', asUser('s-2', verified)));
    expect(certificate).toContain('duplicada');
    expect(certificate).not.toContain(own);
    await close();
  });
});
