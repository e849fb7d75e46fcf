import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, asUser } from '../../src/application/commands/actors.js';
import type { CommandResult } from '../../src/application/commands/command-result.js';
import { formatFolio, nextNumberWithFolio } from '../../src/domain/folio/format.js';
import { hours, opened, removeScratch, report, sequentialIds, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');
const staff = cs;

const folioOf = (result: CommandResult): string => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.folio;
};

describe.each(storeKinds)('a request filed on a %s store', (kind) => {
  it('O-14 O-15 O-16 I-01 gets its folio in the same append, at once', async () => {
    const { quejas } = await opened(kind);
    const filed = await quejas.file(report('r-1'), cs);
    expect(filed).toMatchObject({
      ok: true,
      folio: expect.stringMatching(/^CR-\d{6}-[0-9A-Z]$/),
      revision: 1,
      duplicate: false,
      events: [
        { type: 'Filed', revision: 0 },
        { type: 'FolioAssigned', revision: 1 },
      ],
    });
    await quejas.close();
  });

  it('I-25 sent twice gives the first outcome again, burns no number and appends nothing', async () => {
    const { quejas } = await opened(kind);
    const first = await quejas.file(report('r-1'), cs);
    const again = await quejas.file(report('r-1', { receivedAt: '2026-03-02T09:55:01-06:00' }), cs);
    expect(again).toEqual({ ...first, duplicate: true });
    const next = await quejas.file(report('r-2'), cs);
    const numbers = [first, next].map((result) => Number(folioOf(result).slice(3, 9)));
    const [one = 0, two = 0] = numbers;
    expect(one).toBe(nextNumberWithFolio('CR', 1));
    expect(two).toBe(nextNumberWithFolio('CR', one + 1));
    const page = await quejas.events({ limit: 100, types: ['Filed'] });
    expect(page.events).toHaveLength(2);
    await quejas.close();
  });

  it('I-25 sent again later gives the first outcome, without the time of its receipt too', async () => {
    const { quejas, time } = await opened(kind);
    const undated = report('ticket-4711', { receivedAt: undefined });
    const first = await quejas.file(undated, cs);
    time.forward(hours(1));
    const other = await quejas.file({ ...undated, commandId: 'ticket-4712' }, cs);
    time.forward(hours(1));
    expect(await quejas.file(undated, cs)).toEqual({ ...first, duplicate: true });
    expect(folioOf(other)).not.toBe(folioOf(first));
    expect(await quejas.show(folioOf(first), staff)).toMatchObject({
      receivedAt: '2026-03-02T16:00:00.000Z',
      history: [{ type: 'Filed' }, { type: 'FolioAssigned' }],
    });
    expect((await quejas.events({ limit: 100, types: ['Filed'] })).events).toHaveLength(2);
    await quejas.close();
  });

  it('was received when it happened, where that alone is said', async () => {
    const { quejas } = await opened(kind);
    const when = { receivedAt: undefined, occurredAt: '2026-03-02T09:30:00-06:00' };
    const filed = await quejas.file(report('r-1', when), cs);
    expect(await quejas.show(folioOf(filed), staff)).toMatchObject({
      receivedAt: '2026-03-02T15:30:00.000Z',
    });
    await quejas.close();
  });

  it('I-25 sent many times at once is filed once', async () => {
    const { quejas } = await opened(kind);
    const results = await Promise.all(Array.from({ length: 20 }, () => quejas.file(report('r-1'), cs)));
    expect(new Set(results.map(folioOf)).size).toBe(1);
    expect(results.filter((result) => result.ok && !result.duplicate)).toHaveLength(1);
    await quejas.close();
  });

  it('I-02 shares its folio with no other, however many are filed at once', async () => {
    const { quejas } = await opened(kind);
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, index) => quejas.file(report(`r-${String(index)}`), cs)),
    );
    expect(new Set(results.map(folioOf)).size).toBe(200);
    await quejas.close();
  });

  it('O-09 I-03 is taken out of hours too, and marked so', async () => {
    const { quejas } = await opened(kind);
    const filed = await quejas.file(report('r-1', { receivedAt: '2026-03-01T23:00:00-06:00' }), cs);
    const shown = await quejas.show(folioOf(filed), staff);
    expect(shown).toMatchObject({ history: [{ type: 'Filed', data: { outOfHours: true } }, {}] });
    await quejas.close();
  });

  it('O-08 I-04 takes no fee: a field for one is refused as unknown', async () => {
    const { quejas } = await opened(kind);
    const refused = await quejas.execute({ type: 'file', input: report('r-1', { fee: 10 }) }, cs);
    expect(refused).toMatchObject({
      ok: false,
      code: 'input-invalid',
      details: { faults: [{ path: 'fee' }] },
    });
    await quejas.close();
  });

  it('I-19 says of every event who, in what role, when, where and why', async () => {
    const { quejas } = await opened(kind);
    await quejas.file(report('r-1'), cs, { correlationId: 'call-9', causationId: 'ivr-3', source: 'ivr' });
    const [filed] = (await quejas.events({ limit: 1, types: ['Filed'] })).events;
    expect(filed).toMatchObject({
      version: 1,
      zone: 'America/Mexico_City',
      occurredAt: '2026-03-02T15:55:00.000Z',
      recordedAt: '2026-03-02T16:00:00.000Z',
      metadata: {
        commandId: 'r-1',
        index: 0,
        commandSize: 2,
        correlationId: 'call-9',
        causationId: 'ivr-3',
        source: 'ivr',
        actor: 'cs-7',
        role: 'customer-service',
        provider: 'conectared',
      },
    });
    await quejas.close();
  });

  it('I-20 O-34 tells an unverified party where it stands and nothing more', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    const brief = { view: 'brief', folio, kind: 'fault', status: 'acknowledged' };
    expect(await quejas.show(folio, asUser('s-1', { verified: false }))).toEqual(brief);
    expect(await quejas.show(folio, asUser('s-2', { verified: true }))).toEqual(brief);
    const own = await quejas.show(folio, asUser('s-1', { verified: true }));
    expect(JSON.stringify(own)).toContain('Planted words');
    await quejas.close();
  });

  it('O-34 O-35 reads the same from its rows as from its events', async () => {
    const { quejas, time } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    await quejas.complaint(folio).assignTechnician({ commandId: 'a-1', technician: 'rt-3' }, cs);
    await quejas.complaint(folio).requestInformation({ commandId: 'a-2', question: '¿Qué luces ve?' }, cs);
    const now = await quejas.show(folio, staff);
    expect(now).toEqual(await quejas.show(folio, staff, { at: time.clock() }));
    expect(now).toMatchObject({ status: 'pending', technician: 'rt-3', owner: 'cs-7' });
    await quejas.close();
  });

  it('refuses a decision made on an older revision, and decides nothing anew', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    const stale = await quejas
      .complaint(folio)
      .assignTechnician({ commandId: 'a-1', technician: 'rt-3' }, cs, { expectedRevision: 0 });
    expect(stale).toMatchObject({
      ok: false,
      code: 'revision-conflict',
      details: { expected: 0, actual: 1 },
    });
    await quejas.close();
  });

  it('O-34 lists all of a person’s requests, by whatever channel', async () => {
    const { quejas } = await opened(kind);
    for (const [index, channel] of ['phone', 'email', 'web'].entries())
      await quejas.execute({ type: 'file', input: report(`r-${String(index)}`, { channel }) }, cs);
    await quejas.file(report('r-9', { subscriber: { ref: 's-9' } }), cs);
    const first = await quejas.requestsOf('s-1', staff, { limit: 2 });
    const rest = await quejas.requestsOf('s-1', staff, { limit: 2, after: first.next ?? '' });
    expect(first.total).toBe(3);
    expect([...first.items, ...rest.items].map(({ channel }) => channel).sort()).toEqual([
      'email',
      'phone',
      'web',
    ]);
    await quejas.close();
  });

  it('O-18 waits in the queue of customer service, then of its technical lead', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    expect((await quejas.queue('customer-service', staff)).items).toMatchObject([
      { folio, reason: 'tell-folio' },
    ]);
    await quejas.complaint(folio).assignTechnician({ commandId: 'a-1', technician: 'rt-3' }, cs);
    const mine = await quejas.queue('technical-lead', staff, { technician: 'rt-3' });
    expect(mine).toMatchObject({ total: 1, items: [{ folio, reason: 'verify-cause', technician: 'rt-3' }] });
    expect((await quejas.queue('technical-lead', staff, { technician: 'rt-4' })).items).toEqual([]);
    await quejas.close();
  });

  it('O-34 is found by its folio as people type it, and says what is wrong with one that is none', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    const typed = folio.toLowerCase().replaceAll('-', ' ');
    expect(await quejas.show(typed, staff)).toMatchObject({ folio });
    expect(
      await quejas.complaint(typed).assignTechnician({ commandId: 'a', technician: 'rt-3' }, cs),
    ).toMatchObject({
      ok: true,
      folio,
    });
    const wrong = folio.slice(0, -1) + (folio.endsWith('A') ? 'B' : 'A');
    const unread = await quejas.complaint(wrong).close({ commandId: 'x' }, cs);
    expect(unread).toMatchObject({
      ok: false,
      code: 'folio-check-failed',
      message: { es: expect.stringMatching(/folio/i) },
    });
    await quejas.close();
  });

  it('I-20 shows a user none of the house’s own notes', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    await quejas.complaint(folio).addNote({ commandId: 'n', visibility: 'staff', note: 'for us' }, cs);
    await quejas.complaint(folio).addNote({ commandId: 'm', visibility: 'user', note: 'for all' }, cs);
    const own = JSON.stringify(await quejas.show(folio, asUser('s-1', { verified: true })));
    expect(own).toContain('for all');
    expect(own).not.toContain('for us');
    await quejas.close();
  });

  it('I-19 marks as dated back what was dated before it was recorded, and a filing a day or more late', async () => {
    const { quejas } = await opened(kind);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    await quejas.file(report('r-2', { receivedAt: '2026-02-27T10:00:00-06:00' }), cs);
    const note = { visibility: 'staff' as const, note: 'x' };
    await quejas.complaint(folio).addNote({ commandId: 'n-1', ...note }, cs);
    await quejas
      .complaint(folio)
      .addNote({ commandId: 'n-2', occurredAt: '2026-03-02T15:58:00Z', ...note }, cs);
    const { events } = await quejas.events({ limit: 100, types: ['Filed', 'NoteAdded'] });
    const marked = events.map(({ metadata }) => [metadata.commandId, metadata.backdated === true]);
    expect(marked).toEqual([
      ['r-1', false],
      ['r-2', true],
      ['n-1', false],
      ['n-2', true],
    ]);
    await quejas.close();
  });

  it('refuses an actor who is named by more than a pseudonym, and stores nothing', async () => {
    const { quejas } = await opened(kind);
    const refused = { ok: false, code: 'actor-invalid' };
    expect(await quejas.file(report('r-1'), asCustomerService('María López'))).toMatchObject(refused);
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    expect(
      await quejas.complaint(folio).close({ commandId: 'c' }, asCustomerService('55 1234 5678')),
    ).toMatchObject(refused);
    expect((await quejas.events({ folio, limit: 10 })).events).toHaveLength(2);
    await quejas.close();
  });

  it('ends no request as the duplicate of one that does not exist, or of itself however it is typed', async () => {
    const { quejas } = await opened(kind);
    const [one, two] = [await quejas.file(report('r-1'), cs), await quejas.file(report('r-2'), cs)].map(
      folioOf,
    );
    const mark = (of: string) => quejas.complaint(two ?? '').markDuplicate({ commandId: `d-${of}`, of }, cs);
    const absent = formatFolio('CR', nextNumberWithFolio('CR', 900_000) ?? 0) ?? '';
    expect(await mark(absent)).toMatchObject({ ok: false, code: 'folio-unknown' });
    expect(await mark((two ?? '').toLowerCase())).toMatchObject({ ok: false, code: 'duplicate-of-itself' });
    expect(await mark((one ?? '').toLowerCase())).toMatchObject({ ok: true });
    const { events } = await quejas.events({ limit: 10, types: ['MarkedDuplicate'] });
    expect(events.map(({ data }) => data)).toEqual([{ of: one, toldTo: ['s-1'] }]);
    await quejas.close();
  });

  it('names other requests by their folios however they are typed, and none that does not exist', async () => {
    const { quejas } = await opened(kind);
    const earlier = folioOf(await quejas.file(report('r-1'), cs));
    const naming = (folio: string) => report('r-2', { relationships: [{ folio, kind: 'related' }] });
    const written = (prefix: string, after: number) =>
      formatFolio(prefix, nextNumberWithFolio(prefix, after) ?? after) ?? '';
    for (const [folio, code] of [
      ['nothing', 'folio-malformed'],
      [written('CR', 5000), 'folio-unknown'],
      [written('EM', 1), 'folio-other-provider'],
    ] as const)
      expect(await quejas.file(naming(folio), cs)).toMatchObject({ ok: false, code });
    const stranger = asUser('s-666', { verified: true });
    expect(await quejas.file(naming('nothing'), stranger)).toMatchObject({ code: 'not-your-request' });
    const filed = folioOf(await quejas.file(naming(earlier.toLowerCase()), cs));
    const { events } = await quejas.events({ folio: filed, limit: 1 });
    expect(events[0]?.data).toMatchObject({ relationships: [{ folio: earlier, kind: 'related' }] });
    const again = { commandId: 'l-1', other: earlier, relationship: 'related' } as const;
    expect(await quejas.complaint(filed).linkTo(again, cs)).toMatchObject({ ok: false, code: 'no-new-fact' });
    await quejas.close();
  });

  it('I-25 on the same contract with the same symptom within thirty days is linked to the one before, once', async () => {
    const { quejas, time } = await opened(kind);
    const first = folioOf(await quejas.file(report('r-1', { defect: 'failure' }), cs));
    time.forward(hours(24 * 5));
    const later = { receivedAt: '2026-03-07T09:00:00-06:00' };
    const other = folioOf(await quejas.file(report('r-2', { ...later, defect: 'deficiency' }), cs));
    const elsewhere = folioOf(
      await quejas.file(report('r-3', { ...later, defect: 'failure', contract: 'c-2' }), cs),
    );
    const again = report('r-4', { ...later, defect: 'failure' });
    const repeat = folioOf(await quejas.file(again, cs));
    expect(await quejas.file(again, cs)).toMatchObject({ ok: true, duplicate: true });
    await quejas.runProcesses();
    time.forward(hours(24 * 40));
    const late = folioOf(
      await quejas.file(report('r-5', { receivedAt: '2026-04-15T09:00:00-06:00', defect: 'failure' }), cs),
    );
    await quejas.runProcesses();
    const linksOf = async (folio: string) =>
      (await quejas.events({ folio, limit: 10, types: ['LinkedTo'] })).events.map(({ data }) => data);
    expect(await linksOf(repeat)).toEqual([{ other: first, relationship: 'repeat' }]);
    for (const folio of [first, other, elsewhere, late]) expect(await linksOf(folio)).toEqual([]);
    expect(await quejas.show(repeat, staff)).toMatchObject({ status: 'acknowledged' });
    await quejas.close();
  });

  it('I-25 is not linked where it comes from another system, which judged it already', async () => {
    const { quejas } = await opened(kind);
    await quejas.file(report('r-1'), cs);
    await quejas.file(report('r-2'), cs, { source: 'import:log' });
    await quejas.runProcesses();
    expect((await quejas.events({ limit: 10, types: ['LinkedTo'] })).events).toEqual([]);
    await quejas.close();
  });

  it('names an unknown folio as such', async () => {
    const { quejas } = await opened(kind);
    const unknown = await quejas
      .complaint(formatFolio('CR', nextNumberWithFolio('CR', 900_000) ?? 0) ?? '')
      .close({ commandId: 'x' }, cs);
    expect(unknown).toMatchObject({ ok: false, code: 'folio-unknown' });
    await quejas.close();
  });
});

describe('what lies on the disk', () => {
  it('I-22 holds no personal value in the clear, neither in events nor in rows nor in keys', async () => {
    const { quejas, folder } = await opened('sqlite');
    const folio = folioOf(await quejas.file(report('r-1'), cs));
    await quejas.complaint(folio).addNote({ commandId: 'n', visibility: 'staff', note: 'Planted note' }, cs);
    await quejas.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['quejas.db', 'keys.db']));
    for (const planted of ['Planted', '555 0101', 'planted@example'])
      expect(bytes.includes(planted)).toBe(false);
  });

  it('is read again by the next process, with its keys, its numbers and its commands', async () => {
    const { quejas, folder, time } = await opened('sqlite');
    const first = await quejas.file(report('r-1'), cs);
    await quejas.close();
    const store = {
      store: `sqlite:${join(folder, 'quejas.db')}`,
      keys: `file:${join(folder, 'keys', 'keys.db')}`,
    } as const;
    const { quejas: next } = await opened('sqlite', {
      ...store,
      clock: time.clock,
      ids: sequentialIds('next'),
    });
    expect(await next.file(report('r-1'), cs)).toEqual({ ...first, duplicate: true });
    const shown = await next.show(folioOf(first), staff);
    expect(JSON.stringify(shown)).toContain('Planted Name Pérez');
    expect((await next.file(report('r-2'), cs)).ok).toBe(true);
    await next.close();
  });
});
