import { describe, expect, it } from '@jest/globals';
import {
  asAuthority,
  asCustomerService,
  asLegal,
  asTechnicalLead,
  asUser,
  conectared,
  openQuejas,
  type By,
  type Quejas,
} from '../../src/index.js';

const staff = asCustomerService('cs-1');

const withOneCase = async () => {
  const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared });
  const filed = await quejas.file(
    {
      commandId: 'call-1',
      kind: 'fault',
      channel: 'phone',
      subscriber: { ref: 's-1' },
      description: 'Sin señal.',
    },
    staff,
  );
  if (!filed.ok) throw new Error(filed.code);
  return { quejas, folio: filed.folio };
};

/** What a host in JavaScript may pass where an actor belongs, none of which is one. */
const noActors: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'cs-1'],
  ['an empty object', {}],
  ['an actor without a role', { actor: 'cs-1' }],
  ['a role in capitals', { actor: 'cs-1', role: 'User' }],
  ['a role that is none', { actor: 'cs-1', role: 'root' }],
  ['a text as verified', { actor: 's-1', role: 'user', verified: 'false' }],
  ['null as verified', { actor: 's-1', role: 'user', verified: null }],
  ['a name as party', { actor: 's-1', role: 'user', party: 'Juan Pérez' }],
  ['a number as area', { actor: 'ar-1', role: 'competent-area', area: 7 }],
  ['a name as pseudonym', { actor: 'Juan Pérez', role: 'customer-service' }],
  ['a helper that was given nothing', { actor: undefined, role: 'customer-service' }],
];

/** Passes anything where TypeScript wants an actor, as a host in JavaScript may. */
const calledWith = (call: (...given: never[]) => Promise<unknown>, ...given: readonly unknown[]) =>
  Promise.resolve(Reflect.apply(call, undefined, given)).then(
    (outcome: unknown) => outcome,
    (error: unknown) => error,
  );

describe('one notion of who', () => {
  it('serves commands and queries alike', async () => {
    const { quejas, folio } = await withOneCase();
    expect(await quejas.show(folio, staff)).toMatchObject({ view: 'full', revision: 1 });
    expect(await quejas.queue('customer-service', staff)).toMatchObject({ total: 1 });
    expect(await quejas.requestsOf('s-1', staff)).toMatchObject({ total: 1 });
    await quejas.close();
  });

  it.each(noActors)('I-20 lets %s see nothing and do nothing, and says so by code', async (_name, by) => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    const refused = { ok: false, code: 'actor-invalid' };
    expect(await calledWith(quejas.file, { commandId: 'call-2' }, by)).toMatchObject(refused);
    expect(await calledWith(complaint.close, { commandId: 'close-1' }, by)).toMatchObject(refused);
    const fault = { code: 'actor-invalid' };
    expect(await calledWith(quejas.show, folio, by)).toMatchObject(fault);
    expect(await calledWith(quejas.notice, folio, 'folio', by)).toMatchObject(fault);
    expect(await calledWith(quejas.queue, 'customer-service', by)).toMatchObject(fault);
    expect(await calledWith(quejas.requestsOf, 's-1', by)).toMatchObject(fault);
    await quejas.close();
  });

  it.each([
    ['a user of whom the host said nothing', asUser('s-1')],
    ['a user whom the host has not verified', asUser('s-1', { verified: false })],
    ['another user, though verified', asUser('s-2', { verified: true })],
    ['an authority of whom the host said nothing', asAuthority('profeco')],
    ['staff whom the host has not verified', asCustomerService('cs-1', { verified: false })],
  ])('I-20 shows folio, kind and status alone to %s', async (_name, by) => {
    const { quejas, folio } = await withOneCase();
    expect(await quejas.show(folio, by)).toEqual({
      view: 'brief',
      folio,
      kind: 'fault',
      status: 'acknowledged',
    });
    await quejas.close();
  });

  it.each([
    ['the subscriber whom the host has verified', asUser('s-1', { verified: true })],
    ['staff', staff],
  ])('I-20 shows the whole case to %s', async (_name, by) => {
    const { quejas, folio } = await withOneCase();
    expect(await quejas.show(folio, by)).toMatchObject({ view: 'full', subscriber: 's-1' });
    await quejas.close();
  });
});

describe('I-20 an authority and the matters of others', () => {
  const ofProfeco = asAuthority('pr-7', { office: 'PROFECO', verified: true });
  const ofCrt = asAuthority('cr-1', { office: 'CRT', verified: true });
  const refused = { ok: false, code: 'not-your-request' };
  const open = (commandId: string, authority: string, reference: string) => ({
    commandId,
    authority,
    reference,
  });

  it('opens a matter in its own name, and reads and acts on that one alone', async () => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    expect(await quejas.show(folio, ofProfeco)).toMatchObject({ view: 'brief' });
    expect(await complaint.openAuthorityProceeding(open('o-1', 'CRT', 'C-1'), ofProfeco)).toMatchObject(
      refused,
    );
    expect(await complaint.openAuthorityProceeding(open('o-2', 'PROFECO', 'P-1'), ofProfeco)).toMatchObject({
      ok: true,
    });
    expect(await quejas.show(folio, ofProfeco)).toMatchObject({ view: 'full', subscriber: 's-1' });
    expect(await quejas.show(folio, ofCrt)).toMatchObject({ view: 'brief' });
    const resolution = { commandId: 'x-1', reference: 'P-1', outcome: 'for-provider' } as const;
    expect(await complaint.resolveAuthorityProceeding(resolution, ofCrt)).toMatchObject(refused);
    expect(
      await complaint.escalate({ commandId: 'x-2', level: 2, trigger: 'authority', target: 'sup-1' }, ofCrt),
    ).toMatchObject(refused);
    await quejas.close();
  });

  it('knows no matter of another authority on the same request', async () => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    await complaint.openAuthorityProceeding(open('o-1', 'CRT', 'C-1'), ofCrt);
    await complaint.openAuthorityProceeding(open('o-2', 'PROFECO', 'P-1'), ofProfeco);
    const resolution = { commandId: 'x-1', reference: 'C-1', outcome: 'for-user' } as const;
    expect(await complaint.resolveAuthorityProceeding(resolution, ofProfeco)).toMatchObject({
      code: 'no-such-proceeding',
    });
    expect(await complaint.resolveAuthorityProceeding(resolution, ofCrt)).toMatchObject({ ok: true });
    await quejas.close();
  });
});

describe('I-20 what is before another authority on the same request', () => {
  const ofProfeco = asAuthority('pr-7', { office: 'PROFECO', verified: true });
  const ofCrt = asAuthority('cr-1', { office: 'CRT', verified: true });
  const legal = asLegal('le-1');
  const ofProfecos = ['PFC-77', 'pr-7', 'se devuelve la mitad'];

  const beforeBoth = async () => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    const steps = [
      await complaint.openAuthorityProceeding(
        { commandId: 'o-1', authority: 'CRT', reference: 'CRT-1' },
        ofCrt,
      ),
      await complaint.escalate(
        {
          commandId: 'o-2',
          level: 4,
          trigger: 'user',
          target: 'PROFECO',
          externalReference: 'PFC-77',
          saidBy: { party: 's-1', channel: 'phone' },
        },
        staff,
      ),
      await complaint.receiveAuthorityRequirement(
        { commandId: 'o-3', reference: 'PFC-77', dueAt: '2100-01-01T00:00:00Z' },
        ofProfeco,
      ),
      await complaint.setAuthorityHearing(
        { commandId: 'o-4', reference: 'PFC-77', hearingAt: '2100-01-01T00:00:00Z' },
        ofProfeco,
      ),
      await complaint.resolveAuthorityProceeding(
        { commandId: 'o-5', reference: 'PFC-77', outcome: 'agreement', agreement: 'se devuelve la mitad' },
        ofProfeco,
      ),
      await complaint.carryOutResolution(
        { commandId: 'o-6', reference: 'PFC-77', done: 'se devuelve la mitad' },
        legal,
      ),
    ];
    expect(steps.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
    return { quejas, folio };
  };

  const allTold = async (quejas: Quejas, folio: string, by: By): Promise<string> =>
    JSON.stringify([
      await quejas.show(folio, by),
      await quejas.show(folio, by, { at: '2100-01-01T00:00:00Z' }),
      await quejas.show(folio, by, { knownAt: '2100-01-01T00:00:00Z' }),
      await quejas.clocks(folio, by),
      await quejas.notice(folio, 'certificate', by),
      await quejas.find({ external: 'PFC-77' }, by),
    ]);

  it('stands in none of its views, lists and letters: the other office, its file, dates and words', async () => {
    const { quejas, folio } = await beforeBoth();
    const told = await allTold(quejas, folio, ofCrt);
    expect(ofProfecos.filter((word) => told.includes(word))).toEqual([]);
    expect(await quejas.show(folio, ofCrt)).toMatchObject({
      view: 'full',
      proceedings: 1,
      toCarryOut: 0,
      escalation: 0,
      untold: [],
    });
    const theirs = await allTold(quejas, folio, ofProfeco);
    expect(ofProfecos.filter((word) => theirs.includes(word))).toEqual(ofProfecos);
    expect(theirs).not.toContain('CRT-1');
    expect(await allTold(quejas, folio, legal)).toContain('CRT-1');
    await quejas.close();
  });

  it('is told in no refusal of a command either: of the other one’s file it is as if there were none', async () => {
    const { quejas, folio } = await beforeBoth();
    const complaint = quejas.complaint(folio);
    const ofTheOther = { reference: 'PFC-77' } as const;
    for (const result of [
      await complaint.setAuthorityHearing(
        { commandId: 'n-1', ...ofTheOther, hearingAt: '2100-01-01T00:00:00Z' },
        ofCrt,
      ),
      await complaint.recordAuthorityHearing({ commandId: 'n-2', ...ofTheOther }, ofCrt),
      await complaint.resolveAuthorityProceeding(
        { commandId: 'n-3', ...ofTheOther, outcome: 'for-provider' },
        ofCrt,
      ),
    ])
      expect(result).toMatchObject({ ok: false, code: 'no-such-proceeding' });
    await quejas.close();
  });
});

describe('role and relation, asked before anything else', () => {
  const mine = asUser('s-1', { verified: true });
  const stranger = asUser('s-666', { verified: true });
  const refused = { ok: false, code: 'not-your-request' };

  it('a user who is no party withdraws, reopens, escalates and rates nothing', async () => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    const results = [
      await complaint.withdraw({ commandId: 'w-1', reason: 'other' }, stranger),
      await complaint.reopen({ commandId: 'r-1', reason: 'not-satisfied' }, stranger),
      await complaint.escalate({ commandId: 'e-1', level: 4, trigger: 'user', target: 'PROFECO' }, stranger),
      await complaint.rate({ commandId: 'rate-1', rating: 1 }, stranger),
    ];
    for (const result of results) expect(result).toMatchObject(refused);
    await quejas.close();
  });

  it('a user who is no party is not told the outcome of the command of a party (I-25)', async () => {
    const { quejas, folio } = await withOneCase();
    const withdraw = quejas.complaint(folio).withdraw;
    const input = { commandId: 'w-1', reason: 'other' } as const;
    expect(await withdraw(input, mine)).toMatchObject({ ok: true, duplicate: false });
    expect(await withdraw(input, stranger)).toMatchObject(refused);
    expect(await withdraw(input, mine)).toMatchObject({ ok: true, duplicate: true });
    await quejas.close();
  });

  it('a lead who handed a case on is told the outcome of that very command again (I-25)', async () => {
    const { quejas, folio } = await withOneCase();
    const { assignTechnician } = quejas.complaint(folio);
    await assignTechnician({ commandId: 'a-1', technician: 'rt-1' }, staff);
    const on = { commandId: 'a-2', technician: 'rt-2' };
    expect(await assignTechnician(on, asTechnicalLead('rt-1'))).toMatchObject({ duplicate: false });
    expect(await assignTechnician(on, asTechnicalLead('rt-1'))).toMatchObject({ duplicate: true });
    expect(await assignTechnician(on, asTechnicalLead('rt-3'))).toMatchObject({ code: 'not-in-charge' });
    await quejas.close();
  });

  it('a host whose sign-in ids are no subscriber references says the party apart', async () => {
    const { quejas, folio } = await withOneCase();
    const login = asUser('login-7', { party: 's-1', verified: true });
    expect(await quejas.show(folio, login)).toMatchObject({ view: 'full' });
    expect(await quejas.requestsOf('s-1', login)).toMatchObject({ total: 1 });
    const withdrawn = await quejas.complaint(folio).withdraw({ commandId: 'w-1', reason: 'other' }, login);
    expect(withdrawn).toMatchObject({ ok: true });
    const { events } = await quejas.events({ folio, limit: 10 });
    expect(events.at(-1)?.metadata).toMatchObject({ actor: 'login-7', party: 's-1', role: 'user' });
    await quejas.close();
  });
});

describe('what goes with a call', () => {
  it('takes a time as text or as a Date', async () => {
    const { quejas, folio } = await withOneCase();
    const now = new Date();
    const early = new Date(now.getTime() - 60_000);
    expect(await quejas.show(folio, staff, { at: new Date(now.getTime() + 60_000) })).toMatchObject({
      folio,
    });
    expect(await quejas.show(folio, staff, { knownAt: early.toISOString() })).toBeUndefined();
    const noted = await quejas
      .complaint(folio)
      .recordContact(
        { commandId: 'c-1', direction: 'to-user', channel: 'phone', contactedAt: now, occurredAt: now },
        staff,
      );
    expect(noted).toMatchObject({ ok: true });
    await quejas.close();
  });

  it.each([
    ['at', { at: 'ayer' }],
    ['at', { at: new Date(Number.NaN) }],
    ['knownAt', { knownAt: 5 }],
    ['knownat', { knownat: '2026-11-25T10:00:00Z' }],
  ])('names the option of a query that is wrong: %s', async (name, options) => {
    const { quejas, folio } = await withOneCase();
    const fault = await calledWith(quejas.show, folio, staff, options);
    expect(fault).toMatchObject({ code: 'query-invalid' });
    expect(JSON.stringify(fault)).toContain(name);
    await quejas.close();
  });

  it('refuses a revision that is said twice and not the same, and keeps the one that is said once', async () => {
    const { quejas, folio } = await withOneCase();
    const complaint = quejas.complaint(folio);
    const note = { commandId: 'n-1', note: 'x', visibility: 'staff' } as const;
    expect(
      await complaint.addNote({ ...note, expectedRevision: 0 }, staff, { expectedRevision: undefined }),
    ).toMatchObject({ ok: false, code: 'revision-conflict' });
    expect(
      await complaint.addNote({ ...note, expectedRevision: 1 }, staff, { expectedRevision: 0 }),
    ).toMatchObject({ code: 'input-invalid', details: { faults: [{ path: 'options.expectedRevision' }] } });
    expect(
      await complaint.addNote({ ...note, expectedRevision: 1 }, staff, { expectedRevision: 1 }),
    ).toMatchObject({ ok: true });
    await quejas.close();
  });

  it.each([
    ['a name', { correlationId: 'Juan Pérez' }],
    ['a NUL', { source: 'a\0b' }],
    ['30 kB', { causationId: 'x'.repeat(30_000) }],
    ['an option that is misspelt', { expectedRevison: 1 }],
  ])('refuses %s beside a command', async (_name, options) => {
    const { quejas, folio } = await withOneCase();
    const closed = quejas.complaint(folio).close;
    expect(await calledWith(closed, { commandId: 'x-1' }, staff, options)).toMatchObject({
      code: 'input-invalid',
    });
    await quejas.close();
  });

  it.each([
    ['gives no time', () => 'soon'],
    [
      'throws',
      () => {
        throw new TypeError('no clock');
      },
    ],
    ['gives a Date that is none', () => new Date(Number.NaN)],
  ])('fails by code where the clock %s', async (_name, clock) => {
    const opening = openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared, clock });
    await expect(opening).rejects.toMatchObject({ code: 'option-invalid', details: { option: 'clock' } });
  });
});
