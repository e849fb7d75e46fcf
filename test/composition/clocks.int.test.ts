import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, asSystem, asTechnicalLead, asUser } from '../../src/index.js';
import type { ClocksFull, ClocksView } from '../../src/index.js';
import { hours, opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

const full = (view: ClocksView | undefined): ClocksFull => {
  if (view?.view !== 'full') throw new Error('not told');
  return view;
};

const one = (view: ClocksView | undefined, clock: string) => {
  const found = full(view).clocks.find((each) => each.clock === clock);
  if (found === undefined) throw new Error(`no clock ${clock}`);
  return found;
};

describe.each(storeKinds)('the clocks of a request, on a %s store', (kind) => {
  const filedOn = async () => {
    const { quejas, time } = await opened(kind);
    const filed = await quejas.file(report('0198c000-0000-7000-8000-000000000001'), cs);
    if (!filed.ok) throw new Error(filed.code);
    return { quejas, time, folio: filed.folio, complaint: quejas.complaint(filed.folio) };
  };

  it('run from its receipt, by the terms it was filed under', async () => {
    const { quejas, folio } = await filedOn();
    const view = await quejas.clocks(folio, cs);
    expect(full(view)).toMatchObject({ folio, at: '2026-03-02T16:00:00.000Z', missing: [] });
    expect(one(view, 'C-07')).toMatchObject({
      state: 'running',
      startedAt: '2026-03-02T15:55:00.000Z',
      dueAt: '2026-03-03T15:55:00.000Z',
      consumedMs: 300_000,
      policy: 'conectared@1',
      calendar: 'conectared-natural@1',
      warnings: [{ percent: 80, at: '2026-03-03T11:07:00.000Z' }],
    });
    expect(one(view, 'C-10')).toMatchObject({
      dueDay: '2026-03-05',
      dueAt: '2026-03-06T06:00:00.000Z',
      calendar: 'conectared-business@1',
    });
    expect(one(view, 'C-13').state).toBe('not-started');
    await quejas.close();
  });

  it('are explained in the language of the provider, or in the one asked for', async () => {
    const { quejas, folio } = await filedOn();
    const { explanation } = one(await quejas.clocks(folio, cs), 'C-10');
    expect(explanation[0]).toBe(
      'Calendario «conectared-business», versión 1, hora del centro (Ciudad de México, -06:00).',
    );
    expect(explanation.at(-1)).toBe('Vence al terminar el jueves 5 mar 2026.');
    const english = one(await quejas.clocks(folio, cs, { language: 'en' }), 'C-10').explanation;
    expect(english.at(-1)).toBe('Due at the end of Thursday 5 Mar 2026.');
    expect(one(await quejas.clocks(folio, cs), 'C-13').explanation).toEqual(['Nada lo ha iniciado.']);
    await quejas.close();
  });

  it('are told as of any instant, and as they were known at any instant (I-18, I-24)', async () => {
    const { quejas, time, folio, complaint } = await filedOn();
    time.forward(hours(1));
    await complaint.assignTechnician(
      { commandId: '0198c000-0000-7000-8000-000000000002', technician: 'rt-3' },
      cs,
    );
    time.forward(hours(20));
    const known = new Date('2026-03-03T13:30:00.000Z');
    const late = await complaint.verifyCause(
      {
        commandId: '0198c000-0000-7000-8000-000000000003',
        causes: ['cut-fibre'],
        faultFound: true,
        attribution: 'provider',
        occurredAt: '2026-03-02T20:00:00.000Z',
      },
      asTechnicalLead('rt-3'),
    );
    if (!late.ok) throw new Error(late.code);
    const cause = async (options: { at?: Date; knownAt?: Date }) =>
      one(await quejas.clocks(folio, cs, options), 'C-06');
    expect(await cause({})).toMatchObject({ state: 'met', endedAt: '2026-03-02T20:00:00.000Z' });
    expect(await cause({ at: new Date('2026-03-02T19:00:00Z') })).toMatchObject({
      state: 'running',
      endedAt: null,
    });
    // What was learned since does not change what was known before it.
    expect(
      await cause({ at: new Date('2026-03-03T05:00:00Z'), knownAt: new Date('2026-03-03T12:00:00Z') }),
    ).toMatchObject({ state: 'breached' });
    expect(await cause({ knownAt: new Date('2026-03-03T12:00:00Z') })).toMatchObject({ state: 'breached' });
    expect(await cause({ at: known })).toMatchObject({ state: 'met' });
    expect((await cause({})).explanation.at(-1)).toBe('Se cumplió el lunes 2 de marzo de 2026, 14:00 h.');
    await quejas.close();
  });

  it('keep a recorded breach beside what was learned later (case 57)', async () => {
    const { quejas, time, folio, complaint } = await filedOn();
    await complaint.assignTechnician(
      { commandId: '0198c000-0000-7000-8000-000000000002', technician: 'rt-3' },
      cs,
    );
    time.forward(hours(13));
    await complaint.recordBreach(
      {
        commandId: '0198c000-0000-7000-8000-000000000004',
        clock: 'C-06',
        cycle: 1,
        dueAt: '2026-03-03T03:55:00.000Z',
        policy: 'conectared@1',
        calendar: 'conectared-natural@1',
      },
      asSystem('deadlines'),
    );
    await complaint.verifyCause(
      {
        commandId: '0198c000-0000-7000-8000-000000000003',
        causes: ['cut-fibre'],
        faultFound: true,
        attribution: 'provider',
        occurredAt: '2026-03-02T20:00:00.000Z',
      },
      asTechnicalLead('rt-3'),
    );
    const told = one(await quejas.clocks(folio, cs), 'C-06');
    expect(told).toMatchObject({ state: 'met', breachRecordedAt: '2026-03-03T05:00:00.000Z' });
    expect(told.explanation.at(-1)).toBe(
      'Se registró como incumplido; lo que se supo después muestra que no lo fue.',
    );
    await quejas.close();
  });

  it('go on by the versions they had: one that was never published is refused', async () => {
    const { quejas, folio, complaint } = await filedOn();
    const recomputed = await complaint.recomputeClocks(
      {
        commandId: '0198c000-0000-7000-8000-000000000005',
        policy: 'conectared',
        policyVersion: 9,
        calendars: ['conectared-natural@1', 'conectared-business@2'],
        reason: 'policy-change',
      },
      cs,
    );
    expect(recomputed).toMatchObject({
      code: 'version-not-published',
      details: { versions: ['conectared@9', 'conectared-business@2'] },
    });
    const view = await quejas.clocks(folio, cs);
    expect(full(view).missing).toEqual([]);
    expect(one(view, 'C-07')).toMatchObject({ state: 'running', policy: 'conectared@1' });
    await quejas.close();
  });

  it.each([
    ['only some of the calendars', ['conectared-natural@1']],
    ['none of them', []],
  ])(
    'go on by today’s version of a calendar that a recompute leaves out, with %s',
    async (_name, calendars) => {
      const { quejas, folio, complaint } = await filedOn();
      const before = full(await quejas.clocks(folio, cs)).clocks;
      const recomputed = await complaint.recomputeClocks(
        {
          commandId: '0198c000-0000-7000-8000-000000000005',
          policy: 'conectared',
          policyVersion: 1,
          calendars,
          reason: 'late-fact',
        },
        cs,
      );
      expect(recomputed).toMatchObject({ ok: true });
      expect(full(await quejas.clocks(folio, cs)).clocks).toEqual(before);
      const { events } = await quejas.events({ limit: 100, types: ['ClocksRecomputed'] });
      expect(events.map(({ data }) => data['calendars'])).toEqual([
        ['conectared-natural@1', 'conectared-business@1'],
      ]);
      expect(
        await complaint.recomputeClocks(
          { commandId: '0198c000-0000-7000-8000-000000000006', calendars, reason: 'correction' },
          cs,
        ),
      ).toMatchObject({ code: 'no-new-fact' });
      await quejas.close();
    },
  );

  it('are told to a party that is verified, without the warnings of the house, and to no stranger (I-20)', async () => {
    const { quejas, folio } = await filedOn();
    expect(one(await quejas.clocks(folio, asUser('s-1', { verified: true })), 'C-07')).toMatchObject({
      dueAt: '2026-03-03T15:55:00.000Z',
      warnings: [],
    });
    expect(await quejas.clocks(folio, asUser('s-1'))).toEqual({ view: 'brief', folio });
    expect(await quejas.clocks(folio, asUser('s-9', { verified: true }))).toEqual({ view: 'brief', folio });
    expect(await quejas.clocks('CR-999999-9', cs)).toBeUndefined();
    await expect(quejas.clocks(folio, cs, { at: 'ayer' })).rejects.toMatchObject({ code: 'query-invalid' });
    await quejas.close();
  });
});
